import type { WatchView } from '../../shared/contract/operations/aws.ts'
import { type Instant, toMillis } from '../../shared/domain/instant.ts'
import { allSteps, stepOf } from '../../shared/domain/procedure/engine.ts'
import type { CheckId, Procedure } from '../../shared/domain/procedure/types.ts'
import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import type { CheckRecord } from '../../shared/domain/records/check.ts'
import type { Wait } from '../../shared/domain/records/wait.ts'
import { isOpen } from '../../shared/domain/wait/wait-state.ts'
import { refusalOf } from './casebook-error.ts'
import { canLook, fileSeen, isUnderWay, lookAt } from './checks/round.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'
import { openCases } from './open-cases.ts'
import { openWaits } from './open-waits.ts'
import type { CaseRow } from './ports.ts'
import { newsOf, newsParams, pastNews } from './watch-news.ts'
import { type Pace, paceAfter, STEADY } from './watch-pace.ts'

/** Real time between two looks at what is due for a look; asks the workspace, and AWS only where it is time. */
const TICK = 60_000
/** News that are kept for a window that opens later. */
const MOST_NEWS = 50
/** Open waits that are looked through, first due first. */
const MOST_WAITS = 2_000
/** Accounts whose pace is shown. */
const MOST_ACCOUNTS = 200

export interface Watcher {
  readonly handlers: Pick<AppHandlers, 'watch.state' | 'watch.pause'>
  start(): void
  /** Calls off what is planned, and resolves when the look under way is filed. */
  close(): Promise<void>
}

/** The pace of an account, and why it is that. */
interface Paced extends Pace {
  readonly is: WatchView['accounts'][number]['pace']
}

/**
 * Looks at AWS in the background, so that the end of a wait is known early: open waits that AWS ends, and stacks that
 * were seen in the making. One account at a time, each at its own pace; only what has changed is filed and told.
 */
export function createWatcher(context: Context): Watcher {
  const { store, clock, timer, log, turn } = context.ports
  const paces = new Map<string, Paced>()
  /** Null until the record was read. */
  let news: Promise<WatchView['news']> | null = null
  let lookedAt: Instant | null = null
  let remembered = false
  let state: WatchView['state'] = 'off'
  let callOff = () => {}
  let looking: Promise<void> = Promise.resolve()

  return {
    handlers: {
      'watch.state': async () => view(),
      async 'watch.pause'({ paused }) {
        if (state !== 'off') state = paused ? 'paused' : 'watching'
        context.ports.onChange({ topic: 'checks', sequence: 0, ids: [] })
        return view()
      },
    },
    start() {
      if (state !== 'off') return
      state = 'watching'
      plan()
    },
    async close() {
      state = 'off'
      callOff()
      await looking
    },
  }

  function plan(): void {
    callOff = timer.after(TICK * (1 + timer.chance() / 4), () => {
      looking = look().finally(() => {
        if (state !== 'off') plan()
      })
    })
  }

  /** Never rejects: a look that fails is written to the log, and the next one comes. */
  async function look(): Promise<void> {
    if (state !== 'watching') return
    try {
      lookedAt = clock.now()
      for (const [account, cases] of await dueAccounts()) {
        if (state !== 'watching') return
        const pace = await lookAtAccount(account, cases)
        if (pace) paces.set(account, pace)
      }
    } catch (thrown) {
      log.error('watch.failed', { error: thrown })
    }
  }

  /** The record IDs of the cases to look at, by account, where it is time. */
  async function dueAccounts(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const due = new Map<string, Set<string>>()
    if ((await store.settings()) === null) return due
    if (!remembered) await rememberUnderWay()
    const add = ({ record, payerAccountId }: CaseRow) => {
      if (!isTime(paces.get(payerAccountId))) return
      due.set(payerAccountId, (due.get(payerAccountId) ?? new Set()).add(record.id))
    }
    let seen = 0
    for await (const waits of openWaits(context.ports)) {
      for (const { wait, row } of waits) if (endsByAws(wait, row)) add(row)
      seen += waits.length
      if (seen >= MOST_WAITS) break
    }
    for (const id of context.underWay) {
      const row = await store.caseRow(id)
      if (row) add(row)
      else context.underWay.delete(id)
    }
    for (const payer of await store.payersByAccount([...due.keys()])) {
      if (!canLook(context, payer)) due.delete(payer.accountId)
    }
    return due
  }

  function endsByAws(wait: Wait, { record }: CaseRow): boolean {
    const procedure = context.procedures.pinned(record.procedureId, record.procedureVersion)
    return procedure !== null && awsWaits(procedure).includes(wait.definition)
  }

  /** Stacks that were in the making when the app was last closed: the cases whose next step looks at one. */
  async function rememberUnderWay(): Promise<void> {
    for await (const { record } of openCases(context.ports)) {
      const procedure = context.procedures.pinned(record.procedureId, record.procedureVersion)
      const next = procedure && stepOf(procedure, record.summary.nextStep ?? '')
      if (!next?.checks.some((check) => check.endsWith('-stack.status'))) continue
      const c = await store.case(record.id)
      if (c?.checks.some(isUnderWay)) context.underWay.add(record.id)
    }
    remembered = true
  }

  /** The checks that end an open wait of AWS's, and those of stacks in the making. */
  function checksOf(c: Case): readonly CheckId[] {
    const procedure = context.procedure(c)
    const open = c.waits.filter((w) => isOpen(w) && w.paused === null).map((w) => w.definition)
    const waits = awsWaits(procedure).filter((id) => open.includes(id))
    const ends = allSteps(procedure)
      .filter((s) => s.effects.some((e) => 'meetWait' in e && waits.includes(e.meetWait)))
      .flatMap((s) => s.checks)
    const making = c.checks.filter(isUnderWay).map((r) => r.checkId as CheckId)
    return [...new Set([...ends, ...making])]
  }

  function isTime(pace: Pace | undefined): boolean {
    if (pace === undefined) return true
    const left = toMillis(pace.nextAt) - toMillis(clock.now())
    // A clock that was set back would otherwise silence an account for as long as it was wrong.
    return left <= 0 || left > pace.millis * 2
  }

  /** Null where nothing was to be looked at. */
  async function lookAtAccount(account: string, cases: ReadonlySet<string>): Promise<Paced | null> {
    let [looked, changed, failed, isMaking] = [false, false, false, false]
    for (const id of cases) {
      await turn?.()
      // Read when its turn comes: it is as it is then, and a thousand of them are never held at once.
      const c = await store.case(id)
      const checks = c && c.record.state === 'open' ? checksOf(c) : []
      if (!c || checks.length === 0) {
        context.underWay.delete(id)
        continue
      }
      const seen = await lookAtCase(c, checks)
      looked = true
      changed ||= seen.changed
      failed ||= seen.failed
      isMaking ||= context.underWay.has(id)
      // An account that cannot be asked for one case cannot be asked for the next.
      if (failed) break
    }
    if (!looked) return null
    const before = paces.get(account) ?? STEADY
    const pace = paceAfter(before, { changed, failed, isMaking }, clock.now(), timer.chance())
    return { ...pace, is: failed ? 'backing-off' : isMaking ? 'making' : 'steady' }
  }

  async function lookAtCase(
    c: Case,
    checks: readonly CheckId[],
  ): Promise<{ readonly changed: boolean; readonly failed: boolean }> {
    try {
      const act = context.act(await context.settings())
      const { records, identity, fault } = await lookAt(context, c, checks, act)
      // What only says “could not look” is not filed: it would hide what was seen before.
      const seen = records.filter((r) => !isUnseen(r))
      const failed = fault !== null || seen.length < records.length
      const changed = seen.filter(
        (r) =>
          !isSame(
            r,
            c.checks.find((k) => k.checkId === r.checkId),
          ),
      )
      if (changed.length === 0) return { changed: false, failed }
      const procedure = context.procedure(c)
      const worth = changed.filter((record) => newsOf(record, c, procedure) !== null)
      const before = await recalled()
      await fileSeen(context, c.record.id, { records: changed, identity }, worth.map(newsParams))
      if (!changed.some(isUnderWay)) context.underWay.delete(c.record.id)
      const fresh = worth.flatMap((record) => newsOf(record, c, procedure) ?? [])
      if (fresh.length > 0) tell(before, fresh.toReversed())
      return { changed: true, failed }
    } catch (thrown) {
      log.error('watch.case-failed', {
        caseId: c.record.id,
        code: refusalOf(thrown)?.code ?? 'unforeseen',
        error: thrown,
      })
      return { changed: false, failed: true }
    }
  }

  /** On the record already, so that nobody is told twice. */
  function tell(before: WatchView['news'], fresh: WatchView['news']): void {
    for (const { ref, customer, text } of fresh) {
      const title = `${ref}, ${customer}`
      context.ports.notifier?.notify({ id: `news ${ref}`, title, body: text, action: 'Open', caseRef: ref })
    }
    news = Promise.resolve([...fresh, ...before].slice(0, MOST_NEWS))
    context.ports.onChange({ topic: 'checks', sequence: 0, ids: fresh.map(({ caseId }) => caseId) })
  }

  /** The news so far; those of the past are read from the record once. */
  async function recalled(): Promise<WatchView['news']> {
    if ((await store.settings()) === null) return []
    news ??= pastNews(context, MOST_NEWS).catch((thrown: unknown) => {
      news = null
      throw thrown
    })
    return news
  }

  async function view(): Promise<WatchView> {
    const accounts = [...paces]
      .map(([accountId, { nextAt, millis, is }]) => ({ accountId, nextAt, everyMs: millis, pace: is }))
      .sort((a, b) => a.nextAt.localeCompare(b.nextAt))
      .slice(0, MOST_ACCOUNTS)
    return { state, lookedAt, news: await recalled(), accounts }
  }
}

/** Nothing that a person would want to know has changed. */
function isSame(now: CheckRecord, before: CheckRecord | undefined): boolean {
  if (before?.outcome !== now.outcome) return false
  const codes = (r: CheckRecord) => r.findings.map((f) => f.code).join(' ')
  return codes(now) === codes(before)
}

/** The look was refused or lost, and says nothing about the thing itself. */
function isUnseen({ findings }: CheckRecord): boolean {
  return findings.length > 0 && findings.every(({ code }) => code.startsWith('aws.'))
}

/** The waits of a procedure that AWS ends. */
function awsWaits({ waits }: Procedure): readonly string[] {
  return waits.filter(({ waitsOn }) => waitsOn === 'aws').map(({ id }) => id)
}
