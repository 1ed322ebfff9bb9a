import type { ChangeSet } from '../../shared/domain/records/change-set.ts'
import { type Decided, isRefusal } from '../../shared/domain/refusal.ts'
import { judgeSpotLink } from '../../shared/domain/spot-link/judge.ts'
import { attemptToExport, setRecipient } from '../../shared/domain/submission/attempt.ts'
import { closeAttempt } from '../../shared/domain/submission/close-attempt.ts'
import { recordExport } from '../../shared/domain/submission/export.ts'
import { itemsOf } from '../../shared/domain/submission/items.ts'
import { markSent } from '../../shared/domain/submission/mark-sent.ts'
import { takeAnswer } from '../../shared/domain/submission/take-answer.ts'
import { spotLink } from './spot-links.ts'
import { WorkedCase } from './worked-case.ts'

/** Steps of phase 1 up to the report; AWS has not delivered yet. */
export const PHASE_1 = [
  'report.sign-in',
  'report.content',
  'report.bucket',
  'report.delivery-options',
  'report.create',
] as const

/** A case that is ready to hand Spot its submission. */
export function ready(): WorkedCase {
  return new WorkedCase()
    .does(...PHASE_1, 'report.delivered')
    .getsFile()
    .does('crawler-stack.name')
}

/** @param at when it was sent; absent: now */
export const send = (c: WorkedCase, at?: string) =>
  markSent(c.case, c.procedure, itemsOf(c.case, c.settings), 'e-mail', c.act(at))
export const close = (c: WorkedCase, how: 'returned' | 'withdrawn', reason = 'wrong Org ID', at?: string) =>
  closeAttempt(c.case, c.procedure, how, reason, c.act(at))

export function answer(c: WorkedCase, link = spotLink(), decision = '', at?: string): Decided<ChangeSet> {
  const { region, bucket, prefix } = c.case.payer
  const known = c.settings.knownBuckets
  const judged = judgeSpotLink(link, { region, bucket, prefix, known })
  return takeAnswer(c.case, c.procedure, { link, judged, decision }, c.act(at))
}

export function exports(c: WorkedCase): WorkedCase {
  const act = c.act()
  const submission = attemptToExport(c.case, act)
  const items = itemsOf(c.case, c.settings)
  if (isRefusal(submission) || !items) throw new Error('it cannot be exported')
  const written = { from: null, subject: 'For Spot', text: 'Hello', json: '{}' }
  const record = { submission, items, findings: [], format: 'zip', name: 'a-bundle', files: [], written } as const
  return c.take(recordExport(c.case, c.procedure, record, act))
}

/** The first attempt, of which only the recipient is chosen. */
export function drafted(): WorkedCase {
  const c = ready()
  return c.take(setRecipient(c.case, c.procedure, { kind: 'support', name: '', email: '' }, c.act()))
}

/** The first attempt, sent; its links come from buckets that the settings know. */
export function sent(): WorkedCase {
  const buckets = ['sc-msp-data-extractor-source']
  const knownBuckets = { templateBuckets: buckets, codeBuckets: buckets, outputBuckets: ['sc-msp-data-extractor'] }
  const c = new WorkedCase({ settings: { knownBuckets } })
  c.does(...PHASE_1, 'report.delivered')
    .getsFile()
    .does('crawler-stack.name')
  return exports(c).take(send(c))
}
