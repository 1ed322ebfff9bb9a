// The loopback host as a program over a desk without a store: arguments are the data folder, the pages and the port.
import { serve } from '../../electron/headless/serve.ts'
import { refusalOf } from '../../electron/services/casebook-error.ts'
import { testDesk } from './desk.ts'

const [dataFolder = '', pages = '', port = '0'] = process.argv.slice(2)
const desk = testDesk()
try {
  await serve({ openDesk: async () => desk, dataFolder, pages, port: Number(port), open: true })
  process.stdout.write(`The desk is ${desk.isClosed() ? 'closed' : 'open'}.\n`)
} catch (thrown) {
  process.stdout.write(`${refusalOf(thrown)?.code} ${desk.isClosed()}\n`)
  process.exitCode = 1
}
