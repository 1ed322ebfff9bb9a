import type { StackFacts } from '../aws-facts.ts'
import { type Finding, finding } from '../finding.ts'
import { stackCause } from './stack-cause.ts'
import { line, type Verdict } from './verdict.ts'

export const STACK_SUCCESS: readonly string[] = ['CREATE_COMPLETE', 'UPDATE_COMPLETE']

/** Failed to be created and rolled back: of no use, and its name is taken until it is deleted (DOMAIN, section 5). */
export const STACK_LEFT_OVER = 'ROLLBACK_COMPLETE'

/** On its way to success. What is rolled back, deleted or only reviewed is not, though it is in progress too. */
const STACK_RUNNING: readonly string[] = [
  'CREATE_IN_PROGRESS',
  'UPDATE_IN_PROGRESS',
  'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
]

/** A stack: there, complete, and where it failed, why. `parameters` are compared where they are given. */
export function checkStack(stack: StackFacts, parameters: Readonly<Record<string, string>>): Verdict {
  const success = STACK_SUCCESS.includes(stack.status)
  const running = STACK_RUNNING.includes(stack.status)
  const lines = [line('Status', 'CREATE_COMPLETE', stack.status, success ? 'pass' : running ? 'unknown' : 'fail')]
  const findings: Finding[] = []
  if (running) {
    const { name, status, complete: done, resources: of } = stack
    findings.push(finding('info', 'stack.in-progress', { stack: name, status, done, of }))
  }
  if (!success && !running) findings.push(...failureOf(stack))
  for (const [name, expected] of Object.entries(parameters)) {
    const actual = stack.parameters[name] ?? '(not there)'
    lines.push(line(name, expected === '' ? '(blank)' : expected, actual === '' ? '(blank)' : actual))
    if (actual !== expected) findings.push(finding('error', 'stack.parameter-differs', { name, expected, actual }))
  }
  return { lines, findings }
}

/** The cause first, where AWS names one that is known; then what AWS says. */
function failureOf({ name: stack, status, statusReason, firstFailure }: StackFacts): readonly Finding[] {
  if (!firstFailure) {
    const unread = firstFailure === undefined
    const action = 'cloudformation:DescribeStackEvents'
    const hidden = unread ? [finding('info', 'aws.no-access', { action, code: 'AccessDenied' })] : []
    return [finding('error', 'stack.not-usable', { stack, status, reason: statusReason ?? '' }), ...hidden]
  }
  const { resource, reason } = firstFailure
  const cause = stackCause(reason)
  const failed = finding('error', 'stack.failed', { stack, status, resource, reason })
  return cause ? [cause, failed] : [failed]
}
