import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Put } from '../../../shared/domain/records/change-set.ts'
import { makeCase, makeCustomer, makePayer, makeSubmission } from '../../support/records.ts'
import { everything, type MakeStore, numbers, put } from './support.ts'

const acme = makeCustomer({
  name: 'Åcme Foods GmbH',
  managementAccountId: '123456789012',
  orgIds: ['606700000001', '77345678'],
  tags: ['Key Account'],
  notes: 'Renewal is discussed in spring.',
})
const bolt = makeCustomer({
  id: 'customer-2',
  name: 'O’Brien & Bolt 東京支社',
  managementAccountId: '210987654321',
  orgIds: ['999888777666'],
  payerId: 'payer-2',
  tags: [],
})
const first = makeCase({
  id: 'case-42',
  number: 42,
  tags: ['urgent', 'wave-2'],
  notes: 'Ask Zoë about the report; see C-7 too.',
})
const second = makeCase({ id: 'case-421', number: 421, customerId: 'customer-2', payerId: 'payer-2' })

const workspace: readonly Put[] = [
  { kind: 'payer', record: makePayer({ accountId: '555566667777', bucket: 'acme-billing-eu.reports' }) },
  { kind: 'payer', record: makePayer({ id: 'payer-2', accountId: '888899990000', bucket: 'bolt-cur' }) },
  { kind: 'customer', record: acme },
  { kind: 'customer', record: bolt },
  { kind: 'case', record: first },
  { kind: 'case', record: second },
]

export function searchConformance(makeStore: MakeStore): void {
  it.each<[string, string, number[]]>([
    ['the beginning of a name', 'foo', [42]],
    ['a name without its accents', 'acme', [42]],
    ['a name in other letters’ case', 'ÅCME', [42]],
    ['a part of a name', 'ood', [42]],
    ['a name in another script', '東京支', [421]],
    ['a name with marks', 'o’brien &', [421]],
    ['a management account', '123456789012', [42]],
    ['a grouped account', '1234 5678 9012', [42]],
    ['a grouped account with hyphens', '1234-5678-9012', [42]],
    ['the end of an account', '9012', [42]],
    ['the middle of an account', '45678', [42]],
    ['the middle of an Org ID', '67000', [42]],
    ['any Org ID', '77345678', [42]],
    ['the payer’s account', '6666777', [42]],
    ['the beginning of an ID', '12', [42]],
    ['a bucket', 'acme-billing-eu.reports', [42]],
    ['a word of a bucket', 'billing', [42]],
    ['a note of the case', 'zoe', [42]],
    ['a note of the customer', 'renew', [42]],
    ['a tag of the case', 'urg', [42]],
    ['a tag with a hyphen', 'wave-2', [42]],
    ['a tag of the customer', 'key account', [42]],
    ['one letter', 'b', [42, 421]],
    ['words of several places', 'spring 9012 urgent billing', [42]],
    ['words that no one case has', 'acme bolt', []],
    ['the number of a case, and of no case that begins like it', 'C-42', [42]],
    ['the number in small letters', 'c-421', [421]],
    ['a number that a note speaks of', 'C-7', [42]],
    ['a number without its letter', '42', [42, 421]],
    ['nothing', '   ', [42, 421]],
    ['signs alone', '*" -', [42, 421]],
    ['what is nowhere', 'nowhere', []],
    ['the middle of a word in a note', 'enewal', []],
  ])('finds cases by %s: %s', async (_name, text, expected) => {
    const store = await makeStore()
    await put(store, workspace)
    expect(await numbers(store, { text })).toEqual(expected)
  })

  it('knows a change at once, and nothing of what was before', async () => {
    const store = await makeStore()
    await put(store, workspace)
    const finds = (text: string) => numbers(store, { text })

    expect(await finds('foods')).toEqual([42])
    const renamed = { ...acme, name: 'Nimbus', orgIds: ['414243444546'], tags: [], notes: '', revision: 1 }
    await put(store, [{ kind: 'customer', record: renamed }])
    for (const gone of ['foods', '606700000001', 'key', 'spring']) expect(await finds(gone)).toEqual([])
    for (const now of ['nimb', 'imbu', '4344']) expect(await finds(now)).toEqual([42])

    const changed = { ...first, tags: ['calm'], notes: 'Nothing left to ask.', revision: 1 }
    await put(store, [{ kind: 'case', record: changed }])
    for (const gone of ['urgent', 'zoe', 'C-7']) expect(await finds(gone)).toEqual([])
    for (const now of ['calm', 'nothing', 'C-42']) expect(await finds(now)).toEqual([42])

    const payer = makePayer({ accountId: '555566667777', bucket: 'elsewhere', revision: 1 })
    await put(store, [{ kind: 'payer', record: payer }])
    expect(await finds('billing')).toEqual([])
    expect(await finds('elsewhere')).toEqual([42])

    await put(store, [
      { kind: 'case', record: { ...changed, customerId: 'customer-2', payerId: 'payer-2', revision: 2 } },
    ])
    expect(await finds('nimbus')).toEqual([])
    expect(await finds('bolt')).toEqual([42, 421])
  })

  it('finds a case by the tags of its customer as they are, and of the one that it was moved to', async () => {
    const store = await makeStore()
    await put(store, workspace)
    const finds = (text: string) => numbers(store, { text })
    expect(await finds('account')).toEqual([42])
    await put(store, [{ kind: 'customer', record: { ...acme, tags: ['silver', 'Küche'], revision: 1 } }])
    expect(await finds('account')).toEqual([])
    for (const text of ['silv', 'kuche', 'silver küche']) expect(await finds(text)).toEqual([42])

    const here = { customerId: 'customer-1', payerId: 'payer-1' }
    await put(store, [{ kind: 'case', record: { ...second, ...here, tags: ['urgent'], revision: 1 } }])
    expect(await finds('silver')).toEqual([42, 421])
    expect(await finds('silver urgent')).toEqual([42, 421])
    await put(store, [
      { kind: 'case', record: { ...first, ...{ customerId: 'customer-2', payerId: 'payer-2' }, revision: 1 } },
    ])
    expect(await finds('silver')).toEqual([421])
    expect(await finds('urgent')).toEqual([42, 421])
    // Only of the case itself: a list narrowed by a tag asks for no customer's.
    expect(await numbers(store, { tag: 'silver' })).toEqual([])
  })

  it('finds a case by what Spot said of its submissions, and by whom', async () => {
    const store = await makeStore()
    await put(store, workspace)
    const finds = (text: string) => numbers(store, { text })
    const asked = makeSubmission({
      id: 'submission-42',
      caseId: 'case-42',
      recipient: { kind: 'sales', name: 'Samira', email: 'samira@spot.example' },
      ticket: 'SPOT-4711',
    })
    await put(store, [
      { kind: 'case', record: { ...first, revision: 1 } },
      { kind: 'submission', record: asked },
    ])
    for (const text of ['SPOT-4711', 'samira', 'samira@spot.example']) expect(await finds(text)).toEqual([42])

    const said = { at: '2026-11-18T09:00:00.000Z', by: 'Ana', text: 'Please resend the prefix.', attachmentId: null }
    await put(store, [
      { kind: 'case', record: { ...first, revision: 2 } },
      { kind: 'submission', record: { ...asked, ticket: '', replies: [said] } },
    ])
    expect(await finds('resend')).toEqual([42])
    expect(await finds('4711')).toEqual([])
  })

  it('does not find every case by Spot Support, which most are sent to', async () => {
    const store = await makeStore()
    await put(store, workspace)
    const support = { kind: 'support', name: 'Spot Support', email: 'support@spot.example' } as const
    await put(store, [
      { kind: 'case', record: { ...first, revision: 1 } },
      { kind: 'submission', record: makeSubmission({ caseId: 'case-42', recipient: support }) },
    ])
    expect(await numbers(store, { text: 'support' })).toEqual([])
  })

  it('forgets what a refused change would have said', async () => {
    const store = await makeStore()
    await put(store, workspace)
    expect(await numbers(store, { text: 'foods' })).toEqual([42])
    const refused = put(store, [
      { kind: 'customer', record: { ...acme, name: 'Nimbus', revision: 1 } },
      { kind: 'case', record: { ...first, revision: 9 } },
    ])
    await expect(refused).rejects.toThrow()
    expect(await numbers(store, { text: 'foods' })).toEqual([42])
    expect(await numbers(store, { text: 'nimbus' })).toEqual([])
  })

  it('takes any text as words, never as a query language', async () => {
    const store = await makeStore()
    await put(store, workspace)
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '"',
        '*',
        'AND',
        'OR',
        'NOT',
        'NEAR(',
        ')',
        '{words}:',
        '^',
        '-',
        "'",
        ';',
        '\\',
        '%',
        '_',
        '\0',
        '\ud800',
        'acme',
      ),
    )
    const texts = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(' '))
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { rows, total } = await store.cases({ ...everything, text })
        expect(total).toBe(rows.length)
        await store.customers({ text, limit: 10 })
      }),
    )
  })
}
