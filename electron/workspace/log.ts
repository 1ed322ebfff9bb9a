import { mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { destination, pino } from 'pino'
import type { Log } from '../services/ports.ts'
import { redact } from '../services/redact.ts'

/** Bytes after which a log is put aside at the next start; one older log is kept. */
const FULL = 5_000_000

/**
 * The log of a workspace: one JSON line an event in `logs/casebook.log` of the data folder, for its owner only.
 * Written at once, so that the last line before a crash is there. No secret reaches it: every text is redacted.
 */
export function openLog(dataFolder: string): Log {
  const folder = join(dataFolder, 'logs')
  const file = join(folder, 'casebook.log')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > FULL) renameSync(file, join(folder, 'casebook.old.log'))
  const logger = pino(
    { base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime },
    destination({ dest: file, sync: true, append: true, mode: 0o600 }),
  )
  return {
    info: (event, fields = {}) => logger.info(clean(fields), event),
    error: (event, fields = {}) => logger.error(clean(fields), event),
  }
}

const secretName = /secret|token|password|authorization|cookie/i

/** Fields as the log may hold them: secrets gone by name and by shape, errors told as text. */
function clean(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const text = JSON.stringify(fields, (name, value: unknown) => {
    if (secretName.test(name)) return '[removed]'
    if (value instanceof Error) return redact(value.stack ?? value.message)
    return typeof value === 'string' ? redact(value) : value
  })
  return JSON.parse(text) as Record<string, unknown>
}
