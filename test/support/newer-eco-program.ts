// The loopback host with a made-up second version of the Eco procedure: arguments are the data folder and the pages.
import { serve } from '../../electron/headless/serve.ts'
import { openDesk } from '../../electron/workspace/open-desk.ts'
import { createRegistry, procedures } from '../../shared/procedures/index.ts'
import { nextEco } from './next-eco.ts'

const [dataFolder = '', pages = ''] = process.argv.slice(2)
const both = createRegistry([...procedures, nextEco])
await serve({
  openDesk: (options) => openDesk({ ...options, procedures: both }),
  dataFolder,
  pages,
  port: 0,
  open: false,
})
