import type { Command } from '../command.ts'
import { benchCommands } from './bench.ts'
import { caseLifeCommands } from './case-life.ts'
import { caseCommands } from './cases.ts'
import { demoCommands } from './demo.ts'
import { directoryCommands } from './directory.ts'
import { exportCommands } from './exports.ts'
import { hostCommands } from './hosts.ts'
import { importCommands } from './imports.ts'
import { keepingCommands } from './keeping.ts'
import { lookingCommands } from './looking.ts'
import { procedureCommands } from './procedures.ts'
import { reportCommands } from './reports.ts'
import { requestCommands } from './requests.ts'
import { seedCommands } from './seed.ts'
import { setupCommands } from './setup.ts'
import { submissionCommands } from './submissions.ts'

/** Every command, in the order in which the help shows them. */
export const commands: readonly Command[] = [
  ...setupCommands,
  ...procedureCommands,
  ...directoryCommands,
  ...caseCommands,
  ...caseLifeCommands,
  ...requestCommands,
  ...submissionCommands,
  ...importCommands,
  ...exportCommands,
  ...lookingCommands,
  ...reportCommands,
  ...keepingCommands,
  ...hostCommands,
  ...demoCommands,
  ...seedCommands,
  ...benchCommands,
]
