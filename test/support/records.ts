import type { NewActivity } from '../../shared/domain/records/activity.ts'
import type { Attachment } from '../../shared/domain/records/attachment.ts'
import type { CaseRecord, StepRecord } from '../../shared/domain/records/case.ts'
import type { CheckRecord } from '../../shared/domain/records/check.ts'
import type { Customer } from '../../shared/domain/records/customer.ts'
import type { Payer } from '../../shared/domain/records/payer.ts'
import type { Settings } from '../../shared/domain/records/settings.ts'
import type { Submission } from '../../shared/domain/records/submission.ts'
import type { Wait } from '../../shared/domain/records/wait.ts'

/** Sample records that their schemas accept, each new (revision 0). Tests say only what they are about. */

const opened = '2026-11-14T09:00:00.000Z'
const hash = 'ab'.repeat(32)

export function makeSettings(own: Partial<Settings> = {}): Settings {
  return {
    workspaceId: 'workspace-1',
    kind: 'real',
    company: 'Northwind Managed Services',
    mspAccountId: '999900001111',
    operators: [{ name: 'Ana', email: 'ana@northwind.example' }],
    operator: 'Ana',
    recipient: { kind: 'sales', name: 'Sam', email: 'sam@spot.example' },
    naming: { bucket: 'spotinst-cur-report-{account}' },
    waitHours: { 'spot-link': 48 },
    retiredRuntimes: ['nodejs12.x'],
    knownBuckets: {
      templateBuckets: ['spot-templates'],
      codeBuckets: ['sc-msp-data-extractor-source'],
      outputBuckets: ['sc-msp-data-extractor'],
    },
    messageTemplates: { submission: { subject: 'For {{customer}}', body: 'Hello' } },
    importColumns: { kunde: 'name' },
    quietHours: { from: '22:00', to: '07:00' },
    savedViews: [
      { id: 'view-1', name: 'Due now', filter: { dueWithinHours: 0 }, order: 'due', reverse: false, layout: 'list' },
    ],
    appearance: { theme: 'dark', density: 'compact', singleKeys: true },
    createdAt: opened,
    updatedAt: opened,
    revision: 0,
    ...own,
  }
}

export function makePayer(own: Partial<Payer> = {}): Payer {
  return {
    id: 'payer-1',
    accountId: '111122223333',
    partition: 'aws',
    kind: 'dedicated',
    reportName: 'spotinst-cur-report',
    bucket: 'spotinst-cur-report-111122223333',
    prefix: 'spotinst_eco',
    region: 'us-east-1',
    crawlerStackName: 'SpotEcoStack',
    awsProfile: null,
    createdAt: opened,
    updatedAt: opened,
    revision: 0,
    ...own,
  }
}

export function makeCustomer(own: Partial<Customer> = {}): Customer {
  return {
    id: 'customer-1',
    name: 'Acme Foods',
    managementAccountId: '111122223333',
    orgIds: ['606606606606'],
    payerId: 'payer-1',
    contacts: [{ name: 'Kim', email: 'kim@acme.example', role: 'Finance' }],
    tags: ['pilot'],
    notes: '',
    createdAt: opened,
    updatedAt: opened,
    revision: 0,
    ...own,
  }
}

type Summary = CaseRecord['summary']

export function makeCase(own: Omit<Partial<CaseRecord>, 'summary'> & { summary?: Partial<Summary> } = {}): CaseRecord {
  const { summary, ...record } = own
  return {
    id: 'case-1',
    number: 1,
    customerId: 'customer-1',
    payerId: 'payer-1',
    procedureId: 'msp-cur-extraction',
    procedureVersion: 1,
    state: 'open',
    stateReason: '',
    owner: 'Ana',
    facts: { extractorStackName: 'SpotExtractor' },
    tags: [],
    notes: '',
    openedAt: opened,
    closedAt: null,
    updatedAt: opened,
    summary: {
      phase: 'report',
      nextStep: 'report.create',
      nextKind: 'do',
      stepsDone: 3,
      stepsTotal: 20,
      blocked: false,
      waitDefinition: null,
      dueAt: null,
      overdueAt: null,
      submissionState: null,
      ...summary,
    },
    revision: 0,
    ...record,
  }
}

export function makeStep(own: Partial<StepRecord> = {}): StepRecord {
  return {
    caseId: 'case-1',
    stepId: 'report.create',
    state: 'done',
    at: opened,
    by: 'Ana',
    reason: '',
    evidence: null,
    ...own,
  }
}

export function makeWait(own: Partial<Wait> = {}): Wait {
  return {
    id: 'wait-1',
    caseId: 'case-1',
    definition: 'report-delivery',
    anchorAt: opened,
    expectedHours: 24,
    graceHours: 12,
    recordedAt: opened,
    zone: 'Europe/Berlin',
    startedBy: 'Ana',
    paused: null,
    pausedMillis: 0,
    metAt: null,
    cancelled: null,
    submissionId: null,
    ...own,
  }
}

export function makeSubmission(own: Partial<Submission> = {}): Submission {
  return {
    id: 'submission-1',
    caseId: 'case-1',
    attempt: 1,
    state: 'draft',
    createdAt: opened,
    recipient: { kind: 'sales', name: 'Sam', email: 'sam@spot.example' },
    items: null,
    warnings: [],
    exported: null,
    sent: null,
    answered: null,
    closed: null,
    ticket: '',
    written: null,
    replies: [],
    ...own,
  }
}

/** A submission with every part of its life filled in. */
export function makeAnsweredSubmission(own: Partial<Submission> = {}): Submission {
  return makeSubmission({
    state: 'answered',
    items: {
      crawlerFile: { attachmentId: 'attachment-1', sha256: hash, size: 9_420 },
      mspAccountId: '999900001111',
      managementAccountId: '111122223333',
      bucket: 'spotinst-cur-report-111122223333',
      stackName: 'SpotEcoStack',
      prefix: 'spotinst_eco',
      orgIds: ['606606606606'],
    },
    warnings: [{ level: 'warning', code: 'org-id.is-account', params: { orgId: '606606606606' }, field: 'orgIds' }],
    exported: {
      at: opened,
      by: 'Ana',
      format: 'zip',
      name: '2026-11-14_acme-foods_111122223333_C-1.zip',
      files: [{ name: 'crawler-cfn.yml', sha256: hash, size: 9_420 }],
    },
    sent: { at: opened, by: 'Ana', via: 'e-mail' },
    answered: {
      at: opened,
      by: 'Ana',
      link: 'https://console.aws.amazon.com/cloudformation/home#/stacks/create/review',
    },
    ticket: 'SPOT-4711',
    written: {
      from: { name: 'Ana', email: 'ana@northwind.example' },
      subject: 'For Acme Foods',
      text: 'Hello Sam,\n',
      json: '{}\n',
    },
    replies: [{ at: opened, by: 'Ana', text: 'The link follows tomorrow.', attachmentId: null }],
    ...own,
  })
}

export function makeAttachment(own: Partial<Attachment> = {}): Attachment {
  return {
    id: 'attachment-1',
    caseId: 'case-1',
    payerId: null,
    kind: 'evidence',
    name: 'screenshot.png',
    sha256: hash,
    size: 9_420,
    origin: 'screenshot.png',
    modifiedAt: null,
    addedAt: opened,
    addedBy: 'Ana',
    ...own,
  }
}

export function makeCheck(own: Partial<CheckRecord> = {}): CheckRecord {
  return {
    caseId: 'case-1',
    checkId: 'report.definition',
    at: opened,
    outcome: 'warn',
    lines: [{ label: 'Region', expected: 'us-east-1', actual: 'eu-west-1', outcome: 'warn' }],
    findings: [{ level: 'warning', code: 'region.not-us-east-1', params: { region: 'eu-west-1' }, field: null }],
    identity: {
      accountId: '111122223333',
      arn: 'arn:aws:iam::111122223333:user/ana',
      endpoint: 'sts.us-east-1.amazonaws.com',
      simulated: false,
    },
    ...own,
  }
}

export function makeActivity(own: Partial<NewActivity> = {}): NewActivity {
  return {
    at: opened,
    who: 'Ana',
    what: 'case.changed',
    caseId: null,
    customerId: null,
    payerId: null,
    params: {},
    ...own,
  }
}
