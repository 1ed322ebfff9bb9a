import { describe, expect, test } from 'vitest'
import type { StateMove } from '../../../../../shared/domain/case/change-state.ts'
import { HOUR } from '../../../../../shared/domain/instant.ts'
import { allSteps } from '../../../../../shared/domain/procedure/engine.ts'
import type { CaseState } from '../../../../../shared/domain/records/case.ts'
import { isRefusal } from '../../../../../shared/domain/refusal.ts'
import { waitState } from '../../../../../shared/domain/wait/wait-state.ts'
import { mspCurExtraction } from '../../../../../shared/procedures/msp-cur-extraction.ts'
import { refusedWith, START, WorkedCase } from '../../../../support/worked-case.ts'

const MOVES: readonly StateMove[] = ['hold', 'resume', 'abandon', 'reopen', 'close']

/** Where each move leads from each state; what is not here is refused. */
const TABLE: Readonly<Record<CaseState, Partial<Record<StateMove, CaseState>>>> = {
  open: { hold: 'on-hold', abandon: 'abandoned' },
  'on-hold': { resume: 'open', abandon: 'abandoned' },
  done: { reopen: 'open' },
  abandoned: { reopen: 'open' },
}

const transitions = Object.entries(TABLE).flatMap(([from, moves]) =>
  MOVES.map((move) => [from as CaseState, move, moves[move] ?? 'refused'] as const),
)

/** A case whose report has been created: its wait of 24 hours runs. */
function waiting(): WorkedCase {
  return new WorkedCase().does(
    'report.sign-in',
    'report.content',
    'report.bucket',
    'report.delivery-options',
    'report.create',
  )
}

/** A case all of whose steps are settled. */
function finished(): WorkedCase {
  const c = new WorkedCase()
  for (const step of allSteps(mspCurExtraction)) c.take(c.mark(step.id, 'skip'))
  return c
}

describe('the case state machine', () => {
  test.each(transitions)('a case that is %s: %s leads to %s', (from, move, to) => {
    const c = new WorkedCase({ record: { state: from } })
    const decided = c.move(move)
    if (to === 'refused') {
      expect(refusedWith(decided)).toMatchObject({
        code: from === 'open' && move === 'close' ? 'case.not-complete' : 'case.move-refused',
        params: { case: 'C-1' },
      })
    } else {
      expect(isRefusal(decided)).toBe(false)
      expect(c.take(decided).case.record.state).toBe(to)
      expect(c.activity.at(-1)).toMatchObject({ what: `case.${move}`, params: { reason: 'because', from } })
    }
  })

  test.each(['hold', 'abandon'] as const)('%s wants a reason in words', (move) => {
    for (const reason of ['', '  \n']) {
      expect(refusedWith(new WorkedCase().move(move, reason))).toMatchObject({
        code: 'case.reason-missing',
        field: 'reason',
      })
    }
  })

  test('the reason is kept while it holds, and gone once the case is open again', () => {
    const c = new WorkedCase()
    expect(c.take(c.move('hold', '  customer on holiday ')).case.record.stateReason).toBe('customer on holiday')
    expect(c.take(c.move('resume', '')).case.record.stateReason).toBe('')
  })

  test('an abandoned case is closed, a reopened one is not', () => {
    const c = new WorkedCase().pass(5)
    expect(c.take(c.move('abandon')).case.record.closedAt).toBe(c.now)
    expect(c.take(c.move('reopen', '')).case.record.closedAt).toBeNull()
  })
})

describe('a case on hold', () => {
  test('pauses its waits, and resuming adds the time on hold to the due time', () => {
    const c = waiting().pass(4)
    c.take(c.move('hold', 'customer on holiday')).pass(10)
    expect(waitState(c.wait('report-delivery'), c.now)).toMatchObject({ state: 'paused', remainingMs: null })
    expect(c.case.record.summary).toMatchObject({ waitDefinition: null, dueAt: null })

    c.take(c.move('resume', ''))
    expect(c.wait('report-delivery')).toMatchObject({ paused: null, pausedMillis: 10 * HOUR })
    expect(waitState(c.wait('report-delivery'), c.now)).toMatchObject({ state: 'waiting', remainingMs: 20 * HOUR })
    expect(c.case.record.summary.dueAt).toBe('2026-11-17T19:00:00.000Z')
  })

  test('held twice has both pauses added', () => {
    const c = waiting()
    for (const hours of [3, 5]) {
      c.take(c.move('hold')).pass(hours)
      c.take(c.move('resume', ''))
    }
    expect(c.wait('report-delivery').pausedMillis).toBe(8 * HOUR)
  })

  test('held with the clock set back adds nothing', () => {
    const c = waiting().pass(4)
    c.take(c.move('hold'))
    c.now = START
    c.take(c.move('resume', ''))
    expect(c.wait('report-delivery').pausedMillis).toBe(0)
  })

  test('does not move on by itself: a check that passes settles no step and starts no wait', () => {
    const c = new WorkedCase().does('report.sign-in', 'report.content', 'report.bucket', 'report.delivery-options')
    c.take(c.move('hold')).sees('report.definition')
    expect(c.status('report.create')).toBe('todo')
    expect(c.case.waits).toEqual([])
    expect(c.take(c.move('resume', '')).status('report.create')).toBe('done')
  })
})

describe('an abandoned case', () => {
  test('cancels its waits with the reason', () => {
    const c = waiting()
    c.take(c.move('abandon', 'went to a competitor'))
    expect(c.wait('report-delivery').cancelled).toEqual({ at: c.now, reason: 'went to a competitor' })
    expect(c.recorded).toContain('wait.cancelled')
  })

  test('reopened waits on as if it had never been given up: what was waited for may have come meanwhile', () => {
    const c = waiting().pass(2)
    c.take(c.move('abandon')).pass(30)
    c.take(c.move('reopen', 'they are back'))
    expect(waitState(c.wait('report-delivery'), c.now)).toMatchObject({
      state: 'overdue',
      dueAt: '2026-11-17T09:00:00.000Z',
    })
    expect(c.case.record.summary.waitDefinition).toBe('report-delivery')
  })

  test('reopened after it was given up while on hold has the pause added', () => {
    const c = waiting()
    c.take(c.move('hold')).pass(6)
    c.take(c.move('abandon')).pass(6)
    c.take(c.move('reopen', ''))
    expect(c.wait('report-delivery')).toMatchObject({ cancelled: null, paused: null, pausedMillis: 12 * HOUR })
  })

  test('leaves alone what had ended before', () => {
    const c = waiting().pass(20)
    c.take(c.mark('report.delivered')).pass(1)
    c.take(c.move('abandon')).take(c.move('reopen', ''))
    expect(c.wait('report-delivery')).toMatchObject({ metAt: '2026-11-17T05:00:00.000Z', cancelled: null })
  })
})

describe('a case whose last step is settled', () => {
  test('is done, and closed', () => {
    const c = finished()
    expect(c.case.record).toMatchObject({ state: 'done', closedAt: START })
    expect(c.recorded.filter((what) => what === 'case.done')).toHaveLength(1)
    expect(c.case.record.summary).toMatchObject({ phase: null, nextStep: null, dueAt: null })
  })

  test('can be reopened, and stays open while values and notes are changed', () => {
    const c = finished()
    c.take(c.move('reopen', 'to send it again'))
    expect(c.case.record).toMatchObject({ state: 'open', closedAt: null })
    c.sets({ accountList: '111122223333' })
    c.changes((change) => change.withRecord({ notes: 'looked at it' }))
    expect(c.case.record.state).toBe('open')
  })

  test('reopened is done again once work was done on it', () => {
    const c = finished()
    c.take(c.move('reopen', '')).sees('report.definition')
    expect(c.case.record.state).toBe('done')
  })

  test('reopened with a step to do again is done when that step is', () => {
    const c = finished()
    c.take(c.move('reopen', ''))
    c.take(c.mark('crawler.schedule', 'reopen'))
    expect(c.case.record.state).toBe('open')
    c.sees('report.delivered')
    expect(c.case.record.state).toBe('open')
    expect(c.does('crawler.schedule').case.record.state).toBe('done')
  })
})

test('a case reopened with every step settled is closed again on purpose', () => {
  const c = finished()
  c.take(c.move('reopen'))
  expect(c.case.record.state).toBe('open')
  c.take(c.move('close'))
  expect(c.case.record).toMatchObject({ state: 'done', closedAt: c.now })
})

test('a case with open steps cannot be closed', () => {
  const c = waiting()
  expect(refusedWith(c.move('close')).code).toBe('case.not-complete')
})
