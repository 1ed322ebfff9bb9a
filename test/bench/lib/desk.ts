import { createDispatch } from '../../../electron/rpc/dispatch.ts'
import type { Log } from '../../../electron/services/ports.ts'
import { openDesk } from '../../../electron/workspace/open-desk.ts'
import type { InputOf, OperationName, OutputOf } from '../../../shared/contract/index.ts'
import type { Reply } from '../../../shared/contract/operation.ts'

/** The app behind its one door, in this process: what an operation costs without a transport. */
export interface BenchDesk {
  send<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
  /** The same without reading the answer: what the service itself does. */
  text(name: OperationName, input: unknown): Promise<string>
  close(): Promise<void>
}

const log: Log = {
  info() {},
  error: (event, fields) => console.error(event, fields),
}

export async function benchDesk(folder: string): Promise<BenchDesk> {
  const desk = await openDesk({ folder, kind: 'real', host: 'cli', version: '0.0.0', log, onChange() {} })
  const dispatch = createDispatch(desk.handlers, log)
  return {
    async send(name, input) {
      const reply = JSON.parse(await dispatch(name, JSON.stringify(input))) as Reply<OutputOf<typeof name>>
      if (!reply.ok) throw new Error(`${name}: ${reply.error.code}: ${reply.error.message}`)
      return reply.value
    },
    async text(name, input) {
      const reply = await dispatch(name, JSON.stringify(input))
      if (!reply.startsWith('{"ok":true')) throw new Error(`${name}: ${reply.slice(0, 400)}`)
      return reply
    },
    close: () => desk.close(),
  }
}

/** Waits for the backup of the day, which the first opening makes beside other work. */
export async function rested(desk: BenchDesk): Promise<BenchDesk> {
  while ((await desk.send('workspace.backups', {})).backups.length === 0) {
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  return desk
}
