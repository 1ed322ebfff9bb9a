import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { basename, delimiter, join, sep } from 'node:path'
import { withLock } from './lock.mjs'
import { readNote, writeNote } from './note.mjs'
import { pinnedNode, root } from './paths.mjs'
import { run } from './run.mjs'
import { Stop, say, took } from './say.mjs'

const stampFile = join(root, 'node_modules', '.msp-casebook-installed.json')

/** Brings node_modules to what package-lock.json says, when it is not there already. */
export async function ensureInstalled() {
  if (isInstalled()) return
  await withLock('install', async () => {
    if (isInstalled()) return
    if (!npmInstalledTheLockfile()) await install()
    await ensurePinnedNode()
    await ensureSqlite()
    writeNote(stampFile, stamp())
  })
}

function stamp() {
  const lockfile = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  return { lockfile, platform: process.platform, arch: process.arch }
}

function isInstalled() {
  return JSON.stringify(readNote(stampFile)) === JSON.stringify(stamp()) && existsSync(pinnedNode)
}

/**
 * Whether somebody has run npm by hand already: npm's own record of what it installed holds what the lockfile asks
 * for. Optional packages are missing from it where they belong to another platform.
 */
function npmInstalledTheLockfile() {
  const wanted = readNote(join(root, 'package-lock.json'))?.packages ?? {}
  const present = readNote(join(root, 'node_modules', '.package-lock.json'))?.packages
  if (present === undefined) return false
  for (const [path, entry] of Object.entries(present)) {
    if (wanted[path]?.version !== entry.version || wanted[path]?.integrity !== entry.integrity) return false
  }
  return Object.entries(wanted).every(([path, entry]) => path === '' || entry.optional === true || path in present)
}

async function install() {
  say('Installing the packages of package-lock.json …')
  const since = performance.now()
  // Windows does not let a running program be deleted, and `npm ci` deletes the Node that may be running this.
  const command =
    process.platform === 'win32' && process.execPath.startsWith(join(root, 'node_modules')) ? 'install' : 'ci'
  const installed = await npm([command, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  if (!installed.ok) {
    throw new Stop(`${installed.output}\nnpm could not install the packages. Check the network, then start again.`)
  }
  say(`Installed in ${took(since)}.`)
}

/** The `node` package fetches its binary in an install script, which npm may have been told not to run. */
async function ensurePinnedNode() {
  if (await pinnedNodeRuns()) return
  say('Fetching the pinned Node again …')
  // A broken `node` in .bin would come first on the PATH of npm's own scripts.
  rmSync(join(root, 'node_modules', '.bin', 'node'), { force: true })
  const repaired = await npm(['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error'])
  if (!repaired.ok || !(await pinnedNodeRuns())) {
    throw new Stop(
      `${repaired.output}\nNode ${pinnedVersion()} could not be put into node_modules. Delete the folder node_modules, then start again.`,
    )
  }
}

async function pinnedNodeRuns() {
  const answer = await run(pinnedNode, ['--version'], { keep: true })
  return answer.ok && answer.output.trim() === `v${pinnedVersion()}`
}

/** @returns {string} */
function pinnedVersion() {
  return readNote(join(root, 'package.json')).devDependencies.node
}

async function ensureSqlite() {
  const opens = `new (require('better-sqlite3'))(':memory:').close()`
  const answer = await run(pinnedNode, ['--eval', opens], { keep: true })
  if (answer.ok) return
  throw new Stop(
    `${answer.output}\nSQLite does not load on ${process.platform} ${process.arch}. MSP Casebook needs Windows, macOS or Linux on x64 or arm64.`,
  )
}

/**
 * Runs npm: the one that started this script, or else the machine's. It runs on the machine's Node, because the pinned
 * one is about to be replaced.
 *
 * @param {readonly string[]} args
 */
function npm(args) {
  const { npm_execpath: started = '', npm_node_execpath: node = process.execPath, PATH = '' } = process.env
  const path = PATH.split(delimiter).filter((folder) => !folder.startsWith(join(root, 'node_modules') + sep))
  const env = { ...process.env, PATH: path.join(delimiter) }
  if (/^npm-cli\.[cm]?js$/.test(basename(started))) return run(node, [started, ...args], { env, keep: true })
  return run('npm', args, { env, keep: true, shell: process.platform === 'win32' })
}
