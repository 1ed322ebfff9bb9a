import { run } from './run.ts'

const streams = [process.stdout, process.stderr]
// Whoever read may be gone, as `head` is after its lines; that is no failure of the command.
for (const stream of streams) stream.on('error', () => {})

const code = await run(process.argv.slice(2))
await Promise.all(streams.map((stream) => new Promise((written) => stream.write('', written))))
// Ended by name: what a library still keeps open must not keep a finished command alive.
process.exit(code)
