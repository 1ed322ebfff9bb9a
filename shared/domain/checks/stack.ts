import type { StackFacts } from '../aws-facts.ts'
import { type Finding, finding } from '../finding.ts'
import { line, type Verdict } from './verdict.ts'

export const STACK_SUCCESS: readonly string[] = ['CREATE_COMPLETE', 'UPDATE_COMPLETE']

/** A stack: there, complete, and where it failed, why. `parameters` are compared where they are given. */
export function checkStack(stack: StackFacts, parameters: Readonly<Record<string, string>>): Verdict {
  const success = STACK_SUCCESS.includes(stack.status)
  const running = stack.status.endsWith('_IN_PROGRESS') && !stack.status.startsWith('ROLLBACK')
  const lines = [line('Status', 'CREATE_COMPLETE', stack.status, success ? 'pass' : running ? 'unknown' : 'fail')]
  const findings: Finding[] = []
  if (running) {
    const { name, status, complete: done, resources: of } = stack
    findings.push(finding('info', 'stack.in-progress', { stack: name, status, done, of }))
  }
  if (!success && !running) {
    const { resource, reason } = stack.firstFailure ?? {
      resource: stack.name,
      reason: stack.statusReason ?? 'no reason given',
    }
    if (stack.firstFailure) findings.push(causeOf(reason))
    findings.push(finding('error', 'stack.failed', { stack: stack.name, status: stack.status, resource, reason }))
  }
  for (const [name, expected] of Object.entries(parameters)) {
    const actual = stack.parameters[name] ?? '(not there)'
    lines.push(line(name, expected === '' ? '(blank)' : expected, actual === '' ? '(blank)' : actual))
    if (actual !== expected) findings.push(finding('error', 'stack.parameter-differs', { name, expected, actual }))
  }
  return { lines, findings }
}

/** The cause behind AWS's words for a failed resource (DOMAIN, section 8). */
function causeOf(reason: string): Finding {
  if (/runtime/i.test(reason) && /(no longer supported|not supported|deprecat)/i.test(reason)) {
    return finding('error', 'stack.cause-runtime', { reason })
  }
  if (/UnreservedConcurrentExecution|ReservedConcurrentExecutions/i.test(reason)) {
    return finding('error', 'stack.cause-concurrency', { reason })
  }
  if (/already exists|AlreadyExists/i.test(reason)) return finding('error', 'stack.cause-exists', { reason })
  if (/not authorized|AccessDenied|access denied/i.test(reason))
    return finding('error', 'stack.cause-denied', { reason })
  return finding('error', 'aws.refused', { code: 'CREATE_FAILED', text: reason, action: 'CloudFormation' })
}
