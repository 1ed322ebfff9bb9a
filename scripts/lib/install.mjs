import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { basename, delimiter, dirname, join, sep } from 'node:path'
import { withLock } from './lock.mjs'
import { readNote, writeNote } from './note.mjs'
import { pinnedNode, root } from './paths.mjs'
import { run } from './run.mjs'
import { Stop, say, took } from './say.mjs'

const quietly = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
const stampFile = join(root, 'node_modules', '.msp-casebook-installed.json')

/** Brings node_modules to what package-lock.json says, when it is not there already. */
export async function ensureInstalled() {
  if (isInstalled()) return
  await withLock('install', async () => {
    if (isInstalled()) return
    if (!npmInstalledTheLockfile()) await install()
    await ensurePinnedNode()
    if (!npmInstalledTheLockfile()) await complete()
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
 * Whether npm's own record of what it installed holds what the lockfile asks for, somebody having run npm by hand
 * perhaps. Optional packages for other machines are left out of it.
 */
function npmInstalledTheLockfile() {
  const wanted = readNote(join(root, 'package-lock.json'))?.packages ?? {}
  const present = readNote(join(root, 'node_modules', '.package-lock.json'))?.packages
  if (present === undefined) return false
  for (const [path, entry] of Object.entries(present)) {
    if (wanted[path]?.version !== entry.version || wanted[path]?.integrity !== entry.integrity) return false
  }
  return Object.entries(wanted).every(([path, entry]) => path === '' || path in present || isForOthers(entry))
}

/** @param {{ optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} entry an entry of the lockfile */
function isForOthers({ optional, os, cpu, libc }) {
  if (optional !== true) return false
  // Without any of these it is needed by a package that has them.
  if (os === undefined && cpu === undefined) return true
  const ours = libc === undefined || libc.includes(isMusl() ? 'musl' : 'glibc')
  return !(ours && (os?.includes(process.platform) ?? true) && (cpu?.includes(process.arch) ?? true))
}

function isMusl() {
  const { header } = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport())
  return header.glibcVersionRuntime === undefined
}

async function install() {
  say('Installing the packages of package-lock.json …')
  const since = performance.now()
  // Windows does not let a running program be deleted, and `npm ci` deletes the Node that may be running this.
  const command =
    process.platform === 'win32' && process.execPath.startsWith(join(root, 'node_modules')) ? 'install' : 'ci'
  const installed = await npm([command, ...quietly])
  if (!installed.ok) {
    throw new Stop(`${installed.output}\nnpm could not install the packages. Check the network, then start again.`)
  }
  say(`Installed in ${took(since)}.`)
}

/** npm on an old Node leaves out the optional packages that want a newer one; on the pinned Node it adds them. */
async function complete() {
  const completed = await npm(['install', '--no-save', ...quietly], pinnedNode)
  if (!completed.ok || !npmInstalledTheLockfile()) {
    throw new Stop(`${completed.output}\nnpm left packages out. Delete the folder node_modules, then start again.`)
  }
}

/** The `node` package fetches its binary in an install script, which npm may have been told not to run. */
async function ensurePinnedNode() {
  if (await pinnedNodeRuns()) return
  say('Fetching the pinned Node …')
  // A broken one would come first on the PATH of npm's own scripts.
  for (const path of ['.bin/node', 'node/bin', 'node/node_modules']) {
    rmSync(join(root, 'node_modules', path), { recursive: true, force: true })
  }
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
 * Runs npm: the one that started this script, or else the machine's.
 *
 * @param {readonly string[]} args
 * @param {string} [node] what it runs on; without it the machine's Node, because npm may be about to replace the pinned
 */
function npm(args, node) {
  const { npm_execpath: started = '', npm_node_execpath: machines = process.execPath, PATH = '' } = process.env
  const folders = PATH.split(delimiter).filter((folder) => !folder.startsWith(join(root, 'node_modules') + sep))
  if (node !== undefined) folders.unshift(dirname(node))
  const env = { ...process.env, PATH: folders.join(delimiter) }
  if (/^npm-cli\.[cm]?js$/.test(basename(started)))
    return run(node ?? machines, [started, ...args], { env, keep: true })
  return run('npm', args, { env, keep: true, shell: process.platform === 'win32' })
}
