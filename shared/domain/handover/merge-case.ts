import type { CaseRecord } from '../records/case.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { Reply, Submission } from '../records/submission.ts'
import { type Decider, newerOf, type Place, same } from './decide.ts'
import type { HandedCase } from './schema.ts'

/** Fields of a case that people fill in; each is decided by itself. */
const FIELDS = ['state', 'stateReason', 'owner', 'tags', 'notes', 'closedAt'] as const
/** What an attempt went through: decided as one, for half of one side and half of the other never happened. */
const LIFE = ['state', 'recipient', 'items', 'warnings', 'exported', 'sent', 'answered', 'closed', 'written'] as const

/**
 * Our case with what theirs has beyond it. Steps, waits, attempts and files of either side are kept; of what both have
 * in different states one is chosen. Of two results of a check the later one counts. Attempts that both sides numbered
 * alike stay both: theirs follow.
 */
export function mergeCase(ours: Case, theirs: HandedCase, decider: Decider): Case {
  const caseId = ours.record.id
  const ref = `C-${ours.record.number}`
  const newer = newerOf(ours.record, theirs.record)
  const place: Place = { kind: 'case', id: caseId, of: ref, newer }
  const inCase = (kind: Place['kind'], id: string): Place => ({ kind, id: `${caseId}/${id}`, of: ref, newer })
  const record: CaseRecord = {
    ...ours.record,
    ...decider.fields(place, FIELDS, ours.record, theirs.record as CaseRecord),
    facts: mergeFacts(place, ours.record.facts, theirs.record.facts, decider),
    updatedAt: newer === 'theirs' ? theirs.record.updatedAt : ours.record.updatedAt,
  }
  return {
    ...ours,
    record,
    steps: union(
      ours.steps,
      theirs.steps.map((s) => ({ ...s, caseId })),
      (s) => s.stepId,
      (a, b) => decider.pick(inCase('step', a.stepId), a.stepId, a, b),
    ),
    waits: union(
      ours.waits,
      theirs.waits.map((w) => ({ ...w, caseId })),
      (w) => w.id,
      (a, b) => decider.pick(inCase('wait', a.id), a.definition, a, b),
    ),
    submissions: mergeSubmissions(
      ours.submissions,
      theirs.submissions.map((s) => ({ ...s, caseId })),
      (a, b) => {
        const at = inCase('submission', a.id)
        const life = decider.pick(at, `attempt ${a.attempt}`, pick(a, LIFE), pick(b, LIFE))
        const ticket = decider.pick(at, `ticket of attempt ${a.attempt}`, a.ticket, b.ticket)
        return { ...a, ...life, ticket, replies: mergeReplies(a.replies, b.replies) }
      },
    ),
    attachments: union(
      ours.attachments,
      theirs.attachments.map((f) => ({ ...f, caseId })),
      (f) => f.id,
      (a) => a,
    ),
    checks: union(
      ours.checks,
      theirs.checks.map((k) => ({ ...k, caseId })),
      (k) => k.checkId,
      (a, b) => (b.at > a.at ? b : a),
    ),
  }
}

function mergeFacts(
  place: Place,
  ours: CaseRecord['facts'],
  theirs: CaseRecord['facts'],
  decider: Decider,
): CaseRecord['facts'] {
  const names = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])]
  return Object.fromEntries(
    names.map((name) => {
      const [one, other] = [own(ours, name), own(theirs, name)]
      if (one === undefined || other === undefined) return [name, one ?? other ?? '']
      return [name, decider.pick(place, `facts.${name}`, one, other)]
    }),
  )
}

/** Attempts are numbered within their case: of two with one number, theirs moves behind the last. */
function mergeSubmissions(
  ours: readonly Submission[],
  theirs: readonly Submission[],
  both: (a: Submission, b: Submission) => Submission,
): readonly Submission[] {
  const merged = union(
    ours,
    theirs.filter((s) => ours.some((o) => o.id === s.id)),
    (s) => s.id,
    both,
  )
  let all = [...merged]
  for (const one of theirs.filter((s) => !ours.some((o) => o.id === s.id))) {
    const isTaken = all.some((s) => s.attempt === one.attempt)
    const attempt = isTaken ? Math.max(...all.map((s) => s.attempt)) + 1 : one.attempt
    all = [...all, { ...one, attempt }]
  }
  return all.toSorted((a, b) => a.attempt - b.attempt)
}

function mergeReplies(ours: readonly Reply[], theirs: readonly Reply[]): Reply[] {
  const more = theirs.filter((reply) => !ours.some((one) => same(one, reply)))
  return [...ours, ...more].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

function union<T>(
  ours: readonly T[],
  theirs: readonly T[],
  key: (one: T) => string,
  both: (a: T, b: T) => T,
): readonly T[] {
  const others = new Map(theirs.map((one) => [key(one), one]))
  const merged = ours.map((one) => {
    const other = others.get(key(one))
    others.delete(key(one))
    return other === undefined ? one : both(one, other)
  })
  return [...merged, ...others.values()]
}

function pick<T extends object, F extends keyof T>(record: T, names: readonly F[]): Pick<T, F> {
  return Object.fromEntries(names.map((name) => [name, record[name]])) as Pick<T, F>
}

function own(facts: CaseRecord['facts'], name: string): string | undefined {
  return Object.hasOwn(facts, name) ? facts[name] : undefined
}
