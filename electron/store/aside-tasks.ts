import { finishCopy } from './finish-copy.ts'
import { pageReportOf } from './page-report.ts'

/** What is done on a file in a thread of its own; see aside.ts. */
export const asideTasks = { finishCopy, pageReport: pageReportOf } as const

export type AsideTask = keyof typeof asideTasks
export type Done<T extends AsideTask> = ReturnType<(typeof asideTasks)[T]>
