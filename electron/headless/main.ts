import { homedir } from 'node:os'
import { hostText } from '../../shared/text/host.ts'
import { sentence } from '../../shared/text/messages/index.ts'
import { refusalOf } from '../services/casebook-error.ts'
import { defaultDataFolder } from '../workspace/data-folder.ts'
import { openDesk } from '../workspace/open-desk.ts'
import { readArguments } from './arguments.ts'
import { serve } from './serve.ts'

/** The loopback host as a program: exit 0 once it was asked to end, 1 where it could not start, 2 for wrong usage. */
async function main(): Promise<number> {
  const read = readArguments(process.argv.slice(2))
  if (!read.ok) return say(`${read.problem}\n\n${hostText.usage}`, 2)
  if (read.value === 'help') {
    process.stdout.write(`${hostText.usage}\n`)
    return 0
  }
  const dataFolder = read.value.dataFolder ?? defaultDataFolder(process.platform, process.env, homedir())
  try {
    await serve({ ...read.value, dataFolder, openDesk })
    return 0
  } catch (thrown) {
    const refusal = refusalOf(thrown)
    if (!refusal) throw thrown
    const { message, remedy } = sentence(refusal.code, refusal.params)
    return say(`${message} ${remedy}`, 1)
  }
}

function say(text: string, code: number): number {
  process.stderr.write(`${text}\n`)
  return code
}

// Ended by name: what a library still keeps open must not keep a closed app alive.
process.exit(await main())
