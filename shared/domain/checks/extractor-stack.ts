import type { StackFacts } from '../aws-facts.ts'
import type { Facts } from '../facts.ts'
import { type Finding, finding } from '../finding.ts'
import { checkStack } from './stack.ts'
import type { Verdict } from './verdict.ts'

/** What CloudFormation shows in place of a value that its template keeps to itself. */
const HIDDEN = /^\*+$/

/**
 * The extractor stack (004, step 3.3): complete, with the operator's parameters as the case has them and those that
 * Spot filled in untouched.
 * @param prefilled the parameters of Spot's link; empty where the case holds none
 */
export function checkExtractorStack(
  stack: StackFacts,
  prefilled: Readonly<Record<string, string>>,
  facts: Pick<Facts, 'accountList' | 'bucket' | 'payerKind'>,
): Verdict {
  const { parameters } = stack
  const expected: Readonly<Record<string, string>> = {
    ...prefilled,
    AccountList: facts.accountList ?? '',
    CURBucketName: facts.bucket ?? '',
  }
  const readable = Object.entries(expected).filter(([name]) => !HIDDEN.test(parameters[name] ?? ''))
  const seen = checkStack(stack, Object.fromEntries(readable))
  return { lines: seen.lines, findings: [...listFindings(parameters.AccountList, facts), ...seen.findings] }
}

/** What is wrong with the list in itself comes before that it is not the case's. */
function listFindings(list: string | undefined, { accountList, payerKind }: Pick<Facts, 'accountList' | 'payerKind'>) {
  const findings: Finding[] = []
  if (list !== undefined && /\s/.test(list)) findings.push(finding('error', 'stack.account-list-spaces', { list }))
  if (list === '' && accountList !== '' && payerKind === 'shared') {
    findings.push(finding('error', 'stack.account-list-blank', {}))
  }
  return findings
}
