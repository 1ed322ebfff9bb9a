import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { InputOf, OperationName, OutputOf } from '../../../shared/contract/index.ts'
import type { Reply } from '../../../shared/contract/operation.ts'
import { createDispatch } from '../../rpc/dispatch.ts'
import { openLog } from '../../workspace/log.ts'
import { openDesk } from '../../workspace/open-desk.ts'
import { programVersion } from '../../workspace/program.ts'
import { type Call, type Command, type Output, Refused, WrongUsage } from '../command.ts'
import { DEMO_PROCEDURES, type DemoProcedure } from '../demo/answers.ts'
import type { Guide } from '../demo/journey.ts'
import { walkMsp } from '../demo/msp-walk.ts'
import { walkSteps } from '../demo/step-walk.ts'
import { table } from '../table.ts'

/** The whole procedure by itself, on the practice AWS. */
export const demoCommands: readonly Command[] = [
  {
    path: ['demo'],
    summary: 'a whole procedure on the practice AWS; the MSP’s with all three phases and bundles written',
    positionals: [],
    options: {
      procedure: {
        type: 'string',
        value: 'NAME',
        help: 'which one; msp-cur-extraction without it',
        oneOf: DEMO_PROCEDURES,
      },
      customers: { type: 'string', value: 'N', help: 'how many customers; 3 without it' },
      out: { type: 'string', value: 'DIR', help: 'where the bundles go; ./out without it' },
      keep: { type: 'boolean', value: '', help: 'keep the practice workspace, in DIR of --data-dir' },
    },
    workspace: false,
    async run(call) {
      const count = Number(call.option('customers') ?? '3')
      if (!Number.isInteger(count) || count < 1 || count > 500) throw new WrongUsage('--customers takes 1 to 500.')
      const out = resolve(call.option('out') ?? 'out')
      mkdirSync(out, { recursive: true })
      const kept = call.flag('keep')
      const folder = kept ? call.global.dataFolder : mkdtempSync(join(tmpdir(), 'casebook-demo-'))
      try {
        const procedure = DEMO_PROCEDURES.find((p) => p === call.option('procedure')) ?? 'msp-cur-extraction'
        return await demonstrate(call, procedure, count, out, folder)
      } finally {
        if (!kept) rmSync(folder, { recursive: true, force: true })
      }
    },
  },
]

async function demonstrate(
  call: Call,
  procedure: DemoProcedure,
  count: number,
  out: string,
  folder: string,
): Promise<Output> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const log = openLog(folder)
  let sequence = 0
  const desk = await openDesk({
    folder,
    kind: 'practice',
    host: 'cli',
    version: programVersion(),
    log,
    onChange: (event) => {
      sequence = Math.max(sequence, event.sequence)
    },
  })
  const dispatch = createDispatch(desk.handlers, log)
  const send: Call['send'] = async <N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> => {
    const reply = JSON.parse(await dispatch(name, JSON.stringify(input))) as Reply<OutputOf<N>>
    if (!reply.ok) throw new Refused(reply.error)
    return reply.value
  }
  // The number is the place in the workspace's record up to which everything is on disk when the line is printed.
  const guide: Guide = {
    send,
    did: (customer, what) => call.say(`${String(sequence).padStart(5)}  ${customer.name}: ${what}`),
  }
  try {
    await send('workspace.init', { company: 'Demo MSP', mspAccountId: '999988887777', operator: 'Demo' })
    const outcomes =
      procedure === 'msp-cur-extraction'
        ? await walkMsp(count, out, guide, call.say)
        : await walkSteps(procedure, count, guide, call.say)
    const rows = outcomes.map((o) => [o.case, o.customer, o.state, o.bundles[0] ?? '', o.problem])
    return {
      json: { procedure, customers: outcomes, finished: outcomes.filter((o) => o.state === 'done').length },
      text: table(['Case', 'Customer', 'State', 'Bundle', 'Problem'], rows),
      exit: outcomes.every((o) => o.state === 'done') ? 0 : 1,
    }
  } finally {
    await desk.close()
  }
}
