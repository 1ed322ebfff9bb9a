import { parentPort, workerData } from 'node:worker_threads'
import type { Committed } from '../services/ports.ts'
import { failureOf } from './aside-failure.ts'
import type { Answer, Order } from './commit-parts.ts'
import { PartsWriter } from './parts-writer.ts'

/** Writes the parts that it is given, in a thread of its own; see commit-parts.ts. */
let writer: PartsWriter | null = null

answering(() => {
  writer = new PartsWriter(String(workerData))
  return null
})
parentPort?.on('message', (order: Order) => answering(() => carryOut(order)))

function carryOut(order: Order): Committed | null {
  if (order === 'end') return writer?.end() ?? null
  if (order === 'close') writer?.close()
  else writer?.add(order)
  return null
}

function answering(work: () => Committed | null): void {
  const answer = (given: Answer) => parentPort?.postMessage(given)
  try {
    answer({ done: work() })
  } catch (thrown) {
    answer({ failed: failureOf(thrown) })
  }
}
