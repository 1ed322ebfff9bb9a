import { actionHandlers } from './actions/handlers.ts'
import { stackProgressHandlers } from './actions/stack-progress.ts'
import { activityHandlers } from './activities.ts'
import { advanceHandlers } from './advance.ts'
import { boardHandlers } from './board.ts'
import { bulkHandlers } from './bulk.ts'
import { caseFileHandlers } from './case-files.ts'
import { caseLifeHandlers } from './case-life.ts'
import { caseHandlers } from './cases.ts'
import { checkHandlers } from './checks/handlers.ts'
import { checkListHandlers } from './checks/list.ts'
import { createRounds } from './checks/rounds.ts'
import { createContext, type Ports } from './context.ts'
import { crawlerFileHandlers } from './crawler-files.ts'
import { customerPageHandlers } from './customer-page.ts'
import { customerHandlers } from './customers.ts'
import { dueHandlers } from './due.ts'
import { dossierHandlers } from './exchange/dossier.ts'
import { exportDataHandlers } from './exchange/export-data.ts'
import { exportManyHandlers } from './exchange/export-many.ts'
import { handoverInHandlers } from './exchange/handover-in.ts'
import { handoverOutHandlers } from './exchange/handover-out.ts'
import { importHandlers } from './exchange/import-customers.ts'
import { gatherChanges } from './gathered-changes.ts'
import type { AppHandlers } from './handlers.ts'
import { identityHandlers } from './identity.ts'
import { intakeHandlers } from './intake.ts'
import { jobHandlers } from './job-handlers.ts'
import type { Jobs } from './jobs.ts'
import { judgementHandlers } from './judgements.ts'
import { messageHandlers } from './messages.ts'
import { openingHandlers } from './opening.ts'
import { payerImpactHandlers } from './payer-impact.ts'
import { payerHandlers } from './payers.ts'
import { practiceHandlers } from './practice.ts'
import { procedureHandlers } from './procedures.ts'
import { readPolicyHandlers } from './read-policy.ts'
import { createReminding } from './reminders.ts'
import { reportHandlers } from './reports.ts'
import { requestHandlers } from './requests.ts'
import { reuseHandlers } from './reuse.ts'
import { snoozeHandlers } from './snooze.ts'
import { stepHandlers } from './steps.ts'
import { submissionHandlers } from './submissions.ts'
import { undoHandlers } from './undo.ts'
import { viewHandlers } from './views.ts'
import { createWatcher } from './watch.ts'
import { workspaceHandlers } from './workspace.ts'

/** The app on its ports, with what it does by itself. */
export interface App {
  /** One handler for each operation of the contract that a workspace answers. */
  readonly handlers: AppHandlers
  readonly jobs: Jobs
  /** Begins to look at AWS in the background; a command line has no use for it. */
  watch(): void
  /** Begins to tell what falls due. */
  remind(): void
  /** Time has passed unseen: what has fallen due meanwhile is told now. */
  wake(): void
  /** Ends what runs by itself, and resolves when its last look is filed. */
  close(): Promise<void>
}

export function createApp(ports: Ports): App {
  const changes = gatherChanges(ports.timer, (event) => {
    ports.onChange(event)
    reminding.changed(event.topic)
  })
  const context = createContext({ ...ports, onChange: changes.now })
  const reminding = createReminding(context)
  const rounds = createRounds(context.telling(changes.gathered), changes.flush)
  const watcher = createWatcher(context)
  const handlers: AppHandlers = {
    ...workspaceHandlers(context),
    ...payerHandlers(context),
    ...payerImpactHandlers(context),
    ...customerHandlers(context),
    ...customerPageHandlers(context),
    ...procedureHandlers(context),
    ...intakeHandlers(context),
    ...openingHandlers(context),
    ...caseHandlers(context),
    ...boardHandlers(context),
    ...bulkHandlers(context),
    ...advanceHandlers(context),
    ...viewHandlers(context),
    ...caseLifeHandlers(context),
    ...reuseHandlers(context),
    ...requestHandlers(context),
    ...stepHandlers(context),
    ...checkHandlers(context),
    ...checkListHandlers(context),
    ...identityHandlers(context),
    ...actionHandlers(context),
    ...stackProgressHandlers(context),
    ...crawlerFileHandlers(context),
    ...judgementHandlers(context),
    ...submissionHandlers(context),
    ...messageHandlers(context),
    ...exportManyHandlers(context),
    ...caseFileHandlers(context),
    ...dossierHandlers(context),
    ...exportDataHandlers(context),
    ...importHandlers(context),
    ...handoverOutHandlers(context),
    ...handoverInHandlers(context),
    ...jobHandlers(context),
    ...activityHandlers(context),
    ...reminding.handlers,
    ...snoozeHandlers(context),
    ...undoHandlers(context),
    ...dueHandlers(context),
    ...reportHandlers(context),
    ...practiceHandlers(context),
    ...readPolicyHandlers(context),
    ...rounds.handlers,
    ...watcher.handlers,
  }
  return {
    handlers,
    jobs: context.jobs,
    watch: () => watcher.start(),
    remind: () => reminding.start(),
    wake: () => reminding.wake(),
    async close() {
      context.jobs.cancelAll()
      await Promise.all([rounds.close(), watcher.close(), reminding.close()])
      changes.flush()
    },
  }
}
