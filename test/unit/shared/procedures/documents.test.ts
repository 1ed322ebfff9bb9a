import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { allSteps } from '../../../../shared/domain/procedure/engine.ts'
import type { Procedure } from '../../../../shared/domain/procedure/types.ts'
import { registry } from '../../../../shared/procedures/index.ts'
import { d000 } from '../../../support/document-index/d000.ts'
import { d001 } from '../../../support/document-index/d001.ts'
import { d002 } from '../../../support/document-index/d002.ts'
import { d003 } from '../../../support/document-index/d003.ts'
import { d004 } from '../../../support/document-index/d004.ts'
import type { DocumentIndex } from '../../../support/document-index/entry.ts'
import { readDocument } from '../../../support/document-index/read-document.ts'

const indexes = [d000, d001, d002, d003, d004]
const each = indexes.map((index) => [index.document, index] as const)

/** Where the documents lie beside the repository; not everywhere that the tests run. */
const seeds = join(import.meta.dirname, '../../../../../shared/seeds')

/** Every place of the document that a procedure's data refers to. */
function sourcesOf(procedure: Procedure): ReadonlySet<string> {
  return new Set([
    ...procedure.phases.flatMap((p) => (p.source === undefined ? [] : [p.source])),
    ...allSteps(procedure).flatMap((s) => [s.source, ...s.instructions.map((i) => i.source)]),
    ...procedure.waits.map((w) => w.source),
    ...procedure.intake.questions.map((q) => q.source),
    ...procedure.intake.explanations.map((e) => e.source),
  ])
}

function procedureOf(index: DocumentIndex): Procedure {
  const procedure = registry.newest(index.procedure)
  if (!procedure) throw new Error(`no procedure ${index.procedure}`)
  return procedure
}

describe.each(each)('document %s', (document, index) => {
  const entries = index.sections.flatMap((s) => s.entries)
  const sources = sourcesOf(procedureOf(index))

  test('has each of its items in the procedure, or a reason why not', () => {
    const missing = entries.filter((e) => e.leftOut === undefined && !sources.has(`${document}, ${e.at}`))
    expect(missing.map((e) => e.at)).toEqual([])
    for (const e of entries) expect(e.leftOut ?? 'kept', e.at).toMatch(/^(?:kept|It .{10,}\.)$/)
  })

  test('leaves out nothing that the procedure has all the same', () => {
    const out = entries.filter((e) => e.leftOut !== undefined && sources.has(`${document}, ${e.at}`))
    expect(out.map((e) => e.at)).toEqual([])
  })

  test('is not said to have what it does not have', () => {
    const there = new Set(entries.map((e) => `${document}, ${e.at}`))
    expect([...sources].filter((s) => !there.has(s))).toEqual([])
  })

  test('names each of its items once', () => {
    expect(new Set(entries.map((e) => e.at)).size).toBe(entries.length)
  })

  test('has these very items in this very order', ({ skip }) => {
    const file = existsSync(seeds) ? readdirSync(seeds).find((name) => name.startsWith(`${document}_`)) : undefined
    if (file === undefined) skip('the documents are not at hand beside the repository')
    const read = readDocument(readFileSync(join(seeds, file ?? ''), 'utf8'))
    expect(index.sections.map((s) => s.entries.map((e) => e.mark))).toEqual(read.map((s) => s.marks))
    for (const [at, { heading }] of index.sections.entries()) {
      const words = (heading ?? '').toLowerCase().split(' ')
      const title = read[at]?.heading.toLowerCase() ?? ''
      expect(
        words.filter((word) => !title.includes(word)),
        `“${heading}” is not the section at this place`,
      ).toEqual([])
    }
  })
})

test('every document is a procedure, and every procedure of a document is indexed', () => {
  expect(indexes.map((i) => procedureOf(i).document)).toEqual(indexes.map((i) => i.document))
  const ofDocuments = registry.newestOfEach.filter((p) => /^\d{3}$/.test(p.document)).map((p) => p.id)
  expect(indexes.map((i) => i.procedure).sort()).toEqual(ofDocuments.sort())
})

describe('the reader of documents', () => {
  test('follows numbers and bullets into any depth, and back', () => {
    const [, notes] = readDocument(
      '# Title\n\n## Notes\n\nFirst\nstill first\n\n1. One\n   - a\n   - b\n2. Two\n   1. Two one\n      1. deep\n   2. Two two\n\n![x](y)\n\n3. Three\ncontinued\n\n* loose\n\nLast',
    )
    expect(notes).toEqual({
      heading: 'Notes',
      marks: ['p1', '1', '1.b1', '1.b2', '2', '2.1', '2.1.1', '2.2', '3', 'b1', 'p2'],
    })
  })

  test('sees an item that was dropped, added or moved', () => {
    const marks = (text: string) => readDocument(`# T\n${text}`)[0]?.marks
    expect(marks('1. a\n2. b')).not.toEqual(marks('1. a'))
    expect(marks('1. a\n2. b')).not.toEqual(marks('1. a\n- b'))
    expect(marks('1. a\n\nb')).not.toEqual(marks('b\n\n1. a'))
  })
})
