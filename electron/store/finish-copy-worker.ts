import { parentPort, workerData } from 'node:worker_threads'
import { codeOf } from './faults.ts'
import { finishCopy } from './finish-copy.ts'

/** Finishes the copy that it was started for, in a thread of its own; see finish-copy-aside.ts. */
try {
  parentPort?.postMessage({ done: finishCopy(String(workerData)) })
} catch (thrown) {
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  parentPort?.postMessage({ failed: { message, code: codeOf(thrown) } })
}
