import { type Finding, finding } from '../finding.ts'
import { isAccountList } from '../values/account-list.ts'
import { parseStackName } from '../values/stack-name.ts'
import { shown } from '../values/typed-text.ts'
import type { KnownBuckets } from './known-buckets.ts'

/** What the case says about the extractor's parameters, where it says it. */
export interface ExpectedParameters {
  readonly bucket?: string | null | undefined
  readonly prefix?: string | null | undefined
}

/** The parameters of the extractor's template, as its review page shows them (DOMAIN, section 6). */
const EXTRACTOR_PARAMETERS: readonly string[] = [
  'AccountList',
  'CURBucketName',
  'CURPrefixName',
  'CustomerName',
  'LambdaFunctionBucket',
  'LambdaFunctionKey',
  'S3OutputBucket',
]

/** Checks stack name and parameters against the case and against the buckets that Spot is known to use. */
export function checkParameters(
  values: ReadonlyMap<string, string>,
  stackName: string | null,
  parameters: Readonly<Record<string, string>>,
  expected: ExpectedParameters,
  known: KnownBuckets,
): readonly Finding[] {
  return [
    ...checkNames(values, stackName),
    ...checkAgainstCase(parameters, expected),
    ...checkBuckets(parameters, known),
  ]
}

function checkNames(values: ReadonlyMap<string, string>, stackName: string | null): readonly Finding[] {
  const findings: Finding[] = []
  if (stackName !== null && stackName !== '' && !parseStackName(stackName).ok) {
    findings.push(finding('warning', 'spot-link.stack-name', { name: shown(stackName) }))
  }
  for (const name of values.keys()) {
    if (name === 'templateURL' || name === 'stackName') continue
    const parameter = /^param_([A-Za-z0-9]+)$/.exec(name)?.[1]
    if (parameter === undefined) findings.push(finding('warning', 'spot-link.unknown-part', { name: shown(name) }))
    else if (!EXTRACTOR_PARAMETERS.includes(parameter)) {
      findings.push(finding('info', 'spot-link.unknown-parameter', { name: shown(parameter) }))
    }
  }
  return findings
}

/** CURPrefixName is Spot's and must be the case's; CURBucketName and AccountList may be blank, for the user fills them. */
function checkAgainstCase(
  parameters: Readonly<Record<string, string>>,
  expected: ExpectedParameters,
): readonly Finding[] {
  const { CURPrefixName: prefix, CURBucketName: bucket, AccountList: accounts = '' } = parameters
  const findings: Finding[] = []
  if (prefix !== undefined && typeof expected.prefix === 'string' && prefix !== expected.prefix) {
    findings.push(
      finding('error', 'spot-link.prefix-differs', { found: shown(prefix), expected: shown(expected.prefix) }),
    )
  }
  if (bucket !== undefined && bucket !== '' && typeof expected.bucket === 'string' && bucket !== expected.bucket) {
    findings.push(
      finding('error', 'spot-link.bucket-differs', { found: shown(bucket), expected: shown(expected.bucket) }),
    )
  }
  if (!isAccountList(accounts)) findings.push(finding('warning', 'spot-link.account-list', { list: shown(accounts) }))
  return findings
}

function checkBuckets(parameters: Readonly<Record<string, string>>, known: KnownBuckets): readonly Finding[] {
  const { LambdaFunctionBucket: code, S3OutputBucket: output } = parameters
  const findings: Finding[] = []
  if (code !== undefined && !known.codeBuckets.includes(code)) {
    findings.push(finding('warning', 'spot-link.unknown-code-bucket', { bucket: shown(code) }))
  }
  if (output !== undefined && !known.outputBuckets.includes(output)) {
    findings.push(finding('warning', 'spot-link.unknown-output-bucket', { bucket: shown(output) }))
  }
  return findings
}
