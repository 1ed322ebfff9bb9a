import { addMillis, HOUR, toMillis } from '../../shared/domain/instant.ts'
import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import type { Wait } from '../../shared/domain/records/wait.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { snoozeChoices } from '../../shared/domain/snooze.ts'
import { isOpen } from '../../shared/domain/wait/wait-state.ts'
import { snoozeLabels } from '../../shared/text/reminders.ts'
import { localText } from '../../shared/text/times.ts'
import { CasebookError } from './casebook-error.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'

/** Longest time a reminder can be put off. */
const LONGEST = 30 * 24 * HOUR

/** Putting off a wait: nothing is told of it before, and it is told once more then. On the record, and undone like all else. */
export function snoozeHandlers(context: Context): Pick<AppHandlers, 'reminder.choices' | 'reminder.snooze'> {
  const { clock, store } = context.ports
  return {
    async 'reminder.choices'({ case: reference, wait: id }) {
      const { wait } = await openWait(reference, id)
      const [now, zone] = [clock.now(), clock.zone()]
      const [reminded] = await store.reminders([wait.id])
      const until = reminded?.snoozedUntil ?? null
      const isPutOff = until !== null && toMillis(until) > toMillis(now)
      return {
        choices: snoozeChoices(now, zone).map((choice) => ({
          ...choice,
          label: snoozeLabels[choice.id],
          untilText: localText(choice.until, zone),
        })),
        snoozed: isPutOff ? { until, untilText: localText(until, zone) } : null,
      }
    },

    async 'reminder.snooze'({ case: reference, wait: id, until }) {
      const { c, wait } = await openWait(reference, id)
      const act = context.act(await context.settings())
      if (toMillis(until) <= toMillis(act.now) || until > addMillis(act.now, LONGEST)) {
        throw new CasebookError(refuse('reminder.snooze-range', {}, 'until'))
      }
      const untilText = localText(until, act.zone)
      const about = { caseId: c.record.id, customerId: c.customer.id, payerId: null }
      const params = { wait: wait.definition, until, untilText }
      const change = {
        puts: [{ kind: 'snooze' as const, record: { waitId: wait.id, until } }],
        activity: [{ at: act.now, who: act.by, what: 'wait.snoozed', ...about, params }],
      }
      const { sequence } = await context.commit(change, 'cases', [c.record.id])
      return { until, untilText, sequence }
    },
  }

  async function openWait(reference: string, id: string): Promise<{ readonly c: Case; readonly wait: Wait }> {
    const c = await context.case(reference)
    const wait = c.waits.find((w) => w.id === id && isOpen(w))
    if (!wait) throw new CasebookError(refuse('reminder.no-wait', { case: `C-${c.record.number}` }, 'wait'))
    return { c, wait }
  }
}
