import type { RoundRow, RoundView } from '../../../shared/contract/operations/aws.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import { sentence } from '../../../shared/text/messages/index.ts'
import { refusalOf } from '../casebook-error.ts'
import type { Context } from '../context.ts'
import type { AppHandlers } from '../handlers.ts'
import { openCases } from '../open-cases.ts'
import { keptFindingViews } from '../views/finding-view.ts'
import { lookablePayers } from './lookable-payers.ts'
import { checksToDo, runChecks, type Seen } from './round.ts'

/** Payers that are looked at side by side. Cases of one payer come one after the other: AWS counts calls by account. */
const SIDE_BY_SIDE = 4

type RoundHandlers = Pick<AppHandlers, 'checks.run' | 'checks.progress' | 'checks.cancel'>

export interface Rounds {
  readonly handlers: RoundHandlers
  /** Takes no further case, and resolves when the last one is filed. */
  close(): Promise<void>
}

interface Place {
  readonly caseId: string
  readonly payerId: string
}

interface Round {
  readonly startedAt: Instant
  readonly total: number
  readonly rows: RoundRow[]
  endedAt: Instant | null
  checked: number
  cancelled: boolean
  over: Promise<void>
}

/** Rounds of checks over many cases: one at a time, told of as they go, ended early where nobody needs them. */
export function createRounds(context: Context): Rounds {
  const { clock } = context.ports
  let round: Round | null = null
  const waiting = new Set<() => void>()

  const handlers: RoundHandlers = {
    async 'checks.run'({ cases }) {
      await context.settings()
      if (round === null || round.endedAt !== null) round = begin(cases ? await named(cases) : await lookable())
      return view()
    },
    async 'checks.progress'({ after }) {
      while (after !== undefined && round !== null && round.endedAt === null && round.checked <= after) {
        await new Promise<void>((resolve) => waiting.add(resolve))
      }
      return view()
    },
    async 'checks.cancel'() {
      if (round !== null && round.endedAt === null) {
        round.cancelled = true
        tell()
      }
      return view()
    },
  }

  return {
    handlers,
    async close() {
      if (round === null) return
      round.cancelled = true
      await round.over
    },
  }

  function begin(cases: readonly Place[]): Round {
    const queues = byPayer(cases)
    const next: Round = {
      startedAt: clock.now(),
      total: queues.reduce((sum, queue) => sum + queue.length, 0),
      rows: [],
      endedAt: null,
      checked: 0,
      cancelled: false,
      over: Promise.resolve(),
    }
    next.over = run(next, queues)
    return next
  }

  async function run(of: Round, queues: string[][]): Promise<void> {
    const worker = async () => {
      for (let queue = queues.shift(); queue !== undefined; queue = queues.shift()) {
        for (const caseId of queue) {
          if (of.cancelled) return
          const row = await checkOne(caseId)
          of.checked += 1
          if (row) of.rows.push(row)
          tell()
        }
      }
    }
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker))
    of.endedAt = clock.now()
    tell()
  }

  /** Null where there is nothing to look at now. Whatever one case refuses does not stop the rest. */
  async function checkOne(caseId: string): Promise<RoundRow | null> {
    let about = { caseId, ref: caseId, customer: '' }
    try {
      const c = await context.case(caseId)
      about = { caseId: c.record.id, ref: `C-${c.record.number}`, customer: c.customer.name }
      const act = context.act(await context.settings())
      const checks = checksToDo(context, c, act)
      if (checks.length === 0) return null
      return { ...about, ...worst(await runChecks(context, c, checks, act)) }
    } catch (thrown) {
      const refusal = refusalOf(thrown)
      if (refusal) return { ...about, outcome: 'refused', ...sentence(refusal.code, refusal.params) }
      const incident = context.ports.ids.next()
      context.ports.log.error('round.failed', { caseId, incident, error: thrown })
      return { ...about, outcome: 'refused', ...sentence('internal.unexpected', { incident }) }
    }
  }

  async function named(references: readonly string[]): Promise<readonly Place[]> {
    const cases = await Promise.all(references.map((reference) => context.case(reference)))
    return cases.map((c) => ({ caseId: c.record.id, payerId: c.payer.id }))
  }

  /** Every open case whose payer can be looked at. */
  async function lookable(): Promise<readonly Place[]> {
    const payers = new Set<string>()
    for await (const { id } of lookablePayers(context)) payers.add(id)
    const places: Place[] = []
    for await (const { record } of openCases(context.ports)) {
      if (payers.has(record.payerId)) places.push({ caseId: record.id, payerId: record.payerId })
    }
    return places
  }

  function view(): RoundView {
    if (round === null) return { state: 'none', startedAt: null, endedAt: null, total: 0, checked: 0, rows: [] }
    const { startedAt, endedAt, total, checked, rows, cancelled } = round
    const state = endedAt === null ? (cancelled ? 'cancelling' : 'running') : cancelled ? 'cancelled' : 'done'
    return { state, startedAt, endedAt, total, checked, rows: [...rows] }
  }

  function tell(): void {
    context.ports.onChange({ topic: 'checks', sequence: 0, ids: [] })
    for (const resolve of [...waiting]) resolve()
    waiting.clear()
  }
}

/** One queue a payer, each case once. */
function byPayer(cases: readonly Place[]): string[][] {
  const queues = new Map<string, Set<string>>()
  for (const { caseId, payerId } of cases) queues.set(payerId, (queues.get(payerId) ?? new Set()).add(caseId))
  return [...queues.values()].map((queue) => [...queue])
}

const WORST_FIRST = ['fail', 'no-access', 'unknown', 'warn', 'pass'] as const

/** The worst that was seen of a case, with the first cause of it. */
function worst({ records }: Seen): Pick<RoundRow, 'outcome' | 'message' | 'remedy'> {
  const outcome = WORST_FIRST.find((one) => records.some((r) => r.outcome === one)) ?? 'pass'
  const told = records.filter((r) => r.outcome === outcome).flatMap((r) => keptFindingViews(r.findings))
  const first = told.find(({ level }) => level === 'error') ?? told[0]
  return { outcome, message: first?.message ?? '', remedy: first?.remedy ?? '' }
}
