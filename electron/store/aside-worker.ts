import { parentPort, workerData } from 'node:worker_threads'
import type { Answer } from './aside.ts'
import { failureOf } from './aside-failure.ts'
import { type AsideTask, asideTasks } from './aside-tasks.ts'

/** Does the task that it was started for, in a thread of its own; see aside.ts. */
const { task, file } = workerData as { readonly task: AsideTask; readonly file: string }
const answer = (given: Answer<AsideTask>) => parentPort?.postMessage(given)
try {
  answer({ done: asideTasks[task](file) })
} catch (thrown) {
  answer({ failed: failureOf(thrown) })
}
