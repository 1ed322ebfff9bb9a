import { type Finding, finding } from '../finding.ts'
import { notParsed, type Parsed, parsed } from '../parsed.ts'
import { refuse } from '../refusal.ts'
import { shown, tidy } from './typed-text.ts'

/** The code of an AWS region, `us-east-1`. */
export type Region = string

/** A separate AWS with accounts, consoles and endpoints of its own; a region belongs to exactly one. */
export type Partition = 'aws' | 'aws-cn' | 'aws-us-gov'

/** Where the documents want everything (004, procedure notes), and the only region of the CUR API in partition aws. */
export const DEFAULT_REGION: Region = 'us-east-1'

const SHAPE = /^[a-z]{2}(?:-gov)?-(?:central|north|south|east|west|northeast|northwest|southeast|southwest)-\d{1,2}$/

/** Whether a text has the shape of a region code. New regions appear every year, so there is no list to be in. */
export function isRegion(text: string): boolean {
  return SHAPE.test(text)
}

/** Reads a region code; takes `US-East-1`, and the console's “US East (N. Virginia) us-east-1” for its code. */
export function parseRegion(text: string): Parsed<Region> {
  const typed = tidy(text).toLowerCase()
  if (typed === '') return notParsed(refuse('region.missing', { usual: DEFAULT_REGION }))
  const zone = /^(.*\d)[a-z]$/.exec(typed)?.[1]
  if (zone !== undefined && isRegion(zone))
    return notParsed(refuse('region.is-zone', { text: shown(typed), region: zone }))
  const codes = typed.split(/[\s()[\]]+/).filter(isRegion)
  if (codes.length === 1 && codes[0] !== undefined) return parsed(codes[0])
  return notParsed(refuse('region.malformed', { text: shown(tidy(text)) }))
}

export function partitionOf(region: Region): Partition {
  if (region.startsWith('cn-')) return 'aws-cn'
  return /^[a-z]{2}-gov-/.test(region) ? 'aws-us-gov' : 'aws'
}

/** Where a payer of a partition has its report unless somebody says otherwise: the documents' region, or China's. */
export function defaultRegion(partition: 'aws' | 'aws-cn'): Region {
  return partition === 'aws-cn' ? 'cn-northwest-1' : DEFAULT_REGION
}

/**
 * The documents' advice on a region other than us-east-1 (004, procedure notes; trap 6), as a warning to be recorded.
 * Null in us-east-1 and in AWS China, where the rule does not hold. Procedures that leave the region to the user
 * (002) do not ask.
 */
export function regionAdvice(region: Region): Finding | null {
  if (region === DEFAULT_REGION || partitionOf(region) === 'aws-cn') return null
  return finding('warning', 'region.not-us-east-1', { region })
}
