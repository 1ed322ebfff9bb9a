import { parentPort, workerData } from 'node:worker_threads'
import { type AsideTask, asideTasks } from './aside-tasks.ts'
import { codeOf } from './faults.ts'

/** Does the task that it was started for, in a thread of its own; see aside.ts. */
const { task, file } = workerData as { readonly task: AsideTask; readonly file: string }
try {
  parentPort?.postMessage({ done: asideTasks[task](file) })
} catch (thrown) {
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  parentPort?.postMessage({ failed: { message, code: codeOf(thrown) } })
}
