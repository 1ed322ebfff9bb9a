import { FACT_NAMES, type FactName } from '../domain/facts.ts'
import { stepOf } from '../domain/procedure/engine.ts'
import type { Procedure } from '../domain/procedure/types.ts'
import type { Activity } from '../domain/records/activity.ts'
import { CheckOutcome, FindingRecord } from '../domain/records/check.ts'
import { waitDefinition } from '../domain/requests/definitions.ts'
import { checkNews } from './check-news.ts'
import { actionWords } from './checks.ts'
import { factTexts } from './facts.ts'
import { type MessageCode, messages, sentence } from './messages/index.ts'
import { requestTexts } from './requests.ts'

type Params = Readonly<Record<string, unknown>>
type Teller = (p: Params, procedure: Procedure | null) => string

/** What an entry of the activity says, in the past tense, without who and when: those stand beside it. */
export function activitySentence(entry: Pick<Activity, 'what' | 'params'>, procedure: Procedure | null): string {
  const tell = Object.hasOwn(tellers, entry.what) ? tellers[entry.what] : undefined
  return tell ? tell(entry.params, procedure) : entry.what
}

const tellers: Readonly<Record<string, Teller>> = {
  'workspace.initialised': (p) => `Set up the workspace of ${text(p, 'company')}`,
  'workspace.restored': (p) => `Restored the backup of ${text(p, 'createdAt')} (${text(p, 'cases')} cases)`,
  'change.undone': (p, procedure) => `Took back: ${original(p, procedure)}`,
  'change.redone': (p, procedure) => `Made again: ${original(p, procedure)}`,
  'settings.changed': (p) => `Changed settings: ${list(p, 'fields')}`,
  'view.saved': (p) => `Kept the view “${text(p, 'name')}”`,
  'view.renamed': (p) => `Renamed the view “${text(p, 'before')}” to “${text(p, 'name')}”`,
  'view.removed': (p) => `Removed the view “${text(p, 'name')}”`,
  'payer.added': (p) => `Added the payer ${text(p, 'accountId')} (${text(p, 'kind')})`,
  'payer.changed': (p) => `Changed the payer ${text(p, 'accountId')}: ${list(p, 'fields')}`,
  'customer.added': (p) => `Added the customer ${text(p, 'name')}`,
  'customer.changed': (p) => `Changed the customer: ${list(p, 'fields')}`,
  'case.opened': (p, procedure) =>
    `Opened the case (“${procedure?.title ?? text(p, 'procedure')}”, version ${text(p, 'version')})`,
  'case.described': (p) => `Changed ${list(p, 'fields')}`,
  'case.hold': (p) => `Put the case on hold: ${text(p, 'reason')}`,
  'case.resume': () => 'Resumed the case',
  'case.abandon': (p) => `Abandoned the case: ${text(p, 'reason')}`,
  'case.reopen': (p) => `Reopened the case${because(p)}`,
  'case.close': () => 'Closed the case: every step is settled',
  'case.done': () => 'Every step is settled: the case is done',
  'case.migrated': (p) => `Moved the case from version ${text(p, 'from')} of its procedure to version ${text(p, 'to')}`,
  'advice.noted': (p) => `Went on knowing: ${adviceText(p)}`,
  'import.done': (p) =>
    `Imported ${text(p, 'name')}: ${text(p, 'added')} customers added, ${text(p, 'changed')} changed, ${text(p, 'casesOpened')} cases opened`,
  'handover.taken': (p) => `Took over ${list(p, 'cases')} from ${text(p, 'company')}`,
  'handover.merged': (p) =>
    `Kept ${shown(asText(p.kept))} as “${text(p, 'field')}” of ${text(p, 'of')}; the other side had ${shown(asText(p.left))}`,
  'fact.set': (p) => `Set ${factLabel(p)} to ${shown(p.after)}${p.before ? `, it was ${shown(p.before)}` : ''}`,
  'steps.reused': (p, procedure) =>
    `Took over from ${text(p, 'cases')}, verified anew by ${text(p, 'by')}: ${stepTitles(p, procedure)}`,
  'step.done': (p, procedure) => `Did “${stepTitle(p, procedure)}”${evidence(p)}`,
  'step.settled': (p, procedure) => `“${stepTitle(p, procedure)}” is done`,
  'step.skipped': (p, procedure) => `Marked “${stepTitle(p, procedure)}” not applicable${because(p)}`,
  'step.blocked': (p, procedure) => `Marked “${stepTitle(p, procedure)}” blocked${because(p)}`,
  'step.reopened': (p, procedure) => `Reopened “${stepTitle(p, procedure)}”${because(p)}`,
  'wait.started': (p, procedure) => `The wait “${waitTitle(p, procedure)}” began`,
  'wait.met': (p, procedure) => `The wait “${waitTitle(p, procedure)}” ended`,
  'wait.snoozed': (p, procedure) => `Put off “${waitTitle(p, procedure)}” until ${text(p, 'untilText')}`,
  'wait.cancelled': (p, procedure) => `The wait “${waitTitle(p, procedure)}” was cancelled`,
  'request.sent': (p) => `Asked the customer${p.via ? ` by ${text(p, 'via')}` : ''}: “${text(p, 'subject')}”`,
  'request.done': (p) => `“${requestTitle(p)}” is done${p.note ? `: ${text(p, 'note')}` : ''}`,
  'request.cancelled': (p) => `Gave up waiting for “${requestTitle(p)}”${because(p)}`,
  'check.run': (p) => `Checked ${list(p, 'checks')}`,
  'watch.told': (p) => `Noticed: ${noticed(p)}`,
  'attachment.added': (p) =>
    `Attached ${text(p, 'name')} (${text(p, 'size')} bytes, SHA-256 ${text(p, 'sha256').slice(0, 12)}…)`,
  'action.done': (p) =>
    `On AWS: ${actionTitle(p)} in account ${text(p, 'account')}${p.simulated === true ? ' (simulated)' : ''}${requests(p)}`,
  'action.interrupted': (p) =>
    `On AWS, broken off half way: ${actionTitle(p)} in account ${text(p, 'account')}${p.simulated === true ? ' (simulated)' : ''}${requests(p)}`,
  'submission.recipient': (p) => `Chose who gets the submission: ${text(p, 'recipient')}`,
  'submission.exported': (p) => `Exported submission ${text(p, 'attempt')} as ${text(p, 'format')}: ${text(p, 'name')}`,
  'submission.exported-again': (p) =>
    `Wrote submission ${text(p, 'attempt')} once more, as it was exported, as ${text(p, 'format')}: ${text(p, 'name')}`,
  'submission.ticket': (p) => `Ticket of submission ${text(p, 'attempt')}: ${shown(p.after)}`,
  'submission.reply': (p) =>
    `Reply to submission ${text(p, 'attempt')}${p.file ? ` (${text(p, 'file')})` : ''}: ${text(p, 'text')}`,
  'submission.sent': (p) => `Sent submission ${text(p, 'attempt')}${p.via ? ` by ${text(p, 'via')}` : ''}`,
  'submission.answered': (p) =>
    `Spot answered submission ${text(p, 'attempt')} with a link${p.decision ? `; taken because: ${text(p, 'decision')}` : ''}`,
  'submission.returned': (p) => `Spot returned submission ${text(p, 'attempt')}${because(p)}`,
  'submission.withdrawn': (p) => `Withdrew submission ${text(p, 'attempt')}${because(p)}`,
}

/** A piece of news of the watcher; a row that came from elsewhere may hold anything. */
function noticed(p: Params): string {
  const findings = FindingRecord.array().safeParse(p.findings)
  const outcome = CheckOutcome.safeParse(p.outcome)
  const told =
    findings.success && outcome.success
      ? checkNews({ checkId: text(p, 'check'), outcome: outcome.data, findings: findings.data })
      : null
  return told ?? text(p, 'check')
}

/** What was taken back, in its own words. */
function original(p: Params, procedure: Procedure | null): string {
  const of = (p.of ?? {}) as Partial<Pick<Activity, 'what' | 'params'>>
  return activitySentence({ what: of.what ?? '', params: of.params ?? {} }, procedure)
}

function adviceText(p: Params): string {
  const code = text(p, 'code')
  if (!Object.hasOwn(messages, code)) return code
  return sentence(code as MessageCode, (p.params ?? {}) as Params).message
}

function text(p: Params, name: string): string {
  const value = p[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function list(p: Params, name: string): string {
  const value = p[name]
  return Array.isArray(value) ? value.join(', ') : text(p, name)
}

function because(p: Params): string {
  return text(p, 'reason') ? `: ${text(p, 'reason')}` : ''
}

function evidence(p: Params): string {
  return text(p, 'evidence') ? `, seen: ${text(p, 'evidence')}` : ''
}

function requests(p: Params): string {
  return list(p, 'requestIds') ? `, request ${list(p, 'requestIds')}` : ''
}

/** A row that came from elsewhere may lack a value: it is told as blank, and keeps nobody from reading the rest. */
function shown(value: unknown): string {
  return value === '' || value === undefined || value === null ? 'blank' : `“${String(value)}”`
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value
  return JSON.stringify(value)?.slice(0, 200) ?? ''
}

function factLabel(p: Params): string {
  const name = text(p, 'fact')
  return (FACT_NAMES as readonly string[]).includes(name) ? factTexts[name as FactName].label : name
}

function actionTitle(p: Params): string {
  return actionWords(text(p, 'action'))
}

function stepTitle(p: Params, procedure: Procedure | null): string {
  return (procedure && stepOf(procedure, text(p, 'step'))?.title) ?? text(p, 'step')
}

function stepTitles(p: Params, procedure: Procedure | null): string {
  const ids = Array.isArray(p.steps) ? p.steps : []
  return ids.map((step) => `“${stepTitle({ step }, procedure)}”`).join(', ')
}

function requestTitle(p: Params): string {
  const id = text(p, 'request')
  return Object.hasOwn(requestTexts, id) ? requestTexts[id as keyof typeof requestTexts].wait.title : id
}

function waitTitle(p: Params, procedure: Procedure | null): string {
  return (procedure && waitDefinition(procedure, text(p, 'wait'))?.title) ?? text(p, 'wait')
}
