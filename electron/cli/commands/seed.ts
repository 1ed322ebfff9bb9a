import { seedWorkspace } from '../../workspace/seed.ts'
import { type Command, WrongUsage } from '../command.ts'
import { readInstant } from '../instants.ts'

/** Synthetic workspaces, for measuring. */
export const seedCommands: readonly Command[] = [
  {
    path: ['seed'],
    summary: 'fill a new workspace with invented customers, for benchmarks',
    positionals: [],
    options: {
      cases: { type: 'string', value: 'N', help: 'how many cases', required: true },
      until: { type: 'string', value: 'INSTANT', help: 'the instant it ends at; now without it' },
    },
    workspace: false,
    async run(call) {
      const cases = Number(call.option('cases'))
      if (!Number.isInteger(cases) || cases < 1 || cases > 5_000_000)
        throw new WrongUsage('--cases takes 1 to 5000000.')
      const { dataFolder } = call.global
      const now = readInstant(call.option('until')) ?? new Date().toISOString()
      await seedWorkspace({
        folder: dataFolder,
        cases,
        now,
        progress: (done) => {
          if (done % 10_000 === 0) call.say(`${done} of ${cases}`)
        },
      })
      return { json: { folder: dataFolder, cases }, text: `Wrote ${cases} invented cases into ${dataFolder}.` }
    },
  },
]
