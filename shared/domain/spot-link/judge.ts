import { type Finding, finding, hasErrors } from '../finding.ts'
import { isRefusal, type Refusal } from '../refusal.ts'
import { DEFAULT_REGION, isRegion, type Partition, partitionOf, type Region } from '../values/region.ts'
import { shown } from '../values/typed-text.ts'
import { checkParameters, type ExpectedParameters } from './check-parameters.ts'
import { checkTemplateUrl } from './check-template-url.ts'
import { readConsoleHost } from './console-host.ts'
import { DECISION_CODES, KNOWN_BUCKETS, type KnownBuckets } from './known-buckets.ts'
import { readPairs } from './link-pairs.ts'
import { type LinkParts, splitLink, tidyLink } from './link-parts.ts'

/** What a link would open, and what speaks against it. A value is null where the link does not name it. */
export interface LinkReport {
  /** No finding is an error. Warnings that need a decision are told by `needsDecision`. */
  readonly ok: boolean
  readonly region: Region | null
  readonly templateUrl: string | null
  readonly stackName: string | null
  /** The stack's parameters by name, without their `param_`. */
  readonly parameters: Readonly<Record<string, string>>
  readonly findings: readonly Finding[]
}

/** What the case says, where it says it. Without a region, the documents' us-east-1 is expected. */
export interface ExpectedLink extends ExpectedParameters {
  readonly region?: Region | null | undefined
  readonly known?: KnownBuckets | undefined
}

/** The two pages that a quick-create link opens, and the older one that AWS documented before them. */
const ROUTES: readonly string[] = ['/stacks/create/review', '/stacks/quickcreate']
const OLD_ROUTE = '/stacks/new'

/**
 * Judges the link that Spot sends (004, step 3.1) without fetching anything: https, a console host, one region that is the
 * case's, the CloudFormation page, a template on S3, and parameters that fit. That is needed but proves little: anyone can
 * host a template on S3, so buckets that are not known are warned of and need a decision.
 */
export function judgeSpotLink(url: string, expected: ExpectedLink = {}): LinkReport {
  const link = splitLink(tidyLink(url))
  if (isRefusal(link)) {
    return { ok: false, region: null, templateUrl: null, stackName: null, parameters: {}, findings: [asFinding(link)] }
  }
  const known = expected.known ?? KNOWN_BUCKETS
  const place = judgePlace(link, expected.region ?? DEFAULT_REGION)
  const route = judgeRoute(link.hash)
  const { values, findings } = readPairs(route.query)
  const templateUrl = values.get('templateURL') ?? null
  const stackName = values.get('stackName') ?? null
  const parameters = parametersOf(values)
  const all = [
    ...place.findings,
    ...route.findings,
    ...findings,
    ...checkTemplateUrl(templateUrl, place.partition, known.templateBuckets),
    ...checkParameters(values, stackName, parameters, expected, known),
  ]
  return { ok: !hasErrors(all), region: place.region, templateUrl, stackName, parameters, findings: all }
}

/** Whether a link that is otherwise in order may be used only on a recorded decision: who receives the bill is at stake. */
export function needsDecision(report: LinkReport): boolean {
  return report.findings.some(({ code }) => DECISION_CODES.some((decision) => decision === code))
}

interface Place {
  readonly partition: Partition | null
  readonly region: Region | null
  readonly findings: readonly Finding[]
}

/** Scheme, host, path and region: which page of which console the link opens. */
function judgePlace(link: LinkParts, expectedRegion: Region): Place {
  const findings: Finding[] = []
  if (link.scheme !== 'https') findings.push(finding('error', 'spot-link.not-https', { scheme: shown(link.scheme) }))
  const at = link.authority.lastIndexOf('@')
  if (at >= 0) findings.push(finding('error', 'spot-link.user-info', { host: shown(link.authority.slice(at + 1)) }))
  const [host = '', ...port] = link.authority.slice(at + 1).split(':')
  if (port.length > 0) findings.push(finding('error', 'spot-link.port', { port: shown(port.join(':')) }))
  const console = readConsoleHost(host.toLowerCase())
  if (isRefusal(console)) findings.push(asFinding(console))
  if (link.path !== '/cloudformation/home')
    findings.push(finding('error', 'spot-link.path', { path: shown(link.path) }))

  const query = readPairs(link.query)
  findings.push(...query.findings)
  for (const name of query.values.keys()) {
    if (/^(?:templateURL|stackName|param_)/.test(name))
      findings.push(finding('error', 'spot-link.misplaced', { name: shown(name) }))
    else if (name !== 'region') findings.push(finding('warning', 'spot-link.unknown-part', { name: shown(name) }))
  }
  const partition = isRefusal(console) ? null : console.partition
  const named = { host: isRefusal(console) ? null : console.region, query: query.values.get('region') ?? null }
  const region = judgeRegion(named, partition, expectedRegion)
  return { partition, region: region.region, findings: [...findings, ...region.findings] }
}

function judgeRegion(
  named: { readonly host: Region | null; readonly query: string | null },
  partition: Partition | null,
  expected: Region,
): { readonly region: Region | null; readonly findings: readonly Finding[] } {
  if (named.query !== null && !isRegion(named.query)) {
    return { region: null, findings: [finding('error', 'spot-link.odd-region', { region: shown(named.query) })] }
  }
  const region = named.query ?? named.host
  if (region === null) return { region, findings: [finding('error', 'spot-link.no-region', { expected })] }
  if (named.host !== null && named.host !== region) {
    return {
      region: null,
      findings: [finding('error', 'spot-link.regions-disagree', { host: named.host, query: region })],
    }
  }
  const findings: Finding[] = []
  if (partition !== null && partitionOf(region) !== partition) {
    findings.push(finding('error', 'spot-link.other-partition', { region }))
  }
  if (region !== expected) findings.push(finding('error', 'spot-link.other-region', { region, expected }))
  return { region, findings }
}

function judgeRoute(hash: string): { readonly query: string; readonly findings: readonly Finding[] } {
  const [, route, query = ''] = /^([^?#]*)(?:\?([^#]*))?$/.exec(hash) ?? []
  if (route !== undefined && ROUTES.includes(route)) return { query, findings: [] }
  if (route === OLD_ROUTE) return { query, findings: [finding('warning', 'spot-link.old-route', {})] }
  return { query, findings: [finding('error', 'spot-link.route', { route: shown(route ?? hash) })] }
}

function parametersOf(values: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const entries = [...values].flatMap(([name, value]) =>
    /^param_[A-Za-z0-9]+$/.test(name) ? [[name.slice('param_'.length), value] as const] : [],
  )
  return Object.fromEntries(entries)
}

function asFinding({ code, params }: Refusal): Finding {
  return { level: 'error', code, params }
}
