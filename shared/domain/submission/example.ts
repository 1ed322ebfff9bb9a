import { NO_SUMMARY } from '../records/case.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { Settings } from '../records/settings.ts'
import type { Submission, SubmissionItems } from '../records/submission.ts'

export interface HandOff {
  readonly c: Case
  readonly submission: Submission
  readonly items: SubmissionItems
}

const at = '2026-11-14T15:20:00.000Z'
const account = '111122223333'

/** A hand-off that is nobody's, to show a template by: a corrected attempt, so that every variable has a value. */
export function exampleHandOff(settings: Settings): HandOff {
  const items: SubmissionItems = {
    crawlerFile: { attachmentId: 'example', sha256: '0123456789abcdef'.repeat(4), size: 9_420 },
    mspAccountId: settings.mspAccountId,
    managementAccountId: account,
    bucket: `spotinst-cur-report-${account}`,
    stackName: 'SpotEcoStack',
    prefix: 'spotinst_eco',
    orgIds: ['606123456789'],
  }
  const first: Submission = {
    id: 'example-1',
    caseId: 'example',
    attempt: 1,
    state: 'returned',
    createdAt: at,
    recipient: settings.recipient,
    items,
    warnings: [],
    exported: null,
    sent: { at, by: settings.operator, via: '' },
    answered: null,
    closed: { at, by: settings.operator, reason: 'The Org ID was another customer’s.' },
    ticket: '4711',
    written: null,
    replies: [],
  }
  const submission: Submission = { ...first, id: 'example-2', attempt: 2, state: 'sent', closed: null }
  const stamps = { createdAt: at, updatedAt: at, revision: 1 }
  const c: Case = {
    record: {
      id: 'example',
      number: 42,
      customerId: 'example',
      payerId: 'example',
      procedureId: 'msp-cur-extraction',
      procedureVersion: 1,
      state: 'open',
      stateReason: '',
      owner: settings.operator,
      facts: {},
      tags: [],
      notes: '',
      openedAt: at,
      closedAt: null,
      updatedAt: at,
      summary: { ...NO_SUMMARY, submissionState: 'sent' },
      revision: 1,
    },
    customer: {
      id: 'example',
      name: 'Example Ltd',
      managementAccountId: account,
      orgIds: items.orgIds,
      payerId: 'example',
      contacts: [],
      tags: [],
      notes: '',
      ...stamps,
    },
    payer: {
      id: 'example',
      accountId: account,
      partition: 'aws',
      kind: 'dedicated',
      reportName: 'spotinst-cur-report',
      bucket: items.bucket,
      prefix: items.prefix,
      region: 'us-east-1',
      crawlerStackName: items.stackName,
      awsProfile: null,
      ...stamps,
    },
    steps: [],
    waits: [],
    submissions: [first, submission],
    attachments: [],
    checks: [],
  }
  return { c, submission, items }
}
