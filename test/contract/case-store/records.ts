import { expect, it } from 'vitest'
import type { Put } from '../../../shared/domain/records/change-set.ts'
import {
  makeAnsweredSubmission,
  makeAttachment,
  makeCase,
  makeCheck,
  makeCustomer,
  makePayer,
  makeSettings,
  makeStep,
  makeSubmission,
  makeWait,
} from '../../support/records.ts'
import { everything, type MakeStore, oneCase, put } from './support.ts'

const later = '2026-11-15T10:00:00.000Z'

export function recordConformance(makeStore: MakeStore): void {
  it('are none in an empty workspace, and the first case will be number 1', async () => {
    const store = await makeStore()
    expect(await store.settings()).toBeNull()
    expect(await store.customer('customer-1')).toBeNull()
    expect(await store.payer('payer-1')).toBeNull()
    expect(await store.payerByAccount('111122223333')).toBeNull()
    expect(await store.case('case-1')).toBeNull()
    expect(await store.caseByNumber(1)).toBeNull()
    const page = { text: '', limit: 10, after: null }
    expect(await store.payerPage(page)).toEqual({ rows: [], total: 0, after: null })
    expect(await store.customerPage(page)).toEqual({ rows: [], total: 0, after: null })
    expect(await store.customers({ text: '', limit: 10 })).toEqual([])
    expect(await store.cases(everything)).toEqual({ rows: [], total: 0, after: null })
    expect(await store.nextCaseNumber()).toBe(1)
  })

  it('come back as they were put, one revision on', async () => {
    const store = await makeStore()
    const settings = makeSettings()
    const payer = makePayer({ awsProfile: 'acme-billing', partition: 'aws-cn', kind: 'shared', prefix: '' })
    const customer = makeCustomer({ orgIds: ['606606606606', '123456'], notes: 'Calls on Mondays.' })
    await put(store, [
      { kind: 'settings', record: settings },
      { kind: 'payer', record: payer },
      { kind: 'customer', record: customer },
    ])
    expect(await store.settings()).toEqual({ ...settings, revision: 1 })
    expect(await store.payer(payer.id)).toEqual({ ...payer, revision: 1 })
    expect(await store.payerByAccount(payer.accountId)).toEqual({ ...payer, revision: 1 })
    const page = { text: '', limit: 10, after: null }
    expect((await store.payerPage(page)).rows).toEqual([{ payer: { ...payer, revision: 1 }, customers: 1 }])
    const row = { customer: { ...customer, revision: 1 }, payerAccountId: payer.accountId }
    expect((await store.customerPage(page)).rows).toEqual([row])
    expect(await store.customerCount(payer.id)).toBe(1)
    expect(await store.customerCount('payer-2')).toBe(0)
    expect(await store.customer(customer.id)).toEqual({ ...customer, revision: 1 })
    expect(await store.customersOfPayer(payer.id)).toEqual([{ ...customer, revision: 1 }])
    expect(await store.customersOfPayer('payer-2')).toEqual([])
  })

  it('make up the case, whatever order the change set names them in', async () => {
    const store = await makeStore()
    const record = makeCase({
      state: 'on-hold',
      stateReason: 'The customer is on leave.',
      closedAt: later,
      tags: ['vip', 'eu'],
      notes: 'Zürich “Söhne” 🚀\n\tsecond line',
      facts: { extractorStackName: 'SpotExtractor', accountList: '' },
      summary: { blocked: true, waitDefinition: 'spot-link', dueAt: later, overdueAt: later, submissionState: 'sent' },
    })
    const steps = [
      makeStep(),
      makeStep({ stepId: 'z', at: later, evidence: { text: 'seen', attachmentId: 'attachment-1' } }),
    ]
    const waits = [
      makeWait({ metAt: later, submissionId: 'submission-1' }),
      makeWait({
        id: 'wait-2',
        recordedAt: later,
        expectedHours: 0.5,
        paused: { at: later, reason: 'Holidays' },
        pausedMillis: 1_234,
        cancelled: { at: later, reason: 'Withdrawn' },
      }),
    ]
    const submissions = [makeAnsweredSubmission({ closed: { at: later, by: 'Ana', reason: 'Link expired' } })]
    const second = makeSubmission({ id: 'submission-2', attempt: 2 })
    const attachments = [makeAttachment({ modifiedAt: later })]
    const checks = [makeCheck(), makeCheck({ checkId: 'z', identity: null, lines: [], findings: [] })]
    const parts: readonly Put[] = [
      ...checks.map((check): Put => ({ kind: 'check', record: check })),
      ...waits.map((wait): Put => ({ kind: 'wait', record: wait })),
      { kind: 'submission', record: second },
      ...submissions.map((submission): Put => ({ kind: 'submission', record: submission })),
      ...attachments.map((attachment): Put => ({ kind: 'attachment', record: attachment })),
      ...steps.map((step): Put => ({ kind: 'step', record: step })),
    ]
    await put(store, [...parts, { kind: 'case', record }, ...oneCase.filter(({ kind }) => kind !== 'case')])
    const found = await store.case('case-1')
    expect(found).toEqual({
      record: { ...record, revision: 1 },
      customer: { ...makeCustomer(), revision: 1 },
      payer: { ...makePayer(), revision: 1 },
      steps,
      waits,
      submissions: [...submissions, second],
      attachments,
      checks,
    })
    expect(await store.caseByNumber(1)).toEqual(found)
  })

  it('are read back together as each by itself, in the order of their numbers', async () => {
    const store = await makeStore()
    const [own, shared] = [makeAttachment(), makeAttachment({ id: 'shared', payerId: 'payer-1' })]
    await put(store, [...oneCase, { kind: 'attachment', record: own }, { kind: 'attachment', record: shared }])
    const record = makeCase({ id: 'case-2', number: 2 })
    await put(store, [
      { kind: 'case', record },
      { kind: 'wait', record: makeWait({ id: 'wait-2', caseId: 'case-2' }) },
      { kind: 'step', record: makeStep({ caseId: 'case-2' }) },
    ])
    const alone = [await store.case('case-1'), await store.case('case-2')]
    expect(alone.map((c) => c?.attachments.length)).toEqual([2, 1])
    expect(await store.casesByNumber([2, 99, 1, 2])).toEqual(alone)
    expect(await store.casesByNumber([])).toEqual([])
  })

  it('are replaced whole: what became null or empty is', async () => {
    const store = await makeStore()
    await put(store, [...oneCase, { kind: 'wait', record: makeWait({ metAt: later }) }])
    const record = makeCase({ revision: 1, tags: ['x'], closedAt: later, summary: { phase: null, dueAt: later } })
    await put(store, [
      { kind: 'case', record },
      { kind: 'wait', record: makeWait({ metAt: null }) },
    ])
    await put(store, [{ kind: 'case', record: makeCase({ revision: 2, summary: { phase: null } }) }])
    const found = await store.case('case-1')
    expect(found?.record).toEqual(makeCase({ revision: 3, summary: { phase: null } }))
    expect(found?.waits).toEqual([makeWait({ metAt: null })])
  })

  it('of the payer reach every case on it: the crawler file, newest first', async () => {
    const store = await makeStore()
    const file = makeAttachment({ id: 'crawler', payerId: 'payer-1', kind: 'crawler-file', addedAt: later })
    await put(store, [
      ...oneCase,
      { kind: 'attachment', record: makeAttachment() },
      { kind: 'attachment', record: file },
      { kind: 'customer', record: makeCustomer({ id: 'customer-2' }) },
      { kind: 'case', record: makeCase({ id: 'case-2', number: 2, customerId: 'customer-2' }) },
    ])
    expect((await store.case('case-1'))?.attachments).toEqual([file, makeAttachment()])
    expect((await store.case('case-2'))?.attachments).toEqual([file])
  })

  it('leave the next number after the highest', async () => {
    const store = await makeStore()
    await put(store, oneCase)
    await put(store, [{ kind: 'case', record: makeCase({ id: 'case-41', number: 41 }) }])
    expect(await store.nextCaseNumber()).toBe(42)
  })

  it('cannot be read once the store is closed', async () => {
    const store = await makeStore()
    await store.close()
    await expect(store.settings()).rejects.toThrow()
  })
}
