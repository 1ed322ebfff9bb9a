import { addMillis, HOUR } from '../../../shared/domain/instant.ts'
import type { CaseRecord } from '../../../shared/domain/records/case.ts'
import type { Submission } from '../../../shared/domain/records/submission.ts'
import type { Wait } from '../../../shared/domain/records/wait.ts'
import type { Course, Waited } from './course.ts'
import type { Life } from './life.ts'

/** Waits a case has, however far it came. */
const WAITS = 3

/**
 * Three waits a case, in every state: those its course met, early or late, before them some that were cancelled and begun
 * anew; of a case that goes on the last is running, due, overdue or paused.
 */
export function waitsOf(
  life: Life,
  record: CaseRecord,
  { waited }: Course,
  attempts: readonly Submission[],
): readonly Wait[] {
  const goesOn = record.state === 'open' || record.state === 'on-hold'
  const met = waited.slice(-(goesOn ? WAITS - 1 : WAITS)).map((one) => metWait(life, record, one, attempts))
  const given = Array.from({ length: WAITS - met.length - (goesOn ? 1 : 0) }, () => givenUp(life, record, attempts))
  return [...given, ...met, ...(goesOn ? [running(life, record)] : [])]
}

function metWait(
  life: Life,
  record: CaseRecord,
  { definition, anchorAt, metAt }: Waited,
  attempts: readonly Submission[],
): Wait {
  const isOf = (attempt: Submission) => attempt.sent !== null && attempt.sent.at === anchorAt
  const submissionId = definition === 'spot-link' ? (attempts.find(isOf)?.id ?? null) : null
  return { ...wait(life, record, definition, anchorAt), metAt, submissionId }
}

/** One that ended with the attempt that came back, or that was taken back, as where a report was made anew. */
function givenUp(life: Life, record: CaseRecord, attempts: readonly Submission[]): Wait {
  const { random, fate, openedAt } = life
  const back = attempts.find(({ state }) => state === 'returned')
  if (back?.sent && back.closed) {
    const cancelled = { at: back.closed.at, reason: 'returned' as const }
    return { ...wait(life, record, 'spot-link', back.sent.at), cancelled, submissionId: back.id }
  }
  const [definition] = fate.procedure.waits
  const at = addMillis(openedAt, random.below(60) * (HOUR / 60))
  return {
    ...wait(life, record, definition?.id ?? '', at),
    cancelled: { at: addMillis(at, HOUR / 2), reason: 'returned' },
  }
}

function running(life: Life, record: CaseRecord): Wait {
  const { random, fate, world } = life
  const definition = fate.procedure.waits[random.below(fate.procedure.waits.length)]
  const hours = record.state === 'on-hold' ? 2 + random.below(100) : random.below(120)
  const anchorAt = addMillis(world.now, -hours * HOUR)
  const paused = record.state === 'on-hold' ? { at: addMillis(anchorAt, HOUR), reason: 'On hold.' } : null
  return { ...wait(life, record, definition?.id ?? '', anchorAt), paused }
}

function wait({ fate, by, world }: Life, record: CaseRecord, definition: string, anchorAt: string): Wait {
  const known = fate.procedure.waits.find(({ id }) => id === definition)
  return {
    id: world.newId(),
    caseId: record.id,
    definition,
    anchorAt,
    expectedHours: known?.expectedHours ?? 24,
    graceHours: known?.graceHours ?? 6,
    recordedAt: anchorAt,
    zone: 'Europe/Berlin',
    startedBy: by,
    paused: null,
    pausedMillis: 0,
    metAt: null,
    cancelled: null,
    submissionId: null,
  }
}
