// Opens the app: in Electron where that can run, else on the loopback host. Arguments go through to it.
import './lib/on-pinned-node.mjs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runElectron, whyNotElectron } from './lib/electron.mjs'
import { endWithNpm } from './lib/end-with-npm.mjs'
import { root } from './lib/paths.mjs'
import { say } from './lib/say.mjs'

const args = process.argv.slice(2)
endWithNpm()
const code = await openInElectron()
if (code === undefined) await openOnLoopback()
else process.exitCode = code

async function openInElectron() {
  const why = await whyNotElectron()
  const code = why === undefined ? await runElectron(args) : undefined
  if (code === undefined) say(`MSP Casebook runs in the browser here, because ${why ?? 'Electron could not start'}.`)
  return code
}

/** The host runs in this very process: signals reach it directly, and nothing is left behind when it ends. */
async function openOnLoopback() {
  const host = join(root, 'dist', 'headless', 'main.mjs')
  process.argv.splice(1, Infinity, host, ...args)
  await import(pathToFileURL(host).href)
}
