import { currentSubmission } from '../../shared/domain/case/facts-of.ts'
import { HOUR, toMillis } from '../../shared/domain/instant.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { waitState } from '../../shared/domain/wait/wait-state.ts'
import { localText } from '../../shared/text/times.ts'
import { CasebookError } from './casebook-error.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'
import type { Practice } from './practice-port.ts'

type PracticeHandlers = Pick<
  AppHandlers,
  'practice.state' | 'practice.advance' | 'practice.scenario' | 'practice.spot-answer'
>

/** The practice AWS, its clock and the practice Spot. A real workspace refuses all of it. */
export function practiceHandlers(context: Context): PracticeHandlers {
  const { ports } = context
  return {
    async 'practice.state'() {
      return practice().state()
    },
    async 'practice.advance'({ hours }) {
      await practice().advance(hours)
      ports.onChange({ topic: 'practice', sequence: 0, ids: [] })
      return practice().state()
    },
    async 'practice.scenario'({ name }) {
      if (!practice().setScenario(name)) {
        const known = practice()
          .state()
          .scenarios.map((s) => s.name)
          .join(', ')
        throw new CasebookError(refuse('practice.scenario-unknown', { name, known }, 'name'))
      }
      ports.onChange({ topic: 'practice', sequence: 0, ids: [] })
      return practice().state()
    },
    async 'practice.spot-answer'({ case: reference }) {
      const world = practice()
      const c = await context.case(reference)
      const submission = currentSubmission(c)
      if (submission?.state !== 'sent' || !submission.sent) {
        throw new CasebookError(refuse('submission.not-sent', { state: submission?.state ?? 'not exported' }))
      }
      const wait = c.waits.find((w) => w.submissionId === submission.id)
      const due = wait ? waitState(wait, ports.clock.now()).dueAt : submission.sent.at
      if (toMillis(ports.clock.now()) < toMillis(due)) {
        const hours = Math.ceil((toMillis(due) - toMillis(ports.clock.now())) / HOUR)
        throw new CasebookError(
          refuse('practice.spot-not-ready', { due: localText(due, ports.clock.zone()), hours }, 'case'),
        )
      }
      const { region, bucket, prefix, reportName } = c.payer
      return { link: world.spotLink({ region, bucket, prefix, reportName, customerName: c.customer.name }) }
    },
  }

  function practice(): Practice {
    if (!ports.practice) throw new CasebookError(refuse('practice.only', {}))
    return ports.practice
  }
}
