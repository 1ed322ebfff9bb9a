import { type Finding, finding } from '../finding.ts'
import { hasUnprintable, shown } from '../values/typed-text.ts'

/** The `name=value` pairs of a query, each name once, values decoded once. */
export interface LinkPairs {
  readonly values: ReadonlyMap<string, string>
  readonly findings: readonly Finding[]
}

/** Reads a query strictly: plain names, whole escapes, one layer of them, and no name twice. */
export function readPairs(query: string): LinkPairs {
  const values = new Map<string, string>()
  const findings: Finding[] = []
  for (const pair of query.split('&')) {
    if (pair === '') continue
    const equals = pair.indexOf('=')
    const name = equals < 0 ? pair : pair.slice(0, equals)
    if (!/^[A-Za-z0-9_]{1,255}$/.test(name)) {
      findings.push(finding('error', 'spot-link.odd-name', { name: shown(name) }))
      continue
    }
    if (values.has(name)) {
      findings.push(finding('error', 'spot-link.duplicate', { name: shown(name) }))
      continue
    }
    const raw = equals < 0 ? '' : pair.slice(equals + 1)
    const value = decodeOnce(raw)
    if (value === null || hasUnprintable(value)) {
      findings.push(finding('error', 'spot-link.bad-encoding', { name: shown(name), text: shown(raw) }))
    } else if (/%[0-9a-f]{2}/i.test(value)) {
      findings.push(finding('error', 'spot-link.double-encoded', { name: shown(name), text: shown(raw) }))
    }
    values.set(name, value ?? raw)
  }
  return { values, findings }
}

function decodeOnce(raw: string): string | null {
  try {
    return decodeURIComponent(raw.replaceAll('+', ' '))
  } catch {
    return null
  }
}
