import type { Command } from '../command.ts'
import { caseCommands } from './cases.ts'
import { demoCommands } from './demo.ts'
import { hostCommands } from './hosts.ts'
import { lookingCommands } from './looking.ts'
import { setupCommands } from './setup.ts'
import { submissionCommands } from './submissions.ts'

/** Every command, in the order in which the help shows them. */
export const commands: readonly Command[] = [
  ...setupCommands,
  ...caseCommands,
  ...submissionCommands,
  ...lookingCommands,
  ...hostCommands,
  ...demoCommands,
]
