import type { Instant } from '../../../shared/domain/instant.ts'
import { BackupReason } from '../../../shared/domain/records/backup.ts'

export interface BackupName {
  readonly name: string
  readonly at: Instant
  readonly reason: BackupReason
}

/** Backups of the present day that are kept, and of all days together. */
const OF_TODAY = 3
const IN_ALL = 10

/** `casebook-2026-11-21T120000.000Z-daily.zip`, and `…-daily-2.zip` where that one is there. */
export function backupName(at: Instant, reason: BackupReason, n = 1): string {
  return `casebook-${at.replaceAll(':', '')}-${reason}${n === 1 ? '' : `-${n}`}.zip`
}

/** What a name says; null for a file that is not one of ours. */
export function readBackupName(name: string): BackupName | null {
  const m = /^casebook-(\d{4}-\d{2}-\d{2}T)(\d{2})(\d{2})(\d{2}\.\d{3}Z)-([a-z-]+?)(-\d+)?\.zip$/.exec(name)
  const reason = BackupReason.safeParse(m?.[5])
  if (!m || !reason.success) return null
  return { name, at: `${m[1]}${m[2]}:${m[3]}:${m[4]}`, reason: reason.data }
}

/**
 * Which backups may go: kept are the newest three of today, the newest of each day before, ten in all (DESIGN: SQLite).
 * Days are UTC days. The newest by name is never among those that go, nor is the one just written, whatever the clock says.
 */
export function toPrune(names: readonly string[], now: Instant, written: string): readonly string[] {
  const backups = names.flatMap((name) => readBackupName(name) ?? [])
  const newestFirst = backups.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.name < b.name ? 1 : -1))
  const today = dayOf(now)
  const ofDay = new Map<string, number>()
  const kept = new Set([written])
  for (const { name, at } of newestFirst) {
    const day = dayOf(at)
    const before = ofDay.get(day) ?? 0
    ofDay.set(day, before + 1)
    if (before < (day === today ? OF_TODAY : 1) && kept.size < IN_ALL) kept.add(name)
  }
  return backups.map(({ name }) => name).filter((name) => !kept.has(name))
}

export function dayOf(instant: Instant): string {
  return instant.slice(0, 10)
}
