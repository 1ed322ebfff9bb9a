import { describe, expect, it } from 'vitest'
import { Decider, type Side } from '../../../../../shared/domain/handover/decide.ts'
import { handOver } from '../../../../../shared/domain/handover/hand-over.ts'
import { HANDOVER_KIND, HANDOVER_SCHEMA, type Manifest } from '../../../../../shared/domain/handover/schema.ts'
import { type Ours, type TakenOver, takeOver } from '../../../../../shared/domain/handover/take-over.ts'
import type { Case } from '../../../../../shared/domain/records/case-aggregate.ts'
import type { Customer } from '../../../../../shared/domain/records/customer.ts'
import type { Payer } from '../../../../../shared/domain/records/payer.ts'
import { isRefusal } from '../../../../../shared/domain/refusal.ts'
import { mspCurExtraction } from '../../../../../shared/procedures/msp-cur-extraction.ts'
import { codesOf } from '../../../../support/parsing.ts'
import {
  makeAttachment,
  makeCheck,
  makeCustomer,
  makePayer,
  makeStep,
  makeSubmission,
  makeWait,
} from '../../../../support/records.ts'
import { refusedWith, WorkedCase } from '../../../../support/worked-case.ts'

const EARLY = '2026-11-14T09:00:00.000Z'
const LATE = '2026-11-15T09:00:00.000Z'
const base = new WorkedCase().case
const withRecord = (record: Partial<Case['record']>, own: Partial<Case> = {}): Case => ({
  ...base,
  ...own,
  record: { ...base.record, ...record },
})
const full = withRecord(
  {},
  {
    steps: [makeStep({ stepId: 'report.sign-in' })],
    waits: [makeWait()],
    submissions: [makeSubmission()],
    attachments: [
      makeAttachment({ id: 'older', addedAt: EARLY }),
      makeAttachment({ id: 'newer', addedAt: LATE, payerId: 'payer-1' }),
    ],
    checks: [makeCheck()],
  },
)

interface Here {
  readonly payers?: readonly (readonly [theirId: string, Payer])[]
  readonly customers?: readonly (readonly [theirId: string, Customer])[]
  readonly cases?: readonly Case[]
  readonly own?: Partial<Ours>
}

/** What the workspace has of the handover's parties; nothing unless said. */
function having({ payers = [], customers = [], cases = [], own = {} }: Here = {}): Ours {
  return {
    payers: new Map(payers),
    customers: new Map(customers),
    cases: new Map(cases.map((c) => [c.record.id, c])),
    payersById: new Map(payers.map(([, p]) => [p.id, p])),
    takenNumbers: new Set(),
    nextNumber: 1,
    openProcedures: new Map(),
    procedure: (id, version) => (id === mspCurExtraction.id && version === 1 ? mspCurExtraction : null),
    ...own,
  }
}

function decided(theirs: readonly Case[], ours: Ours, others: Side | null = 'theirs') {
  const decider = new Decider({ each: {}, others })
  const manifest: Manifest = {
    schema: HANDOVER_SCHEMA,
    kind: HANDOVER_KIND,
    workspace: 'real',
    company: 'Northwind',
    mspAccountId: '999900001111',
    files: [],
  }
  const handover = { manifest, data: handOver(theirs), activity: [] }
  return { decider, result: takeOver(handover, ours, decider, new WorkedCase().act()) }
}

function taken(theirs: readonly Case[], ours: Ours = having(), others: Side | null = 'theirs'): TakenOver {
  const { result } = decided(theirs, ours, others)
  if (isRefusal(result)) throw new Error(`refused: ${result.code}`)
  return result
}

const putsOf = (result: TakenOver) => result.puts.map(({ kind }) => kind)
const here: Here = { payers: [['payer-1', base.payer]], customers: [['customer-1', base.customer]], cases: [base] }

describe('a case that is not here', () => {
  it('comes with its customer, its payer and all of its parts, and is counted anew', () => {
    const result = taken([full])
    expect(result.payers).toEqual([{ account: '111122223333', what: 'new' }])
    expect(result.customers).toEqual([{ name: 'Acme Foods', what: 'new' }])
    expect(result.cases).toEqual([{ id: 'case-1', ref: 'C-1', as: 'C-1', customer: 'Acme Foods', what: 'new' }])
    expect(result.findings).toEqual([])
    expect([...result.ids]).toEqual([
      ['payer-1', 'payer-1'],
      ['customer-1', 'customer-1'],
      ['case-1', 'case-1'],
    ])
    const records = result.puts.map(({ kind, record }) => [kind, record])
    expect(records).toEqual([
      ['payer', full.payer],
      ['customer', full.customer],
      ['case', { ...full.record, revision: 0, summary: expect.objectContaining({ stepsDone: 1, blocked: false }) }],
      ['step', full.steps[0]],
      ['submission', full.submissions[0]],
      ['wait', full.waits[0]],
      ['attachment', full.attachments[1]],
      ['attachment', full.attachments[0]],
      ['check', full.checks[0]],
    ])
  })

  it('begins at revision 0, whatever it had there', () => {
    const there = { ...base, payer: makePayer({ revision: 7 }), customer: makeCustomer({ revision: 8 }) }
    const result = taken([{ ...there, record: { ...base.record, revision: 9 } }])
    expect(result.puts.map(({ record }) => 'revision' in record && record.revision)).toEqual([0, 0, 0])
  })

  it('gets the next free number where its own is taken, and that is said', () => {
    const cases = [
      withRecord({ number: 1 }),
      withRecord({ id: 'case-2', number: 2 }),
      withRecord({ id: 'case-3', number: 9 }),
    ]
    const result = taken(cases, having({ own: { takenNumbers: new Set([1, 3, 4]), nextNumber: 3 } }))
    expect(result.cases.map(({ ref, as }) => [ref, as])).toEqual([
      ['C-1', 'C-5'],
      ['C-2', 'C-2'],
      ['C-9', 'C-9'],
    ])
    expect(codesOf(result.findings)).toEqual(['handover.renumbered'])
    expect(result.findings).toMatchObject([{ level: 'info', params: { from: 'C-1', to: 'C-5' } }])
    expect(result.puts.flatMap((p) => (p.kind === 'case' ? [p.record.number] : []))).toEqual([5, 2, 9])
  })

  it('never shares the number that one before it was given', () => {
    const cases = [withRecord({ number: 1 }), withRecord({ id: 'case-2', number: 5 })]
    const result = taken(cases, having({ own: { takenNumbers: new Set([1]), nextNumber: 5 } }))
    expect(result.cases.map(({ as }) => as)).toEqual(['C-5', 'C-6'])
  })

  it.each([
    ['open', 1],
    ['on-hold', 1],
    ['done', 0],
    ['abandoned', 0],
  ] as const)('and is %s beside an open one of its procedure: %i remark', (state, remarks) => {
    const openProcedures = new Map([['customer-1', new Set(['msp-cur-extraction'])]])
    const result = taken([withRecord({ state })], having({ own: { openProcedures } }))
    expect(codesOf(result.findings)).toEqual(Array.from({ length: remarks }, () => 'handover.second-case'))
    expect(result.findings.map((f) => [f.level, f.params])).toEqual(
      Array.from({ length: remarks }, () => ['warning', { customer: 'Acme Foods', ref: 'C-1' }]),
    )
  })

  it('is not remarked on beside one of another procedure', () => {
    const openProcedures = new Map([['customer-1', new Set(['eco-connect'])]])
    expect(taken([base], having({ own: { openProcedures } })).findings).toEqual([])
  })

  it('stands on the customer and payer of its accounts that are here', () => {
    const payer = makePayer({ id: 'our-payer' })
    const customer = makeCustomer({ id: 'our-customer', payerId: 'our-payer' })
    const ours = having({ payers: [['payer-1', payer]], customers: [['customer-1', customer]] })
    const result = taken([full], ours)
    expect(result.payers).toEqual([{ account: '111122223333', what: 'same' }])
    expect(result.customers).toEqual([{ name: 'Acme Foods', what: 'same' }])
    expect(putsOf(result)).toEqual(['case', 'step', 'submission', 'wait', 'attachment', 'attachment', 'check'])
    expect(result.puts[0]).toMatchObject({ record: { customerId: 'our-customer', payerId: 'our-payer' } })
    expect(result.puts.flatMap((p) => (p.kind === 'attachment' ? [p.record.payerId] : []))).toEqual(['our-payer', null])
    expect([...result.ids]).toEqual([
      ['payer-1', 'our-payer'],
      ['customer-1', 'our-customer'],
      ['case-1', 'case-1'],
    ])
  })
})

describe('a case that is here', () => {
  it('and is the same changes nothing', () => {
    // As the workspace counts it, so that no difference of the summary is left.
    const counted = taken([base]).puts.find((p) => p.kind === 'case')
    if (counted?.kind !== 'case') throw new Error('There is no case.')
    const ours = { ...base, record: counted.record }
    const result = taken([ours], having({ ...here, cases: [ours] }))
    expect(result.puts).toEqual([])
    expect(result.cases).toMatchObject([{ ref: 'C-1', as: 'C-1', what: 'same' }])
    expect(result.payers).toMatchObject([{ what: 'same' }])
    expect(result.customers).toMatchObject([{ what: 'same' }])
  })

  it('takes the parts that it has not, and keeps its number', () => {
    const result = taken([full], having({ ...here, cases: [withRecord({ number: 7 })] }))
    expect(putsOf(result)).toEqual(['case', 'step', 'submission', 'wait', 'attachment', 'attachment', 'check'])
    expect(result.cases).toEqual([{ id: 'case-1', ref: 'C-1', as: 'C-7', customer: 'Acme Foods', what: 'changed' }])
    expect(result.findings).toEqual([])
  })

  it('puts only what is different', () => {
    const ours = { ...full, steps: [] }
    expect(putsOf(taken([full], having({ ...here, cases: [ours] })))).toEqual(['case', 'step'])
  })

  it('is refused where it belongs to another customer here', () => {
    const ours = withRecord({ customerId: 'customer-2', number: 7 }, { customer: makeCustomer({ name: 'Bolt' }) })
    const { result } = decided([base], having({ ...here, cases: [ours] }))
    expect(refusedWith(result)).toMatchObject({
      code: 'handover.other-customer',
      params: { ref: 'C-1', as: 'C-7', customer: 'Bolt' },
    })
  })
})

describe('a handover is refused', () => {
  it('for a version of a procedure that this app does not know', () => {
    const { result } = decided([withRecord({ procedureVersion: 2 })], having())
    expect(refusedWith(result)).toMatchObject({
      code: 'procedure.version-unknown',
      params: { procedure: 'msp-cur-extraction', version: 2 },
    })
  })

  it.each([{ customerId: 'nobody' }, { payerId: 'nobody' }])('for a case whose %o is not in it', (own) => {
    expect(refusedWith(decided([withRecord(own)], having()).result)).toMatchObject({
      code: 'handover.inconsistent',
      params: { what: 'the customer of C-1' },
    })
  })
})

describe('a payer that is here', () => {
  it('is merged field by field; which AWS profile it is looked at with stays a matter of this machine', () => {
    const ours = makePayer({ id: 'ours', bucket: 'our-bucket', awsProfile: 'mine', updatedAt: EARLY, revision: 3 })
    const theirs = makePayer({ bucket: 'their-bucket', awsProfile: 'theirs', updatedAt: LATE })
    const ourCustomer = makeCustomer({ payerId: 'ours' })
    const has: Here = { payers: [['payer-1', ours]], customers: [['customer-1', ourCustomer]] }
    const { decider, result } = decided([{ ...base, payer: theirs }], having(has))
    if (isRefusal(result)) throw new Error(result.code)
    expect(decider.conflicts).toEqual([
      {
        id: 'payer/ours/bucket',
        kind: 'payer',
        of: '111122223333',
        field: 'bucket',
        ours: 'our-bucket',
        theirs: 'their-bucket',
        newer: 'theirs',
      },
    ])
    expect(result.payers).toEqual([{ account: '111122223333', what: 'changed' }])
    expect(result.puts[0]).toEqual({
      kind: 'payer',
      record: { ...ours, bucket: 'their-bucket', updatedAt: LATE },
    })
  })

  it('keeps the later of both times', () => {
    const ours = makePayer({ bucket: 'our-bucket', updatedAt: LATE })
    const theirs = makePayer({ bucket: 'their-bucket', updatedAt: EARLY })
    const result = taken([{ ...base, payer: theirs }], having({ payers: [['payer-1', ours]] }))
    expect(result.puts[0]).toMatchObject({ record: { bucket: 'their-bucket', updatedAt: LATE } })
  })

  it('stays as it is where ours is kept', () => {
    const ours = makePayer({ bucket: 'our-bucket' })
    const has: Here = { payers: [['payer-1', ours]], customers: [['customer-1', base.customer]], cases: [base] }
    const result = taken([{ ...base, payer: makePayer({ bucket: 'their-bucket' }) }], having(has), 'ours')
    expect(result.payers).toEqual([{ account: '111122223333', what: 'same' }])
    expect(putsOf(result)).not.toContain('payer')
  })
})

describe('a customer that is here', () => {
  const other = makePayer({ id: 'payer-2', accountId: '999988887777', kind: 'shared' })

  it('is merged field by field', () => {
    const ours = makeCustomer({ id: 'ours', notes: 'ours', tags: ['a'], updatedAt: LATE })
    const theirs = makeCustomer({ notes: 'theirs', tags: ['a'], updatedAt: EARLY })
    const { decider, result } = decided([{ ...base, customer: theirs }], having({ customers: [['customer-1', ours]] }))
    expect(decider.conflicts).toMatchObject([
      { id: 'customer/ours/notes', kind: 'customer', of: 'Acme Foods', ours: 'ours', theirs: 'theirs', newer: 'ours' },
    ])
    expect(result).toMatchObject({
      customers: [{ name: 'Acme Foods', what: 'changed' }],
      puts: expect.arrayContaining([
        { kind: 'customer', record: { ...ours, notes: 'theirs', payerId: 'payer-1', updatedAt: LATE } },
      ]),
    })
  })

  it.each([
    ['theirs', 'payer-1'],
    ['ours', 'payer-2'],
  ] as const)('of which %s is chosen is billed by %s where both name another payer', (side, payerId) => {
    const ours = makeCustomer({ payerId: 'payer-2' })
    const has: Here = { customers: [['customer-1', ours]], own: { payersById: new Map([['payer-2', other]]) } }
    const { decider, result } = decided([base], having(has), side)
    expect(decider.conflicts).toMatchObject([{ field: 'payer', ours: '999988887777', theirs: '111122223333' }])
    if (isRefusal(result)) throw new Error(result.code)
    const put = result.puts.find((p) => p.kind === 'customer')
    expect(put?.record ?? ours).toMatchObject({ payerId })
  })

  it('has no conflict over the payer where both mean one account', () => {
    const payer = makePayer({ id: 'our-payer' })
    const ours = makeCustomer({ payerId: 'our-payer' })
    const has: Here = { payers: [['payer-1', payer]], customers: [['customer-1', ours]] }
    expect(decided([base], having(has)).decider.conflicts).toEqual([])
  })
})
