// Imported first by the scripts that need Node 24. npm runs them on the pinned one; started by hand on another Node,
// they start themselves again on the pinned one, or say how to get it.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { pinnedNode } from './paths.mjs'

if (Number(process.versions.node.split('.')[0]) < 24) {
  if (!existsSync(pinnedNode)) {
    console.error(
      `This needs Node 24; this is ${process.version}. “npm start” installs it into the project and uses it.`,
    )
    process.exit(1)
  }
  // Ctrl-C reaches both processes; the one that works decides what it means.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {})
  const { status } = spawnSync(pinnedNode, process.argv.slice(1), { stdio: 'inherit' })
  process.exit(status ?? 1)
}
