import type { MessageView } from '../../shared/contract/message-views.ts'
import { currentSubmission } from '../../shared/domain/case/facts-of.ts'
import { type Finding, finding } from '../../shared/domain/finding.ts'
import { type Instant, toMillis } from '../../shared/domain/instant.ts'
import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import type { Settings } from '../../shared/domain/records/settings.ts'
import type { Submission, SubmissionItems } from '../../shared/domain/records/submission.ts'
import { isRefusal } from '../../shared/domain/refusal.ts'
import { attemptToExport } from '../../shared/domain/submission/attempt.ts'
import { exampleHandOff } from '../../shared/domain/submission/example.ts'
import { itemsOf } from '../../shared/domain/submission/items.ts'
import { MAILTO_LIMIT, mailtoUrl } from '../../shared/domain/submission/mailto.ts'
import { judgeTemplate } from '../../shared/domain/submission/template.ts'
import { waitState } from '../../shared/domain/wait/wait-state.ts'
import {
  MESSAGE_KINDS,
  type MessageKind,
  messageTitles,
  standardTemplates,
  templateVariables,
} from '../../shared/text/message-templates.ts'
import {
  followUpMessage,
  handOffKind,
  type Message,
  messageOfKind,
  shortMessage,
  submissionMessage,
} from '../../shared/text/submission-message.ts'
import { localText } from '../../shared/text/times.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'
import { findingView } from './views/finding-view.ts'

/** Bytes of a mail that many servers refuse. */
const LARGE_MAIL = 10_000_000

/** Hours Spot may take where no wait says it (004, step 2, last paragraph). */
const SPOT_HOURS = 72

type MessageHandlers = Pick<AppHandlers, 'submission.messages' | 'message.templates' | 'message.preview'>

/** The messages to Spot, ready for the user's own mail program, and the templates they are made from. */
export function messageHandlers(context: Context): MessageHandlers {
  const { clock } = context.ports
  return {
    async 'submission.messages'({ case: reference }) {
      const c = await context.case(reference)
      const settings = await context.settings()
      return { handOff: handOff(c, settings), followUp: followUp(c, settings, clock.now(), clock.zone()) }
    },

    async 'message.templates'() {
      const { messageTemplates } = await context.settings()
      return {
        templates: MESSAGE_KINDS.map((kind) => ({
          kind,
          title: messageTitles[kind],
          inForce: messageTemplates[kind] ?? standardTemplates[kind],
          standard: standardTemplates[kind],
          isStandard: messageTemplates[kind] === undefined,
        })),
        variables: Object.entries(templateVariables).map(([name, meaning]) => ({ name, meaning })),
      }
    },

    async 'message.preview'({ kind, template, case: reference }) {
      const settings = await context.settings()
      const example = exampleHandOff(settings)
      const c = reference === undefined ? example.c : await context.case(reference)
      const submission = reference === undefined ? example.submission : (attemptOf(c, settings) ?? example.submission)
      const items = reference === undefined ? example.items : (itemsOf(c, settings) ?? example.items)
      const findings = judgeTemplate(kind, template)
      return {
        ok: findings.length === 0,
        findings: findings.map(findingView),
        ...messageOfKind(
          kind,
          c,
          { ...settings, messageTemplates: { [kind]: template } },
          submission,
          items,
          SPOT_HOURS,
        ),
      }
    },
  }

  /** The attempt that is open, or the one that would be next. */
  function attemptOf(c: Case, settings: Settings): Submission | null {
    const attempt = attemptToExport(c, context.act(settings))
    return isRefusal(attempt) ? currentSubmission(c) : attempt
  }

  /** What hands the attempt over. */
  function handOff(c: Case, settings: Settings): MessageView | null {
    const submission = attemptOf(c, settings)
    if (!submission) return null
    const isSent = submission.sent !== null
    const items = isSent ? submission.items : itemsOf(c, settings)
    if (!items) return null
    const message =
      isSent && submission.written ? submission.written : submissionMessage(c, settings, submission, items)
    return messageView(handOffKind(c, submission), c, submission, items, message)
  }
}

function followUp(c: Case, settings: Settings, now: Instant, zone: string) {
  const submission = currentSubmission(c)
  if (submission?.state !== 'sent' || !submission.items) return null
  const wait = c.waits.find((w) => w.submissionId === submission.id && w.metAt === null && w.cancelled === null)
  if (!wait) return null
  const { dueAt } = waitState(wait, now)
  const message = followUpMessage(c, settings, submission, submission.items, wait.expectedHours)
  return {
    ...messageView('followUp', c, submission, submission.items, message),
    dueAt,
    dueText: localText(dueAt, zone),
    isDue: toMillis(now) >= toMillis(dueAt),
  }
}

function messageView(
  kind: MessageKind,
  c: Case,
  submission: Pick<Submission, 'recipient'>,
  items: SubmissionItems,
  { subject, text }: Message,
): MessageView {
  const to = submission.recipient.email
  const whole = { to, subject, text }
  const short = [true, false].map((isNamed) => ({ to, ...shortMessage(c, items, isNamed) }))
  const url = mailtoUrl(kind === 'followUp' ? [whole] : [whole, ...short])
  return {
    kind,
    title: messageTitles[kind],
    to,
    subject,
    text,
    mailto: url && { url: url.url, short: url.index > 0 },
    findings: mailFindings(kind, items, url?.index ?? null, text).map(findingView),
  }
}

function mailFindings(
  kind: MessageKind,
  items: SubmissionItems,
  fits: number | null,
  text: string,
): readonly Finding[] {
  const findings: Finding[] = []
  if (fits === null) findings.push(finding('warning', 'mail.does-not-fit', { limit: MAILTO_LIMIT }))
  if (kind === 'followUp') return findings
  if (fits === 0) findings.push(finding('info', 'mail.attach-file', {}))
  if (fits !== null && fits > 0) findings.push(finding('info', 'mail.shortened', { limit: MAILTO_LIMIT }))
  // Base64 makes four bytes of three, and a line break every 76.
  const size = Math.ceil(items.crawlerFile.size / 3) * 4 * (78 / 76) + text.length
  if (size > LARGE_MAIL) {
    findings.push(finding('warning', 'mail.too-large', { mib: (size / 1_000_000).toFixed(1) }, 'crawlerFile'))
  }
  return findings
}
