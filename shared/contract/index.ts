import type { z } from 'zod'
import { awsOperations } from './operations/aws.ts'
import { bulkOperations } from './operations/bulk.ts'
import { caseLifeOperations } from './operations/case-life.ts'
import { caseOperations } from './operations/cases.ts'
import { directoryOperations } from './operations/directory.ts'
import { exportOperations } from './operations/exports.ts'
import { handoverOperations } from './operations/handovers.ts'
import { hostOperations } from './operations/host.ts'
import { importOperations } from './operations/imports.ts'
import { jobOperations } from './operations/jobs.ts'
import { keepingOperations } from './operations/keeping.ts'
import { practiceOperations } from './operations/practice.ts'
import { procedureOperations } from './operations/procedures.ts'
import { reminderOperations } from './operations/reminders.ts'
import { reportOperations } from './operations/reports.ts'
import { requestOperations } from './operations/requests.ts'
import { submissionOperations } from './operations/submissions.ts'
import { undoOperations } from './operations/undo.ts'
import { viewOperations } from './operations/views.ts'
import { workspaceOperations } from './operations/workspace.ts'

/** THE contract: everything a host offers, by name. Nothing crosses a transport that is not declared here. */
export const contract = {
  ...hostOperations,
  ...keepingOperations,
  ...workspaceOperations,
  ...procedureOperations,
  ...directoryOperations,
  ...caseOperations,
  ...caseLifeOperations,
  ...requestOperations,
  ...reportOperations,
  ...submissionOperations,
  ...awsOperations,
  ...exportOperations,
  ...importOperations,
  ...handoverOperations,
  ...jobOperations,
  ...reminderOperations,
  ...undoOperations,
  ...bulkOperations,
  ...viewOperations,
  ...practiceOperations,
}

export type Contract = typeof contract
export type OperationName = keyof Contract
/** What a caller gives, before parsing. */
export type InputOf<N extends OperationName> = z.input<Contract[N]['input']>
/** What a handler receives, parsed. */
export type ParsedInputOf<N extends OperationName> = z.output<Contract[N]['input']>
export type OutputOf<N extends OperationName> = z.output<Contract[N]['output']>

/** A hint to fetch again: what changed, and the place in the workspace's sequence it changed at. Never the data. */
export interface ChangeEvent {
  readonly topic: 'cases' | 'settings' | 'practice' | 'host' | 'checks' | 'jobs' | 'reminders'
  readonly sequence: number
  readonly ids: readonly string[]
}
