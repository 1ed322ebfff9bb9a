import { onTestFinished } from 'vitest'
import { createDispatch } from '../../electron/rpc/dispatch.ts'
import { openDesk } from '../../electron/workspace/open-desk.ts'
import type { ChangeEvent, InputOf, OperationName, OutputOf } from '../../shared/contract/index.ts'
import type { Reply, WireError } from '../../shared/contract/operation.ts'
import { testLog } from './desk.ts'
import type { Sender } from './ready-case.ts'
import { temporaryFolder } from './temporary-folder.ts'

export interface OpenDeskOfTest extends Sender {
  readonly folder: string
  readonly events: readonly ChangeEvent[]
  /** What an operation is refused with; fails where it is done. */
  refused<N extends OperationName>(name: N, input: InputOf<N>): Promise<WireError>
  close(): Promise<void>
}

/** The app on a real workspace of its own, without a transport; closed when the test is over. */
export async function openedDesk(
  folder: string = temporaryFolder(),
  showFolder?: (folder: string) => void,
): Promise<OpenDeskOfTest> {
  const events: ChangeEvent[] = []
  const onChange = (event: ChangeEvent) => void events.push(event)
  const beside = showFolder ? { showFolder } : {}
  const desk = await openDesk({
    folder,
    kind: 'real',
    host: 'cli',
    version: '0.0.0',
    log: testLog(),
    onChange,
    ...beside,
  })
  onTestFinished(() => desk.close())
  const dispatch = createDispatch(desk.handlers, testLog())
  const reply = async (name: OperationName, input: unknown) =>
    JSON.parse(await dispatch(name, JSON.stringify(input))) as Reply<unknown>
  return {
    folder,
    events,
    async send(name, input) {
      const answer = await reply(name, input)
      if (!answer.ok) throw new Error(`${name}: ${answer.error.code} (${answer.error.field}): ${answer.error.message}`)
      return answer.value as OutputOf<typeof name>
    },
    async refused(name, input) {
      const answer = await reply(name, input)
      if (answer.ok) throw new Error(`${name} was not refused.`)
      return answer.error
    },
    close: () => desk.close(),
  }
}

/** The same with an MSP profile. */
export async function settledDesk(folder?: string): Promise<OpenDeskOfTest> {
  const desk = await openedDesk(folder)
  await desk.send('workspace.init', { company: 'Nimbus Partners', mspAccountId: '999900001111', operator: 'Ana' })
  return desk
}
