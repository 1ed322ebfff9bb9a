import type { MessageCode } from '../../text/messages/index.ts'
import { messages } from '../../text/messages/index.ts'
import type { Finding } from '../finding.ts'
import type { FindingRecord } from './check.ts'

/** A finding as it is kept: code and values, never the sentence. */
export function findingRecord(f: Finding): FindingRecord {
  return { level: f.level, code: f.code, params: { ...f.params }, field: f.field ?? null }
}

/** A kept finding read back. A code that this version no longer knows is left out: its sentence is gone with it. */
export function findingOf(record: FindingRecord): Finding | null {
  if (!Object.hasOwn(messages, record.code)) return null
  const { level, params, field } = record
  const base = { level, code: record.code as MessageCode, params }
  return field === null ? base : { ...base, field }
}
