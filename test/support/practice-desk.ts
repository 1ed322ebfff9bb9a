import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createDispatch } from '../../electron/rpc/dispatch.ts'
import { openDesk } from '../../electron/workspace/open-desk.ts'
import type { InputOf, OperationName, OutputOf } from '../../shared/contract/index.ts'
import type { Reply, WireError } from '../../shared/contract/operation.ts'
import type { CaseView, StepView } from '../../shared/contract/views.ts'
import { testLog } from './desk.ts'

/** The whole app on a folder of its own: store, services and practice AWS, reached as every host reaches it. */
export interface PracticeDesk {
  readonly folder: string
  send<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
  /** The error of an operation that is refused; fails where it is not. */
  refusal<N extends OperationName>(name: N, input: InputOf<N>): Promise<WireError>
  pass(hours: number): Promise<void>
}

export async function practiceDesk(kind: 'real' | 'practice' = 'practice'): Promise<PracticeDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'casebook-desk-'))
  const log = testLog()
  const desk = await openDesk({ folder, kind, host: 'cli', version: '0.0.0', log, onChange() {} })
  onTestFinished(async () => {
    await desk.close()
    await rm(folder, { recursive: true, force: true })
  })
  const dispatch = createDispatch(desk.handlers, log)
  const reply = async <N extends OperationName>(name: N, input: InputOf<N>) =>
    JSON.parse(await dispatch(name, JSON.stringify(input))) as Reply<OutputOf<N>>
  const send: PracticeDesk['send'] = async (name, input) => {
    const answer = await reply(name, input)
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code}: ${answer.error.message}`)
    return answer.value
  }
  await send('workspace.init', { company: 'Northwind Managed Services', mspAccountId: '999900001111', operator: 'Ana' })
  return {
    folder,
    send,
    async refusal(name, input) {
      const answer = await reply(name, input)
      if (answer.ok) throw new Error(`${name} was not refused.`)
      return answer.error
    },
    async pass(hours) {
      await send('practice.advance', { hours })
    },
  }
}

export function stepOfView(c: CaseView, id: string): StepView {
  const step = c.steps.find((s) => s.id === id)
  if (!step) throw new Error(`no step ${id}`)
  return step
}
