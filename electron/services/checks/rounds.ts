import type { RoundRow, RoundView } from '../../../shared/contract/operations/aws.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import { sentence } from '../../../shared/text/messages/index.ts'
import { EVERY_CASE } from '../case-query.ts'
import { refusalOf } from '../casebook-error.ts'
import type { Context } from '../context.ts'
import type { AppHandlers } from '../handlers.ts'
import type { CaseQuery } from '../ports.ts'
import { keptFindingViews } from '../views/finding-view.ts'
import { canLook, checksToDo, runChecks, type Seen } from './round.ts'

/** Payers that are looked at side by side. Cases of one payer come one after the other: AWS counts calls by account. */
const SIDE_BY_SIDE = 4

type RoundHandlers = Pick<AppHandlers, 'checks.run' | 'checks.progress' | 'checks.cancel'>

export interface Rounds {
  readonly handlers: RoundHandlers
  /** Takes no further case, and resolves when the last one is filed. */
  close(): Promise<void>
}

/** Cases to go through, one queue a payer. */
type Queues = ReadonlyMap<string, readonly string[]>

/** Cases whose IDs are read at once: a few milliseconds. */
const PAGE = 500
/** Cases named that are looked up at once. */
const NAMED = 50

interface Round {
  readonly startedAt: Instant
  readonly total: number
  readonly rows: RoundRow[]
  endedAt: Instant | null
  checked: number
  cancelled: boolean
  over: Promise<void>
}

/**
 * Rounds of checks over many cases: one at a time, told of as they go, ended early where nobody needs them.
 * @param context tells its changes together
 * @param ended tells what is not told yet
 */
export function createRounds(context: Context, ended: () => void): Rounds {
  const { clock, store, turn } = context.ports
  let round: Round | null = null
  /** While the cases of the next one are gathered. */
  let beginning: Promise<void> | null = null
  const waiting = new Set<() => void>()

  const handlers: RoundHandlers = {
    async 'checks.run'({ cases }) {
      await context.settings()
      if (round === null || round.endedAt !== null) {
        beginning ??= beginWith(cases)
        await beginning
      }
      return view()
    },
    async 'checks.progress'({ after, outcome }) {
      while (after !== undefined && round !== null && round.endedAt === null && round.checked <= after) {
        await new Promise<void>((resolve) => waiting.add(resolve))
      }
      const now = view()
      return outcome === undefined ? now : { ...now, rows: now.rows.filter((row) => row.outcome === outcome) }
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
      await beginning?.catch(() => {})
      if (round === null) return
      round.cancelled = true
      await round.over
    },
  }

  async function beginWith(cases: readonly string[] | undefined): Promise<void> {
    try {
      round = begin(cases ? await named(cases) : await lookable())
    } finally {
      beginning = null
    }
  }

  function begin(queues: Queues): Round {
    const next: Round = {
      startedAt: clock.now(),
      total: [...queues.values()].reduce((sum, queue) => sum + queue.length, 0),
      rows: [],
      endedAt: null,
      checked: 0,
      cancelled: false,
      over: Promise.resolve(),
    }
    next.over = run(next, queues)
    return next
  }

  async function run(of: Round, queues: Queues): Promise<void> {
    // All of them take from the same: whoever is through with a payer goes on with the next.
    const rest = queues.values()
    const worker = async () => {
      for (const queue of rest) {
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
    ended()
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

  async function named(references: readonly string[]): Promise<Queues> {
    const queues = new Map<string, string[]>()
    const seen = new Set<string>()
    for (const [n, reference] of references.entries()) {
      const { record } = await context.row(reference)
      if (!seen.has(record.id)) add(queues, record.payerId, record.id)
      seen.add(record.id)
      if (n % NAMED === NAMED - 1) await turn?.()
    }
    return queues
  }

  /** Every open case whose payer can be looked at, first due first. */
  async function lookable(): Promise<Queues> {
    const queues = new Map<string, string[]>()
    let mark: string | null = null
    do {
      const query: CaseQuery = { ...EVERY_CASE, states: ['open'], order: 'due', limit: PAGE, after: mark }
      const { rows, after } = await store.caseIds(query)
      for (const { caseId, payer } of rows) if (canLook(context, payer)) add(queues, payer.id, caseId)
      mark = after
      await turn?.()
    } while (mark !== null)
    return queues
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

function add(queues: Map<string, string[]>, payerId: string, caseId: string): void {
  const queue = queues.get(payerId)
  if (queue) queue.push(caseId)
  else queues.set(payerId, [caseId])
}

const WORST_FIRST = ['fail', 'no-access', 'unknown', 'warn', 'pass'] as const

/** The worst that was seen of a case, with the first cause of it. */
function worst({ records }: Seen): Pick<RoundRow, 'outcome' | 'message' | 'remedy'> {
  const outcome = WORST_FIRST.find((one) => records.some((r) => r.outcome === one)) ?? 'pass'
  const told = records.filter((r) => r.outcome === outcome).flatMap((r) => keptFindingViews(r.findings))
  const first = told.find(({ level }) => level === 'error') ?? told[0]
  return { outcome, message: first?.message ?? '', remedy: first?.remedy ?? '' }
}
