// Makes a clone ready: installs, builds, and for the tests finds a Chromium, each only when needed.
// Runs on Node 18 and newer without any package, and never writes to stdout.
import './lib/oldest-node.mjs'
import { join } from 'node:path'
import { isBuilt } from './build/freshness.mjs'
import { ensureChromium } from './lib/chromium.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { pinnedNode, root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { asScript, Stop } from './lib/say.mjs'

await asScript(async () => {
  await ensureInstalled()
  if (process.argv.includes('--test')) {
    // The tests build by themselves, so that a failing build is reported beside the other results.
    await ensureChromium()
  } else if (!isBuilt()) {
    const built = await run(pinnedNode, [join(root, 'scripts', 'build.mjs'), '--if-stale'])
    if (!built.ok) throw new Stop('MSP Casebook could not be built; the reason stands above.')
  }
})
