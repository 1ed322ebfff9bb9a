import type { Command } from '../command.ts'
import { caseCommands } from './cases.ts'
import { demoCommands } from './demo.ts'
import { hostCommands } from './hosts.ts'
import { lookingCommands } from './looking.ts'
import { procedureCommands } from './procedures.ts'
import { setupCommands } from './setup.ts'
import { submissionCommands } from './submissions.ts'

/** Every command, in the order in which the help shows them. */
export const commands: readonly Command[] = [
  ...setupCommands,
  ...procedureCommands,
  ...caseCommands,
  ...submissionCommands,
  ...lookingCommands,
  ...hostCommands,
  ...demoCommands,
]
