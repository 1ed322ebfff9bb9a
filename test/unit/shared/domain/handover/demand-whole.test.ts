import { describe, expect, it } from 'vitest'
import { demandWhole } from '../../../../../shared/domain/handover/demand-whole.ts'
import { handOver } from '../../../../../shared/domain/handover/hand-over.ts'
import {
  HANDOVER_KIND,
  HANDOVER_SCHEMA,
  type HandedCase,
  type Handover,
  HandoverData,
  Manifest,
} from '../../../../../shared/domain/handover/schema.ts'
import type { NewActivity } from '../../../../../shared/domain/records/activity.ts'
import {
  makeActivity,
  makeAttachment,
  makeCheck,
  makeCustomer,
  makePayer,
  makeStep,
  makeSubmission,
  makeWait,
} from '../../../../support/records.ts'
import { refusedWith, WorkedCase } from '../../../../support/worked-case.ts'

const file = makeAttachment({ payerId: 'payer-1' })
const entry = makeActivity({ what: 'case.opened', caseId: 'case-1', customerId: 'customer-1', payerId: 'payer-1' })

/** A handover of a case with two of everything, and of another case, customer and payer. */
function whole(): Handover {
  const parts = {
    steps: [makeStep(), makeStep({ stepId: 'report.bucket' })],
    waits: [makeWait(), makeWait({ id: 'wait-2', submissionId: 'submission-1' })],
    submissions: [makeSubmission(), makeSubmission({ id: 'submission-2', attempt: 2 })],
    attachments: [file, makeAttachment({ id: 'attachment-2' })],
    checks: [makeCheck(), makeCheck({ checkId: 'bucket.ready' })],
  }
  const c = { ...new WorkedCase().case, ...parts }
  const payer = makePayer({ id: 'payer-9', accountId: '999988887777' })
  const customer = makeCustomer({ id: 'customer-9', managementAccountId: '999988887777', payerId: 'payer-9' })
  const record = { ...c.record, id: 'case-9', number: 9, customerId: 'customer-9', payerId: 'payer-9' }
  const data = handOver([c, { ...new WorkedCase().case, record, customer, payer }])
  const files = [{ name: `file-${file.sha256}`, sha256: file.sha256, size: file.size }]
  const manifest: Manifest = {
    schema: HANDOVER_SCHEMA,
    kind: HANDOVER_KIND,
    workspace: 'real',
    company: 'Northwind',
    mspAccountId: '999900001111',
    files,
  }
  return { manifest, data, activity: [makeActivity(), entry] }
}

const withCase = (change: (c: HandedCase) => Partial<HandedCase>): Handover => {
  const { manifest, data, activity } = whole()
  const [c] = data.cases
  if (!c) throw new Error('There is no case.')
  return { manifest, activity, data: { ...data, cases: [{ ...c, ...change(c) }, ...data.cases.slice(1)] } }
}
const withData = (change: (data: HandoverData) => Partial<HandoverData>): Handover => {
  const { manifest, data, activity } = whole()
  return { manifest, activity, data: { ...data, ...change(data) } }
}
const withEntry = (own: Partial<NewActivity>): Handover => ({ ...whole(), activity: [entry, { ...entry, ...own }] })
const withFiles = (...files: Manifest['files']): Handover => ({
  ...whole(),
  manifest: { ...whole().manifest, files },
})
const [aFile] = whole().manifest.files
if (!aFile) throw new Error('There is no file.')

describe('a handover', () => {
  it('that fits together is taken, and so is an empty one', () => {
    expect(demandWhole(whole())).toBeNull()
    const { manifest } = whole()
    const nothing = { payers: [], customers: [], cases: [] }
    expect(demandWhole({ manifest, data: nothing, activity: [] })).toBeNull()
    expect(Manifest.parse(manifest)).toEqual(manifest)
    expect(HandoverData.parse(whole().data)).toEqual(whole().data)
  })

  const payer = { ...makePayer({ id: 'payer-2', accountId: '444455556666' }) }
  const customer = { ...makeCustomer() }
  it.each<[string, Handover]>([
    ['two payers of one ID', withData(({ payers }) => ({ payers: [...payers, { ...payer, id: 'payer-1' }] }))],
    [
      'two payers of one account',
      withData(({ payers }) => ({ payers: [...payers, { ...payer, accountId: '111122223333' }] })),
    ],
    ['two customers of one ID', withData(({ customers }) => ({ customers: [...customers, customer] }))],
    ['two cases of one ID', withData(({ cases }) => ({ cases: [...cases, ...cases] }))],
    [
      'two cases of one number',
      withData(({ cases }) => ({
        cases: cases.map((c) => ({ ...c, record: { ...c.record, number: 1 } })),
      })),
    ],
    [
      'the payer of customer 111122223333',
      withData(({ customers: [c] }) => ({ customers: c ? [{ ...c, payerId: 'nobody' }] : [] })),
    ],
    [
      'the name of customer 111122223333',
      withData(({ customers: [c] }) => ({ customers: c ? [{ ...c, name: '' }] : [] })),
    ],
    [
      'the name of customer 111122223333',
      withData(({ customers: [c] }) => ({ customers: c ? [{ ...c, name: ' Acme  Foods' }] : [] })),
    ],
    ['the customer of C-1', withCase(({ record }) => ({ record: { ...record, customerId: 'nobody' } }))],
    ['the payer of C-1', withCase(({ record }) => ({ record: { ...record, payerId: 'nobody' } }))],
    [
      'the attempts of C-1',
      withCase(({ submissions }) => ({ submissions: submissions.map((s) => ({ ...s, attempt: 1 })) })),
    ],
    ['the steps of C-1', withCase(({ steps }) => ({ steps: [...steps, ...steps.slice(0, 1)] }))],
    ['the checks of C-1', withCase(({ checks }) => ({ checks: [...checks, ...checks.slice(0, 1)] }))],
    [
      'a wait of C-1',
      withCase(({ waits }) => ({ waits: waits.map((w) => ({ ...w, submissionId: w.submissionId && 'gone' })) })),
    ],
    ['the waits of C-1', withCase(({ waits }) => ({ waits: waits.map((w) => ({ ...w, id: 'wait-1' })) }))],
    [
      'the waits of C-1',
      withCase(({ submissions }) => ({ submissions: submissions.map((s) => ({ ...s, id: 'submission-1' })) })),
    ],
    ['the file screenshot.png of C-1', withFiles()],
    ['the file screenshot.png of C-1', withFiles({ ...aFile, sha256: 'cd'.repeat(32) })],
    ['the file screenshot.png of C-1', withFiles({ ...aFile, size: 1 })],
    [
      'the file screenshot.png of C-1',
      withCase(({ attachments }) => ({ attachments: attachments.map((f) => ({ ...f, id: 'attachment-1' })) })),
    ],
    [
      'the payer of a file of C-1',
      withCase(({ attachments }) => ({ attachments: attachments.map((f) => ({ ...f, payerId: 'nobody' })) })),
    ],
    ['what the entry “case.opened” of the activity is about', withEntry({ caseId: 'nobody' })],
    ['what the entry “case.opened” of the activity is about', withEntry({ customerId: 'nobody' })],
    [
      'what the entry “payer.changed” of the activity is about',
      withEntry({ what: 'payer.changed', payerId: 'nobody' }),
    ],
  ])('is refused where this does not fit: %s', (what, handover) => {
    expect(refusedWith(demandWhole(handover))).toMatchObject({ code: 'handover.inconsistent', params: { what } })
  })
})
