import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from './paths.mjs'
import { say } from './say.mjs'

const heartbeat = 5_000
const silentForTooLong = 60_000
const lookAgain = 200

/**
 * Does something that no other process may do in this folder at the same time; waits for its turn.
 *
 * The lock is a folder (making one is atomic everywhere) outside node_modules, which an installation replaces. A lock
 * whose process is gone, or which nobody has touched for a minute, is taken over.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(name, work) {
  const folder = join(root, '.cache', `${name}.lock`)
  const token = randomUUID()
  mkdirSync(join(root, '.cache'), { recursive: true })
  let told = false
  while (!take(folder, token)) {
    const holder = readHolder(folder)
    if (holder !== undefined && isStale(folder, holder)) {
      setAside(folder, holder)
      continue
    }
    if (!told) say(`Waiting for another run that is busy with “${name}” in this folder …`)
    told = true
    await wait(lookAgain)
  }
  const beat = setInterval(() => touch(folder), heartbeat)
  beat.unref()
  const release = () => {
    clearInterval(beat)
    if (readHolder(folder)?.token === token) rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

/**
 * @param {string} folder
 * @param {string} token
 */
function take(folder, token) {
  try {
    mkdirSync(folder)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
  writeFileSync(join(folder, 'holder.json'), JSON.stringify({ token, pid: process.pid, machine: hostname() }))
  return true
}

/**
 * @param {string} folder
 * @returns {{ token?: string, pid?: number, machine?: string } | undefined} undefined when there is no lock
 */
function readHolder(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'holder.json'), 'utf8'))
  } catch {
    // Just made and not signed yet, or left behind unsigned: only its age tells.
    return ageOf(folder) === undefined ? undefined : {}
  }
}

/**
 * @param {string} folder
 * @param {{ pid?: number, machine?: string }} holder
 */
function isStale(folder, holder) {
  if (holder.pid !== undefined && holder.machine === hostname() && !isRunning(holder.pid)) return true
  return (ageOf(folder) ?? 0) > silentForTooLong
}

/** @param {string} folder */
function ageOf(folder) {
  try {
    return Date.now() - statSync(folder).mtimeMs
  } catch {
    return undefined
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/**
 * Renaming lets one of several waiting processes win; one that comes late and catches the winner's new lock puts it
 * back.
 *
 * @param {string} folder
 * @param {{ token?: string }} holder
 */
function setAside(folder, holder) {
  const aside = `${folder}.${randomUUID()}`
  try {
    renameSync(folder, aside)
  } catch {
    return
  }
  if (readHolder(aside)?.token === holder.token) rmSync(aside, { recursive: true, force: true })
  else renameSync(aside, folder)
}

/** @param {string} folder */
function touch(folder) {
  try {
    const now = new Date()
    utimesSync(folder, now, now)
  } catch {
    // The lock was taken over; the work in hand is finished all the same.
  }
}
