import { describe, expect, test } from 'vitest'
import { type MessageCode, messages, sentence } from '../../../../shared/text/messages/index.ts'

const codes = Object.keys(messages) as MessageCode[]

/**
 * Values that choose the words of a sentence and do not stand in it, each with one it may have. A new sentence of that
 * kind is entered here; all others are held to showing what they ask for.
 */
const CHOOSES: Partial<Readonly<Record<MessageCode, Readonly<Record<string, unknown>>>>> = {
  'backup.other-kind': { kind: 'practice' },
  'case.move-refused': { move: 'hold' },
  'case.reason-missing': { move: 'abandon' },
  'conflict.revision': { kind: 'case', values: [{ field: 'Notes', yours: 'a', theirs: 'b' }] },
  'crawler-template.binary': { kind: 'zip' },
  'csv.broken': { reason: 'open-quote' },
  'export.failed': { reason: 'other' },
  'handover.practice': { theirs: 'practice' },
  'input.invalid': { problem: { kind: 'missing' } },
  'item.no-recipient': { kind: 'sales' },
  'region.other-partition': { partition: 'aws-cn' },
  'step.not-by-hand': { kind: 'attach' },
  'template.refused': { errors: 2 },
  'undo.nothing': { what: 'redo' },
  'undo.partly': { again: true },
  'zip.refused': { reason: 'cut-off' },
}

/** Values of any sentence: each one that it asks for is there, as a text that is also a number. */
function anyValues(code: MessageCode, own: Readonly<Record<string, unknown>> = {}, asked = new Set<string>()) {
  const given: Readonly<Record<string, unknown>> = { ...CHOOSES[code], ...own }
  return new Proxy(given, {
    get(_, name) {
      asked.add(String(name))
      return given[String(name)] ?? '7'
    },
  })
}

describe.each(codes)('%s', (code) => {
  test('says what is so, and the way out, in whole sentences', () => {
    const { message, remedy } = sentence(code, anyValues(code))
    for (const text of [message, remedy]) {
      expect(text).toMatch(/^(?:[A-Z“]|7|casebook |crawler-cfn\.yml |aws:|s3:)/)
      expect(text).toMatch(/(?:[.!?:)”]|7)$/)
      expect(text).not.toMatch(/undefined|null|NaN|\[object|=>/)
    }
  })

  test('quotes as print does', () => {
    const { message, remedy } = sentence(code, anyValues(code))
    expect(`${message} ${remedy}`).not.toMatch(/(?:^|\s)["']\w|\w"/)
  })

  test('puts every value it asks for where a person can read it', () => {
    const asked = new Set<string>()
    sentence(code, anyValues(code, {}, asked))
    for (const name of asked) {
      if (Object.hasOwn(CHOOSES[code] ?? {}, name)) continue
      const told = sentence(code, anyValues(code, { [name]: 'MARKED' }))
      expect(`${told.message} ${told.remedy}`, name).toContain('MARKED')
    }
  })
})

test('there is a sentence for everything that the documents warn of', () => {
  expect(codes.length).toBeGreaterThan(250)
})
