import { randomUUID } from 'node:crypto'
import type { OperationName, OutputOf } from '../../shared/contract/index.ts'
import type { Call } from './command.ts'

/** Milliseconds between two looks at how far it is. */
const LOOK = 1_000

/**
 * Runs an operation that takes a `job`: says on stderr how far it is, and ends it where that leaves everything whole
 * when the terminal is interrupted (Ctrl-C). A second interrupt ends the program as ever.
 */
export async function runJob<N extends OperationName>(
  call: Call,
  start: (job: string) => Promise<OutputOf<N>>,
): Promise<OutputOf<N>> {
  const job = randomUUID()
  let told = -1
  const look = async () => {
    const { done, total } = await call.send('job.state', { job })
    if (total === 0 || done === told) return
    told = done
    call.say(`${done} of ${total}`)
  }
  const timer = setInterval(() => void look().catch(() => {}), LOOK)
  const cancel = () => void call.send('job.cancel', { job }).catch(() => {})
  process.once('SIGINT', cancel)
  try {
    return await start(job)
  } finally {
    clearInterval(timer)
    process.off('SIGINT', cancel)
  }
}
