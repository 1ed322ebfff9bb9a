import { finding } from '../finding.ts'
import { line, type Verdict } from './verdict.ts'

/** Executions that the account should have left: 100 that Lambda keeps back, and the two that the template reserves. */
export const ADVISED_CONCURRENCY = 102

/**
 * Whether the crawler stack finds the concurrency that its template reserves (trap 10). A warning and no more: how much
 * Lambda keeps back in a small account is AWS's to say. Once the stack stands, what it needed it has.
 */
export function checkConcurrency(
  account: { readonly limit: number; readonly unreserved: number },
  region: string,
  stackStands: boolean,
): Verdict {
  const { limit, unreserved } = account
  const enough = stackStands || unreserved >= ADVISED_CONCURRENCY
  const actual = stackStands ? `${unreserved}, the stack has its own` : String(unreserved)
  return {
    lines: [
      line('Unreserved executions', `at least ${ADVISED_CONCURRENCY}`, actual, enough ? 'pass' : 'warn'),
      line('Quota of the account', `at least ${ADVISED_CONCURRENCY}`, String(limit), enough ? 'pass' : 'warn'),
    ],
    findings: enough
      ? []
      : [finding('warning', 'lambda.concurrency-low', { unreserved, limit, region, advised: ADVISED_CONCURRENCY })],
  }
}
