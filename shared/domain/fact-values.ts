import type { FactName } from './facts.ts'
import { notParsed, type Parsed, parsed } from './parsed.ts'
import { PAYER_KINDS } from './records/payer.ts'
import { onField, refuse } from './refusal.ts'
import { parseAccountId } from './values/account-id.ts'
import { parseAccountList } from './values/account-list.ts'
import { parseBucket } from './values/bucket.ts'
import { parseOrgIds } from './values/org-id.ts'
import { parsePrefix } from './values/prefix.ts'
import { parseRegion } from './values/region.ts'
import { parseReportName } from './values/report-name.ts'
import { parseStackName } from './values/stack-name.ts'

/** How each fact is read from what a person typed. Facts that are not here are set elsewhere. */
const READERS: Partial<Readonly<Record<FactName, (text: string, report: string) => Parsed<string>>>> = {
  managementAccountId: parseAccountId,
  orgIds: (text) => {
    const ids = parseOrgIds(text)
    return ids.ok ? parsed(ids.value.join(','), ids.findings) : ids
  },
  payerKind: (text) =>
    PAYER_KINDS.some((k) => k === text.trim())
      ? parsed(text.trim())
      : notParsed(refuse('payer.unknown-kind', { text, kinds: PAYER_KINDS.join(', ') })),
  region: parseRegion,
  reportName: parseReportName,
  bucket: parseBucket,
  prefix: parsePrefix,
  crawlerStackName: parseStackName,
  extractorStackName: parseStackName,
  accountList: parseAccountList,
  accountListDecision: readDecision,
  linkDecision: readDecision,
}

/**
 * Reads a fact as typed. `report` is the case's report name, which the prefix reader drops where it was pasted along.
 * Refusals carry the fact's name as their field.
 */
export function readFact(name: FactName, text: string, report: string): Parsed<string> {
  const reader = READERS[name]
  if (!reader) return notParsed(refuse('fact.not-settable', { fact: name }, name))
  const read = reader(text, report)
  return read.ok ? read : notParsed(onField(read.refusal, name))
}

/** A decision is recorded in words: why this was chosen knowingly. */
function readDecision(text: string): Parsed<string> {
  const said = text.trim()
  return said ? parsed(said) : notParsed(refuse('decision.missing', {}))
}
