import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import type { Answer } from './aside.ts'
import { failureOf } from './aside-failure.ts'
import { type AsideTask, asideTasks } from './aside-tasks.ts'
import { takeParts } from './parts-taker.ts'
import type { ThreadData } from './thread-file.ts'

/** Does what it was started for, in a thread of its own; see aside.ts and commit-parts.ts. */
const { task, file } = workerData as ThreadData
if (parentPort !== null) {
  if (task === 'takeParts') takeParts(parentPort, file)
  else doOnce(parentPort, task)
}

function doOnce(port: MessagePort, name: AsideTask): void {
  const answer = (given: Answer<AsideTask>) => port.postMessage(given)
  try {
    answer({ done: asideTasks[name](file) })
  } catch (thrown) {
    answer({ failed: failureOf(thrown) })
  }
}
