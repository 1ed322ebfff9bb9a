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
import { demoCustomers } from '../demo/customers.ts'
import {
  begin,
  finish,
  type Guide,
  type Journey,
  launchExtractor,
  linkWithAthena,
  scheduleCrawler,
  setUpReport,
} from '../demo/journey.ts'
import { table } from '../table.ts'

/** A customer's outcome, for the table at the end. */
interface Outcome {
  readonly customer: string
  readonly case: string
  readonly state: string
  readonly bundles: readonly string[]
  readonly problem: string
}

/** The whole procedure by itself, on the practice AWS. */
export const demoCommands: readonly Command[] = [
  {
    path: ['demo'],
    summary: 'the whole procedure on the practice AWS, all three phases, bundles written',
    positionals: [],
    options: {
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
        return await demonstrate(call, count, out, folder)
      } finally {
        if (!kept) rmSync(folder, { recursive: true, force: true })
      }
    },
  },
]

async function demonstrate(call: Call, count: number, out: string, folder: string): Promise<Output> {
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
    const outcomes = await walk(count, out, guide, call.say)
    const rows = outcomes.map((o) => [o.case, o.customer, o.state, o.bundles[0] ?? '', o.problem])
    return {
      json: { customers: outcomes, finished: outcomes.filter((o) => o.state === 'done').length },
      text: table(['Case', 'Customer', 'State', 'Bundle', 'Problem'], rows),
      exit: outcomes.every((o) => o.state === 'done') ? 0 : 1,
    }
  } finally {
    await desk.close()
  }
}

/** All customers side by side, as they would be on a real desk: the waits pass for all of them at once. */
async function walk(
  count: number,
  out: string,
  guide: Guide,
  say: (line: string) => void,
): Promise<readonly Outcome[]> {
  const bundles = new Map<string, readonly string[]>()
  const problems = new Map<string, string>()
  const states = new Map<string, string>()
  let journeys: Journey[] = []

  const each = async (work: (j: Journey) => Promise<void>) => {
    const going: Journey[] = []
    for (const j of journeys) {
      const problem = await attempt(() => work(j))
      if (problem === null) going.push(j)
      else problems.set(j.caseId, problem)
    }
    journeys = going
  }
  const pass = async (hours: number, why: string) => {
    const { now } = await guide.send('practice.advance', { hours })
    say(
      `       ${hours < 1 ? `${Math.round(hours * 60)} min` : `${hours} h`} pass (${why}); the practice clock reads ${now}`,
    )
  }

  for (const customer of demoCustomers(count)) journeys.push(await begin(customer, guide))
  const all = [...journeys]
  await each((j) => setUpReport(j, guide))
  await pass(25, 'AWS delivers')
  await each(async (j) => {
    bundles.set(j.caseId, await linkWithAthena(j, out, guide))
  })
  await pass(0.25, 'stacks are made')
  await each((j) => scheduleCrawler(j, guide))
  await pass(72, 'Spot answers')
  await each((j) => launchExtractor(j, guide))
  await pass(0.25, 'stacks are made')
  await each(async (j) => {
    states.set(j.caseId, (await finish(j, guide)).state)
  })

  return all.map((j) => ({
    customer: j.customer.name,
    case: j.ref,
    state: states.get(j.caseId) ?? 'not finished',
    bundles: bundles.get(j.caseId) ?? [],
    problem: problems.get(j.caseId) ?? '',
  }))
}

/** What was refused on the way, as a sentence; null where all went well. Anything unforeseen is not caught. */
async function attempt(work: () => Promise<void>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (thrown) {
    if (thrown instanceof Refused) return `${thrown.error.code}: ${thrown.error.message}`
    throw thrown
  }
}
