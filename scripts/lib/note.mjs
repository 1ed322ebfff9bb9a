import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Reads a small JSON file. Answers undefined when it is missing or damaged: a note is only ever a saving of work.
 *
 * @param {string} path
 * @returns {any}
 */
export function readNote(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * Writes a small JSON file so that a reader sees either the old or the new one, never half of it.
 *
 * @param {string} path
 * @param {unknown} value
 */
export function writeNote(path, value) {
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`)
  renameSync(draft, path)
}
