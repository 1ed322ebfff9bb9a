import { describe, expect, test } from 'vitest'
import { draftCase, openCase } from '../../../../../shared/domain/case/open-case.ts'
import type { Procedure } from '../../../../../shared/domain/procedure/types.ts'
import { CaseRecord } from '../../../../../shared/domain/records/case.ts'
import type { ChangeSet } from '../../../../../shared/domain/records/change-set.ts'
import type { Payer } from '../../../../../shared/domain/records/payer.ts'
import { isRefusal } from '../../../../../shared/domain/refusal.ts'
import { billingEngine } from '../../../../../shared/procedures/billing-engine.ts'
import { ecoConnect } from '../../../../../shared/procedures/eco-connect.ts'
import { mspCurExtraction } from '../../../../../shared/procedures/msp-cur-extraction.ts'
import { makeCustomer, makePayer } from '../../../../support/records.ts'
import { refusedWith, START, WorkedCase } from '../../../../support/worked-case.ts'

function opening(
  procedure: Procedure,
  typed: Readonly<Record<string, string>> = {},
  more: { payer?: Partial<Payer>; inherited?: Readonly<Record<string, string>> } = {},
) {
  return {
    customer: makeCustomer(),
    payer: makePayer(more.payer),
    procedure,
    number: 7,
    typed,
    inherited: more.inherited ?? {},
  }
}

const act = () => new WorkedCase().act()

function opened(...of: Parameters<typeof opening>): ChangeSet {
  const decided = openCase(opening(...of), act())
  if (isRefusal(decided)) throw new Error(`refused: ${decided.code}`)
  return decided.change
}

function recordIn({ puts }: ChangeSet) {
  const put = puts.find((p) => p.kind === 'case')
  if (put?.kind !== 'case') throw new Error('no case was put')
  return put.record
}

describe('opening a case', () => {
  test('pins it to the procedure’s version, with the defaults that the procedure uses', () => {
    expect(recordIn(opened(mspCurExtraction))).toMatchObject({
      number: 7,
      procedureId: 'msp-cur-extraction',
      procedureVersion: 1,
      state: 'open',
      facts: { extractorStackName: 'SpotCurExtractor' },
      summary: { phase: 'report', nextStep: 'report.sign-in' },
    })
    expect(recordIn(opened(ecoConnect, { managedByMsp: 'yes' })).facts).toEqual({ managedByMsp: 'yes' })
    expect(recordIn(opened(billingEngine, { cloud: 'azure' })).facts).toEqual({ cloud: 'azure', billingPrefix: 'CUR' })
  })

  test('begins with nothing done, noted or waited for, and is on the record', () => {
    const change = opened(mspCurExtraction)
    expect(CaseRecord.parse(recordIn(change))).toMatchObject({
      customerId: 'customer-1',
      payerId: 'payer-1',
      stateReason: '',
      owner: 'Ana',
      tags: [],
      notes: '',
      openedAt: START,
      closedAt: null,
      updatedAt: START,
      revision: 0,
      summary: { stepsDone: 0, blocked: false, waitDefinition: null, dueAt: null, submissionState: null },
    })
    expect(change.activity).toMatchObject([
      { what: 'case.opened', at: START, who: 'Ana', params: { procedure: 'msp-cur-extraction', version: 1 } },
    ])
    const draft = draftCase(opening(mspCurExtraction), act())
    if (isRefusal(draft)) throw new Error(draft.code)
    const { steps, waits, submissions, attachments, checks, record } = draft.case
    expect([steps, waits, submissions, attachments, checks].flat()).toEqual([])
    expect(CaseRecord.parse(record)).toEqual(record)
    expect(record.summary).toMatchObject({ phase: null, nextStep: null, stepsDone: 0, stepsTotal: 0, blocked: false })
  })

  test('enters what is typed into the record that owns it, and leaves the others alone', () => {
    const change = opened(mspCurExtraction, { bucket: 'other-bucket', accessHolder: 'msp' })
    expect(change.puts.map((p) => p.kind).sort()).toEqual(['case', 'payer'])
    expect(change.puts).toContainEqual({
      kind: 'payer',
      record: expect.objectContaining({ bucket: 'other-bucket' }),
    })
    expect(opened(mspCurExtraction).puts.map((p) => p.kind)).toEqual(['case'])
  })

  test('is refused without an answer that is needed, and not for one that is not asked', () => {
    expect(refusedWith(openCase(opening(ecoConnect), act()))).toMatchObject({
      code: 'intake.unanswered',
      field: 'managedByMsp',
    })
    const noAccount = openCase(opening(billingEngine, { cloud: 'aws' }), act())
    expect(refusedWith(noAccount)).toMatchObject({ code: 'intake.unanswered', field: 'spotAccount' })
    expect(isRefusal(openCase(opening(billingEngine, { cloud: 'google' }), act()))).toBe(false)
  })

  test('takes an answer from elsewhere, and what is typed before it', () => {
    const inherited = { managedByMsp: 'yes' }
    expect(recordIn(opened(ecoConnect, {}, { inherited })).facts.managedByMsp).toBe('yes')
    expect(recordIn(opened(ecoConnect, { managedByMsp: 'no' }, { inherited })).facts.managedByMsp).toBe('no')
  })

  test('is refused on billing transfer where the procedure cannot run there, also when only now said', () => {
    const payer = { kind: 'transfer' } as const
    expect(refusedWith(openCase(opening(mspCurExtraction, {}, { payer }), act()))).toMatchObject({
      code: 'payer.transfer',
      field: 'payer',
    })
    expect(refusedWith(openCase(opening(mspCurExtraction, { payerKind: 'transfer' }), act())).code).toBe(
      'payer.transfer',
    )
    expect(isRefusal(openCase(opening(ecoConnect, { managedByMsp: 'yes' }, { payer }), act()))).toBe(false)
  })

  test('refuses a fact that there is not, or that is not set on a case', () => {
    expect(refusedWith(openCase(opening(mspCurExtraction, { colour: 'red' }), act())).code).toBe('fact.unknown')
    expect(refusedWith(openCase(opening(mspCurExtraction, { spotLink: 'https://x' }), act())).code).toBe(
      'fact.not-settable',
    )
  })

  test('records each warning that it goes on in spite of, and no mere remark', () => {
    const { activity } = opened(mspCurExtraction, { region: 'eu-west-1' })
    const noted = activity.filter((a) => a.what === 'advice.noted').map((a) => a.params.code)
    expect(noted).toEqual(['region.not-us-east-1'])
  })

  test('as a draft shows what is known, with needed answers still open', () => {
    const draft = draftCase(opening(ecoConnect), act())
    if (isRefusal(draft)) throw new Error(draft.code)
    expect(draft.facts.managedByMsp).toBeNull()
    expect(draft.facts.bucket).toBe('spotinst-cur-report-111122223333')
  })
})
