import { runBench } from '../bench-program.ts'
import type { Command, Option } from '../command.ts'

const OPTIONS = {
  quick: { type: 'boolean', value: '', help: 'a smaller workspace and fewer rounds, in about a minute' },
  growth: { type: 'boolean', value: '', help: 'the same questions at 1,000, 10,000 and 100,000 cases as well' },
  million: { type: 'boolean', value: '', help: 'with --growth: at 1,000,000 cases as well' },
  write: { type: 'boolean', value: '', help: 'rewrite docs/technical/performance.md, its chart and its JSON' },
} as const satisfies Readonly<Record<string, Option>>

/** How fast it is. */
export const benchCommands: readonly Command[] = [
  {
    path: ['bench'],
    summary: 'the benchmarks, as a table or as JSON; in the project’s own folder only',
    positionals: [],
    options: OPTIONS,
    workspace: false,
    async run(call) {
      const chosen = Object.keys(OPTIONS).filter((name) => call.flag(name))
      const said = await runBench([...chosen.map((name) => `--${name}`), ...(call.global.json ? ['--json', '-'] : [])])
      return { json: call.global.json ? JSON.parse(said) : null, text: said.trimEnd() }
    },
  },
]
