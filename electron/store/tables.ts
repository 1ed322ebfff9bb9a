import { addMillis, HOUR } from '../../shared/domain/instant.ts'
import { Attachment } from '../../shared/domain/records/attachment.ts'
import { CaseRecord, StepRecord } from '../../shared/domain/records/case.ts'
import { CheckRecord } from '../../shared/domain/records/check.ts'
import { Customer } from '../../shared/domain/records/customer.ts'
import { Payer } from '../../shared/domain/records/payer.ts'
import { Settings } from '../../shared/domain/records/settings.ts'
import { Snooze } from '../../shared/domain/records/snooze.ts'
import { Submission } from '../../shared/domain/records/submission.ts'
import { Wait } from '../../shared/domain/records/wait.ts'
import { nameKey } from './name-key.ts'
import { RecordTable } from './record-table.ts'

/** Each kind of record with its table. A new field of a record is a line here and a migration. */
export const tables = {
  settings: new RecordTable<Settings>({
    name: 'settings',
    schema: Settings,
    key: ['singleton'],
    fields: {
      workspaceId: 'plain',
      kind: 'plain',
      company: 'plain',
      mspAccountId: 'plain',
      operators: 'json',
      operator: 'plain',
      recipient: 'json',
      waitHours: 'json',
      retiredRuntimes: 'json',
      knownBuckets: 'json',
      messageTemplates: 'json',
      importColumns: 'json',
      quietHours: 'json',
      appearance: 'json',
      createdAt: 'plain',
      updatedAt: 'plain',
      revision: 'plain',
    },
    derived: { singleton: () => 1 },
  }),
  payer: new RecordTable<Payer>({
    name: 'payers',
    schema: Payer,
    key: ['id'],
    fields: {
      id: 'plain',
      accountId: 'plain',
      partition: 'plain',
      kind: 'plain',
      reportName: 'plain',
      bucket: 'plain',
      prefix: 'plain',
      region: 'plain',
      crawlerStackName: 'plain',
      awsProfile: 'plain',
      createdAt: 'plain',
      updatedAt: 'plain',
      revision: 'plain',
    },
  }),
  customer: new RecordTable<Customer>({
    name: 'customers',
    schema: Customer,
    key: ['id'],
    fields: {
      id: 'plain',
      name: 'plain',
      managementAccountId: 'plain',
      orgIds: 'json',
      payerId: 'plain',
      contacts: 'json',
      tags: 'json',
      notes: 'plain',
      createdAt: 'plain',
      updatedAt: 'plain',
      revision: 'plain',
    },
    derived: {
      name_key: ({ name }) => nameKey(name),
      found_by: ({ name, managementAccountId, orgIds, tags }) =>
        [name, managementAccountId, ...orgIds, ...tags].map(nameKey).join('\n'),
    },
  }),
  case: new RecordTable<CaseRecord>({
    name: 'cases',
    schema: CaseRecord,
    key: ['id'],
    fields: {
      id: 'plain',
      number: 'plain',
      customerId: 'plain',
      payerId: 'plain',
      procedureId: 'plain',
      procedureVersion: 'plain',
      state: 'plain',
      stateReason: 'plain',
      owner: 'plain',
      facts: 'json',
      tags: 'json',
      notes: 'plain',
      openedAt: 'plain',
      closedAt: 'plain',
      updatedAt: 'plain',
      summary: {
        phase: 'plain',
        nextStep: 'plain',
        nextKind: 'plain',
        stepsDone: 'plain',
        stepsTotal: 'plain',
        blocked: 'flag',
        waitDefinition: 'plain',
        dueAt: 'plain',
        overdueAt: 'plain',
        submissionState: 'plain',
      },
      revision: 'plain',
    },
    derived: {
      due_order: ({ summary }) => summary.dueAt ?? '~',
      customer_key: ({ customerId }, prepare) => {
        const customer = prepare('SELECT name_key FROM customers WHERE id = ?').get(customerId)
        if (customer === undefined) throw new Error(`There is no customer ${customerId} for a case to belong to.`)
        return String(customer.name_key)
      },
    },
  }),
  step: new RecordTable<StepRecord>({
    name: 'steps',
    schema: StepRecord,
    key: ['case_id', 'step_id'],
    fields: {
      caseId: 'plain',
      stepId: 'plain',
      state: 'plain',
      at: 'plain',
      by: 'plain',
      reason: 'plain',
      evidence: 'json',
    },
  }),
  submission: new RecordTable<Submission>({
    name: 'submissions',
    schema: Submission,
    key: ['id'],
    fields: {
      id: 'plain',
      caseId: 'plain',
      attempt: 'plain',
      state: 'plain',
      createdAt: 'plain',
      recipient: 'json',
      items: 'json',
      warnings: 'json',
      exported: 'json',
      sent: 'json',
      answered: 'json',
      closed: 'json',
      ticket: 'plain',
      written: 'json',
      replies: 'json',
    },
  }),
  wait: new RecordTable<Wait>({
    name: 'waits',
    schema: Wait,
    key: ['id'],
    fields: {
      id: 'plain',
      caseId: 'plain',
      definition: 'plain',
      anchorAt: 'plain',
      expectedHours: 'plain',
      graceHours: 'plain',
      recordedAt: 'plain',
      zone: 'plain',
      startedBy: 'plain',
      paused: 'json',
      pausedMillis: 'plain',
      metAt: 'plain',
      cancelled: 'json',
      submissionId: 'plain',
    },
    // Only the order of open waits comes from it; what a wait's state is, the domain says.
    derived: { due_at: (wait) => addMillis(wait.anchorAt, wait.expectedHours * HOUR + wait.pausedMillis) },
  }),
  attachment: new RecordTable<Attachment>({
    name: 'attachments',
    schema: Attachment,
    key: ['id'],
    fields: {
      id: 'plain',
      caseId: 'plain',
      payerId: 'plain',
      kind: 'plain',
      name: 'plain',
      sha256: 'plain',
      size: 'plain',
      origin: 'plain',
      modifiedAt: 'plain',
      addedAt: 'plain',
      addedBy: 'plain',
    },
  }),
  check: new RecordTable<CheckRecord>({
    name: 'checks',
    schema: CheckRecord,
    key: ['case_id', 'check_id'],
    fields: {
      caseId: 'plain',
      checkId: 'plain',
      at: 'plain',
      outcome: 'plain',
      lines: 'json',
      findings: 'json',
      identity: 'json',
    },
  }),
  snooze: new RecordTable<Snooze>({
    name: 'snoozes',
    schema: Snooze,
    key: ['wait_id'],
    fields: { waitId: 'plain', until: 'plain' },
  }),
}
