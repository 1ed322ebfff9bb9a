import { actionHandlers } from './actions/handlers.ts'
import { activityHandlers } from './activities.ts'
import { caseHandlers } from './cases.ts'
import { checkHandlers } from './checks/handlers.ts'
import { createContext, type Ports } from './context.ts'
import { crawlerFileHandlers } from './crawler-files.ts'
import { customerHandlers } from './customers.ts'
import { dueHandlers } from './due.ts'
import type { AppHandlers } from './handlers.ts'
import { judgementHandlers } from './judgements.ts'
import { messageHandlers } from './messages.ts'
import { openingHandlers } from './opening.ts'
import { payerHandlers } from './payers.ts'
import { practiceHandlers } from './practice.ts'
import { procedureHandlers } from './procedures.ts'
import { stepHandlers } from './steps.ts'
import { submissionHandlers } from './submissions.ts'
import { workspaceHandlers } from './workspace.ts'

/** The app on its ports: one handler for each operation of the contract that a workspace answers. */
export function createApp(ports: Ports): AppHandlers {
  const context = createContext(ports)
  return {
    ...workspaceHandlers(context),
    ...payerHandlers(context),
    ...customerHandlers(context),
    ...procedureHandlers(context),
    ...openingHandlers(context),
    ...caseHandlers(context),
    ...stepHandlers(context),
    ...checkHandlers(context),
    ...actionHandlers(context),
    ...crawlerFileHandlers(context),
    ...judgementHandlers(context),
    ...submissionHandlers(context),
    ...messageHandlers(context),
    ...activityHandlers(context),
    ...dueHandlers(context),
    ...practiceHandlers(context),
  }
}
