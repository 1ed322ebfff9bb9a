import { describe, expect, test } from 'vitest'
import { reusableSteps, reuse, type Verified } from '../../../../../shared/domain/case/reuse.ts'
import { ecoConnect } from '../../../../../shared/procedures/eco-connect.ts'
import { makeCheck } from '../../../../support/records.ts'
import { refusedWith, START, WorkedCase } from '../../../../support/worked-case.ts'

const PHASE_1 = [
  'report.sign-in',
  'report.content',
  'report.bucket',
  'report.delivery-options',
  'report.create',
] as const
const SHARED = { kind: 'shared', accountId: '333300000000' } as const

function caseNumber(number: number, payer: object = {}): WorkedCase {
  return new WorkedCase({
    payer: { ...SHARED, ...payer },
    record: { id: `case-${number}`, number },
    customer: { id: `customer-${number}`, managementAccountId: `11112222000${number}` },
  })
}

const first = () => caseNumber(1).does(...PHASE_1)
const byHand: Verified = { by: 'hand', seen: 'It is in the list.' }

function reusable(c: WorkedCase, ...others: readonly WorkedCase[]) {
  return reusableSteps(
    c.case,
    c.procedure,
    others.map((o) => o.case),
    c.act(),
  )
}

describe('what can be taken over', () => {
  test('is what another case has done for the same payer, from the earliest of them', () => {
    const [one, two, three] = [first(), caseNumber(2).does('report.sign-in'), caseNumber(3)]
    const found = reusable(three, two, one)
    expect(found.map((r) => [r.step.id, r.case])).toEqual(PHASE_1.map((id) => [id, 'C-1']))
    expect(found[0]).toMatchObject({ at: START, by: 'Ana' })
  })

  test('leaves out what this case has settled itself', () => {
    expect(reusable(caseNumber(2).does('report.sign-in'), first()).map((r) => r.step.id)).toEqual(PHASE_1.slice(1))
  })

  test('is nothing of another payer, of another procedure, of itself, or that was reopened or skipped', () => {
    const two = caseNumber(2)
    expect(reusable(two, caseNumber(1, { id: 'payer-2' }))).toEqual([])
    const elsewhere = new WorkedCase({
      payer: { ...SHARED, id: 'payer-2' },
      record: { id: 'case-1', payerId: 'payer-2' },
    })
    expect(reusable(two, elsewhere.does(...PHASE_1))).toEqual([])
    const eco = new WorkedCase({
      procedure: ecoConnect,
      payer: SHARED,
      record: { id: 'case-9', facts: { managedByMsp: 'no' } },
    })
    expect(reusable(two, eco.does('wizard.start', 'account.sign-in', 'report.create'))).toEqual([])
    const one = first()
    expect(reusable(one, one)).toEqual([])
    one.take(one.mark('report.sign-in', 'reopen'))
    expect(reusable(two, one)).toEqual([])
    const skipped = caseNumber(1)
    skipped.take(skipped.mark('report.sign-in', 'skip'))
    expect(reusable(two, skipped)).toEqual([])
  })

  test('is the payer’s work only: decisions and the submission are the customer’s own', () => {
    const payers = first().procedure.phases.flatMap((p) => p.steps.filter((s) => s.of === 'payer').map((s) => s.id))
    expect(payers).toEqual([
      ...PHASE_1,
      'report.delivered',
      'crawler-file.attach',
      'crawler-stack.name',
      'crawler-stack.create',
      'crawler.schedule',
    ])
  })
})

describe('taking over', () => {
  test('by hand marks each step with where it was done and what was seen, and sets nothing off', () => {
    const one = first().does('report.delivered')
    const two = caseNumber(2).pass(50)
    two.take(reuse(two.case, two.procedure, reusable(two, one), byHand, two.act()))
    const record = two.case.steps.find((s) => s.stepId === 'report.create')
    expect(record).toMatchObject({ state: 'done', at: two.now, by: 'Ana' })
    expect(record?.evidence?.text).toMatch(
      /^Done in C-1 by Ana on .*; verified anew on .* by hand: It is in the list\.$/,
    )
    expect(two.case.waits).toEqual([])
    expect(two.activity.find((a) => a.what === 'steps.reused')?.params).toMatchObject({ cases: 'C-1', by: 'hand' })
  })

  test('lets the wait for AWS run on from where it began, while nothing is delivered', () => {
    const two = caseNumber(2).pass(5)
    two.take(reuse(two.case, two.procedure, reusable(two, first()), byHand, two.act()))
    expect(two.wait('report-delivery')).toMatchObject({ anchorAt: START, recordedAt: two.now, metAt: null })
  })

  test('by check takes each step whose own proof passed, and files every check', () => {
    const two = caseNumber(2)
    const checks = [
      makeCheck({ caseId: 'case-2', checkId: 'account.payer', outcome: 'pass' }),
      makeCheck({ caseId: 'case-2', checkId: 'bucket.ready', outcome: 'fail' }),
      makeCheck({ caseId: 'case-2', checkId: 'report.definition', outcome: 'pass' }),
    ]
    const verified: Verified = { by: 'check', checks, account: SHARED.accountId }
    two.take(reuse(two.case, two.procedure, reusable(two, first()), verified, two.act()))
    expect(two.status('report.sign-in')).toBe('done')
    expect(two.status('report.bucket')).not.toBe('done')
    expect(two.case.steps.find((s) => s.stepId === 'report.create')?.evidence?.text).toContain(
      'by check, as account 333300000000.',
    )
    expect(two.case.checks).toHaveLength(3)
  })

  test('takes the file only where it is there, and the stack’s name only where it is known', () => {
    const one = first().does('report.delivered').getsFile().does('crawler-stack.name')
    const two = caseNumber(2, { crawlerStackName: '' })
    two.take(reuse(two.case, two.procedure, reusable(two, one), byHand, two.act()))
    expect(two.status('crawler-file.attach')).not.toBe('done')
    expect(two.status('crawler-stack.name')).not.toBe('done')
    expect(two.status('report.delivered')).toBe('done')
  })

  test('is refused with nothing to take, nothing seen, nothing verified, or on a closed case', () => {
    const two = caseNumber(2)
    const found = reusable(two, first())
    const code = (from: typeof found, verified: Verified) =>
      refusedWith(reuse(two.case, two.procedure, from, verified, two.act())).code
    expect(code([], byHand)).toBe('reuse.nothing')
    expect(code(found, { by: 'hand', seen: ' ' })).toBe('reuse.evidence-missing')
    expect(code(found, { by: 'check', checks: [], account: '' })).toBe('reuse.not-verified')
    two.take(two.move('abandon'))
    expect(code(found, byHand)).toBe('case.not-open')
  })
})
