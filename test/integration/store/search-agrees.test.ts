import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { InputOf } from '../../../shared/contract/index.ts'
import type { OpenDeskOfTest } from '../../support/open-desk.ts'
import { settledDesk } from '../../support/open-desk.ts'

/** Words that overlap, so that a change takes some away and leaves others. */
const word = fc.constantFrom('Aurora', 'Aurora Bakeries', 'Möbel', 'spotinst', 'cur-report', 'Tide & Timber', 'a "b" c')
const pick = fc.nat({ max: 5 })

/** What people do to a workspace; which case or customer is meant is picked among those that are there. */
const move = fc.oneof(
  fc.record({ kind: fc.constant('open'), pick, word }),
  fc.record({ kind: fc.constantFrom('notes', 'tags', 'prefix', 'rename', 'label', 'ticket'), pick, word }),
  fc.record({ kind: fc.constantFrom('undo', 'undo', 'redo', 'hand-over'), pick, word }),
)

interface Move {
  readonly kind: string
  readonly pick: number
  readonly word: string
}

/** What is refused changes nothing, and that is part of a history too. */
async function play(desk: OpenDeskOfTest, other: OpenDeskOfTest, { kind, pick, word }: Move): Promise<unknown> {
  const managementAccountId = `22223333000${pick}`
  if (kind === 'open') {
    await desk.send('customer.add', { name: word, managementAccountId, orgIds: '606606606606' })
    return desk.send('case.open', { customer: managementAccountId })
  }
  if (kind === 'undo') return desk.send('undo.last', {})
  if (kind === 'redo') return desk.send('undo.redo', {})
  const { rows } = await desk.send('case.list', { order: 'number', limit: 100 })
  const row = rows[pick % Math.max(1, rows.length)]
  if (row === undefined) return undefined
  const of = { case: row.id }
  switch (kind) {
    case 'notes':
      return desk.send('case.describe', { ...of, notes: word })
    case 'tags':
      return desk.send('case.describe', { ...of, tags: [word, `n${pick}`] })
    case 'prefix':
      return desk.send('case.set', { ...of, facts: { prefix: word }, confirmed: true })
    case 'ticket':
      // The first recipient makes the attempt that a ticket can be of.
      await desk.send('submission.recipient', { ...of, recipient: { kind: 'support', name: word, email: '' } })
      return desk.send('submission.note', { ...of, ticket: word })
    case 'rename':
      return ofCustomer(desk, row.id, { name: `${word} AG` })
    case 'label':
      return ofCustomer(desk, row.id, { tags: [word, `n${pick}`] })
    default:
      return thereAndBack(desk, other, row.id, word)
  }
}

type CustomerSet = InputOf<'customer.set'>['set']

async function ofCustomer(desk: OpenDeskOfTest, id: string, set: CustomerSet): Promise<unknown> {
  const { customer } = await desk.send('case.get', { case: id })
  return desk.send('customer.set', { customer: customer.id, revision: customer.revision, set })
}

/** To a colleague, who writes on it while it is changed here as well, and back: the two are merged. */
async function thereAndBack(desk: OpenDeskOfTest, other: OpenDeskOfTest, id: string, word: string): Promise<void> {
  const hand = async (from: OpenDeskOfTest, to: OpenDeskOfTest) => {
    const { base64 } = await from.send('handover.export', { cases: [id] })
    await to.send('handover.take', { base64: base64 ?? '', others: 'theirs' })
  }
  await hand(desk, other)
  await desk.send('case.describe', { case: id, notes: 'while it was away' })
  await other.send('case.describe', { case: id, notes: word, tags: ['of-the-colleague'] })
  await hand(other, desk)
}

/** A history in which everything is done once. */
const EVERYTHING: Move[] = [
  'notes',
  'tags',
  'prefix',
  'rename',
  'label',
  'ticket',
  'undo',
  'redo',
  'hand-over',
  'open',
].map((kind, pick) => ({ kind, pick, word: 'spotinst' }))

const INDEXES = ['case_words', 'case_parts', 'tag_words']
const TABLES = ['case_texts', 'case_labels', 'customer_labels']

/** Every term of every index with where it stands, as it is and as it is after the index was made anew. */
function indexes(folder: string): { readonly kept: unknown; readonly rebuilt: unknown; readonly texts: unknown[] } {
  const db = new Database(join(folder, 'casebook.db'))
  try {
    const terms = () => INDEXES.map((name) => db.prepare(`SELECT * FROM temp.terms_of_${name}`).all())
    for (const name of INDEXES) {
      db.exec(`CREATE VIRTUAL TABLE temp.terms_of_${name} USING fts5vocab(main, ${name}, instance)`)
    }
    const kept = terms()
    const differ = (one: string, two: string) => db.prepare(`SELECT * FROM ${one} EXCEPT SELECT * FROM ${two}`).all()
    const texts = TABLES.flatMap((name) => [...differ(name, `${name}_now`), ...differ(`${name}_now`, name)])
    for (const name of INDEXES) db.exec(`INSERT INTO ${name} (${name}) VALUES ('rebuild')`)
    return { kept, rebuilt: terms(), texts }
  } finally {
    db.close()
  }
}

it('whatever was changed, undone, merged or handed over, the search is what it would be if made anew', async () => {
  const done = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 6, maxLength: 16 }), async (moves) => {
      const [desk, other] = [await settledDesk(), await settledDesk()]
      await play(desk, other, { kind: 'open', pick: 0, word: 'Aurora' })
      for (const one of moves) {
        await play(desk, other, one).then(
          () => done.add(one.kind),
          () => {},
        )
      }
      expect((await desk.send('workspace.verify', {})).findings).toEqual([])
      await desk.close()
      await other.close()
      const { kept, rebuilt, texts } = indexes(desk.folder)
      expect(texts).toEqual([])
      expect(kept).toEqual(rebuilt)
    }),
    { numRuns: 12, examples: [[EVERYTHING]] },
  )
  // A history in which everything is refused would agree with anything.
  expect([...done].toSorted()).toEqual(EVERYTHING.map(({ kind }) => kind).toSorted())
})
