import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { isScenarioName } from './scenarios.ts'
import type { PracticeWorld } from './world/world.ts'

/** A practice world on disk, with how far its clock is ahead of real time. */
export type PracticeState = { readonly world: PracticeWorld; readonly clockOffset: number }

/** The state file cannot be used. It is left as it is: a person decides whether to delete it. */
export class PracticeStateError extends Error {
  readonly path: string

  constructor(path: string, reason: string) {
    super(`The practice AWS cannot read its state in ${path}: ${reason}. Move the file away to begin anew.`)
    this.name = 'PracticeStateError'
    this.path = path
  }
}

/** Reads a state file; undefined where there is none yet. Throws PracticeStateError. */
export function loadState(path: string): PracticeState | undefined {
  if (!existsSync(path)) return undefined
  let state: PracticeState
  try {
    state = JSON.parse(readFileSync(path, 'utf8'), (_, value) => (isMapEntries(value) ? new Map(value.map) : value))
  } catch (error) {
    throw new PracticeStateError(path, error instanceof Error ? error.message : String(error))
  }
  const { world, clockOffset } = state
  if (world?.format !== 1 || typeof clockOffset !== 'number' || !isScenarioName(world.scenario?.name)) {
    throw new PracticeStateError(path, 'it was written by another version or is no practice state')
  }
  return state
}

/** Writes the state durably: a crash at any moment leaves the old state or the new one, never half of one. */
export function saveState(path: string, state: PracticeState): void {
  const text = JSON.stringify(state, (_, value) => (value instanceof Map ? { map: [...value] } : value))
  const temporary = `${path}.tmp`
  const file = openSync(temporary, 'w', 0o600)
  try {
    writeFileSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(temporary, path)
  syncFolder(dirname(path))
}

/** Makes the rename itself durable; Windows opens no folders and needs no such thing. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

function isMapEntries(value: unknown): value is { map: [unknown, unknown][] } {
  if (typeof value !== 'object' || value === null) return false
  return Object.keys(value).length === 1 && 'map' in value && Array.isArray(value.map)
}
