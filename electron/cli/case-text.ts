import type { CaseView, CheckView, FindingView, StepView } from '../../shared/contract/views.ts'
import { formatAccountId } from '../../shared/domain/values/account-id.ts'

const MARK: Readonly<Record<StepView['status'], string>> = {
  done: '✓',
  'not-applicable': '–',
  blocked: '!',
  todo: '○',
  locked: '·',
}

/** A case as a terminal shows it. */
export function caseText(c: CaseView): string {
  const next = c.steps.find((s) => s.id === c.nextStepId)
  return [
    `${c.ref}  ${c.customer.name}  ${c.state}${c.stateReason ? `: ${c.stateReason}` : ''}`,
    `Management account ${formatAccountId(c.customer.managementAccountId)}${c.signIn ? `, sign in to ${formatAccountId(c.signIn.accountId)}` : ''}, ${c.payer.region}`,
    `Bucket ${c.payer.bucket}, prefix ${c.payer.prefix}, report ${c.payer.reportName}, stack ${c.payer.crawlerStackName}`,
    ...c.phases.flatMap((phase) => [
      '',
      `${phase.title} (${phase.stepsTotal === 0 ? 'falls away' : `${phase.stepsDone} of ${phase.stepsTotal}`})`,
      ...c.steps.filter((s) => s.phase === phase.id).map((s) => `  ${MARK[s.status]} ${s.id.padEnd(26)} ${s.title}`),
    ]),
    ...(c.branches.length > 0 ? ['', ...c.branches] : []),
    ...(c.advice.length > 0 ? ['', ...c.advice.map(findingText)] : []),
    ...(c.waits.length > 0 ? ['', ...c.waits.map((w) => `${w.title}: ${w.state}. ${w.why}`)] : []),
    ...(next ? ['', `Next: ${next.title} (${next.id}, ${next.source})`, `  ${next.why}`] : []),
    ...(next?.gate ?? []).map((g) => `  ${g}`),
  ].join('\n')
}

/** Checks as a terminal shows them: expected against actual, then causes and remedies. */
export function checksText(checks: readonly CheckView[]): string {
  return checks
    .filter((c) => c.outcome !== null)
    .flatMap((c) => [
      `${c.title}: ${c.outcome}`,
      ...c.lines.map((l) => `  ${l.outcome.padEnd(9)} ${l.label}: expected ${l.expected}, is ${l.actual}`),
      ...c.findings.map((f) => `  ${findingText(f)}`),
    ])
    .join('\n')
}

export function findingText(f: FindingView): string {
  return `${f.level} ${f.code}${f.field ? ` (${f.field})` : ''}: ${f.message} ${f.remedy}`
}
