import { run } from './run.ts'

// Ended by name: what a library still keeps open must not keep a finished command alive.
process.exit(await run(process.argv.slice(2)))
