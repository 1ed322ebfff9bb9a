import type { MessagePort } from 'node:worker_threads'
import type { Committed } from '../services/ports.ts'
import { failureOf } from './aside-failure.ts'
import type { Answer, Order } from './commit-parts.ts'
import { PartsWriter } from './parts-writer.ts'

/** Writes the parts that come through the port, and answers each; see commit-parts.ts. */
export function takeParts(port: MessagePort, file: string): void {
  let writer: PartsWriter | null = null
  answering(() => {
    writer = new PartsWriter(file)
    return null
  })
  port.on('message', (order: Order) => answering(() => carryOut(order)))

  function carryOut(order: Order): Committed | null {
    if (order === 'end') return writer?.end() ?? null
    if (order === 'close') writer?.close()
    else writer?.add(order)
    return null
  }

  function answering(work: () => Committed | null): void {
    const answer = (given: Answer) => port.postMessage(given)
    try {
      answer({ done: work() })
    } catch (thrown) {
      answer({ failed: failureOf(thrown) })
    }
  }
}
