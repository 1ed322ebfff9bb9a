import type { Desk, Handlers } from '../../electron/rpc/handlers.ts'
import type { Log } from '../../electron/services/ports.ts'
import { contract, type OperationName, type OutputOf } from '../../shared/contract/index.ts'

/** A desk for tests of what stands before the services: it answers what the test gives it, and records what reached it. */
export interface TestDesk extends Desk {
  readonly reached: { readonly name: string; readonly input: unknown }[]
  readonly isClosed: () => boolean
}

export const status: OutputOf<'host.status'> = {
  version: '1.2.3',
  host: 'headless',
  workspace: { state: 'empty', kind: 'real', folder: '/data', error: null },
  now: '2026-11-21T09:00:00.000Z',
  zone: 'Europe/Berlin',
  canShowFolder: false,
  company: null,
  operator: null,
}

export function testDesk(own: Partial<Handlers> = {}): TestDesk {
  const reached: { name: string; input: unknown }[] = []
  let closed = false
  const answers: Partial<Handlers> = { 'host.status': async () => status, ...own }
  const handlerOf = (name: string) => async (input: unknown) => {
    reached.push({ name, input })
    const answer = answers[name as OperationName] as ((input: unknown) => Promise<unknown>) | undefined
    if (answer === undefined) throw new Error(`The test gave no answer for ${name}.`)
    return answer(input)
  }
  const handlers = Object.fromEntries(Object.keys(contract).map((name) => [name, handlerOf(name)]))
  return {
    handlers: handlers as unknown as Handlers,
    reached,
    isClosed: () => closed,
    wake() {},
    close: async () => {
      closed = true
    },
  }
}

export interface TestLog extends Log {
  readonly lines: { readonly event: string; readonly fields: Readonly<Record<string, unknown>> }[]
}

export function testLog(): TestLog {
  const lines: { event: string; fields: Readonly<Record<string, unknown>> }[] = []
  const write = (event: string, fields: Readonly<Record<string, unknown>> = {}) => void lines.push({ event, fields })
  return { lines, info: write, error: write }
}
