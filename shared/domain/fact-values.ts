import { choicesOf, type FactName } from './facts.ts'
import { notParsed, type Parsed, parsed } from './parsed.ts'
import { PAYER_KINDS, type Partition } from './records/payer.ts'
import { onField, refuse } from './refusal.ts'
import { parseAccountId } from './values/account-id.ts'
import { parseAccountList } from './values/account-list.ts'
import { parseBucket } from './values/bucket.ts'
import { parseOrgIds } from './values/org-id.ts'
import { parsePrefix } from './values/prefix.ts'
import { parseProducts } from './values/products.ts'
import { parseRegion, partitionOf } from './values/region.ts'
import { parseReportName } from './values/report-name.ts'
import { parseRoleArns } from './values/role-arn.ts'
import { parseStackName } from './values/stack-name.ts'
import { shown, tidy } from './values/typed-text.ts'

/** What is known already and decides how a text is read. */
export interface Reading {
  /** The report's name, which the prefix reader drops where it was pasted along. */
  readonly report: string
  /** The same of Billing Engine's own report. */
  readonly billingReport?: string | undefined
  readonly partition?: Partition | undefined
  /** The account a Role ARN has to lie in. */
  readonly managementAccountId?: string | undefined
}

type Reader = (text: string, known: Reading) => Parsed<string>

/** How each fact is read from what a person typed. Facts that are not here, and no choice, are set elsewhere. */
const READERS: Partial<Readonly<Record<FactName, Reader>>> = {
  managementAccountId: parseAccountId,
  orgIds: (text) => {
    const ids = parseOrgIds(text)
    return ids.ok ? parsed(ids.value.join(','), ids.findings) : ids
  },
  payerKind: (text) =>
    PAYER_KINDS.some((k) => k === text.trim())
      ? parsed(text.trim())
      : notParsed(refuse('payer.unknown-kind', { text, kinds: PAYER_KINDS.join(', ') })),
  region: readRegion,
  reportName: parseReportName,
  bucket: parseBucket,
  prefix: (text, known) => parsePrefix(text, known.report),
  crawlerStackName: parseStackName,
  extractorStackName: parseStackName,
  accountList: parseAccountList,
  accountListDecision: readDecision,
  linkDecision: readDecision,
  spotProducts: parseProducts,
  roleArns: (text, { managementAccountId: account, partition }) => {
    const arns = parseRoleArns(text, { account, partition })
    return arns.ok ? parsed(arns.value.join(','), arns.findings) : arns
  },
  billingReportName: parseReportName,
  billingBucket: parseBucket,
  billingPrefix: (text, known) => parsePrefix(text, known.billingReport),
  billingRegion: readRegion,
}

/**
 * Reads a fact as typed, in the light of what is known.
 * Refusals carry the fact's name as their field.
 */
export function readFact(name: FactName, text: string, known: Reading): Parsed<string> {
  const reader = READERS[name] ?? choiceReader(name)
  if (!reader) return notParsed(refuse('fact.not-settable', { fact: name }, name))
  const read = reader(text, known)
  return read.ok ? read : notParsed(onField(read.refusal, name))
}

/** A choice is one of its words, however it is capitalised. */
function choiceReader(name: FactName): Reader | null {
  const choices = choicesOf(name)
  if (!choices) return null
  return (text) => {
    const word = tidy(text).toLowerCase()
    if (choices.includes(word)) return parsed(word)
    return notParsed(refuse('fact.not-a-choice', { text: shown(text), choices: choices.join(', ') }))
  }
}

/** A region belongs to one partition: an account of AWS China has none of the others, and the reverse. */
function readRegion(text: string, { partition }: Reading): Parsed<string> {
  const region = parseRegion(text)
  if (!region.ok || partition === undefined) return region
  const isChina = partitionOf(region.value) === 'aws-cn'
  if (isChina === (partition === 'aws-cn')) return region
  return notParsed(refuse('region.other-partition', { region: region.value, partition }))
}

/** A decision is recorded in words: why this was chosen knowingly. */
function readDecision(text: string): Parsed<string> {
  const said = text.trim()
  return said ? parsed(said) : notParsed(refuse('decision.missing', {}))
}
