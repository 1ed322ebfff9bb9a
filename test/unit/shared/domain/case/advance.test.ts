import { expect, test } from 'vitest'
import { advance } from '../../../../../shared/domain/case/advance.ts'
import { isRefusal } from '../../../../../shared/domain/refusal.ts'
import { mspCurExtraction } from '../../../../../shared/procedures/msp-cur-extraction.ts'
import { refusedWith, WorkedCase } from '../../../../support/worked-case.ts'

const [report, link, extractor] = mspCurExtraction.phases.map((phase) => phase.id)

function moved(c: WorkedCase, phase: string | null, evidence: Record<string, string> = {}, isPreview = false) {
  const decided = advance(c.case, mspCurExtraction, phase, evidence, c.act(), isPreview)
  if (isRefusal(decided)) throw new Error(decided.code)
  return decided
}

test('a case is moved on by every open step before the phase, and its waits begin', () => {
  const c = new WorkedCase()
  const { steps, change } = moved(c, link ?? '', { 'report.delivered': 'The first file is there' })
  expect(steps.map(({ refusal }) => refusal)).toEqual(steps.map(() => null))
  const record = change?.puts.find((put) => put.kind === 'case')?.record
  expect(record).toMatchObject({ summary: { phase: link } })
  expect(change?.activity.filter(({ what }) => what === 'step.done')).toHaveLength(steps.length)
})

test('a step that wants evidence refuses without it, but not when one only looks', () => {
  const c = new WorkedCase()
  const { steps, change } = moved(c, link ?? '')
  expect(change).toBeNull()
  expect(steps.filter(({ refusal }) => refusal !== null).map(({ refusal }) => refusal?.code)).toEqual([
    'step.evidence-missing',
  ])
  expect(moved(c, link ?? '', {}, true).steps.every(({ refusal }) => refusal === null)).toBe(true)
})

test('what only a submission settles cannot be passed over', () => {
  const { steps, change } = moved(new WorkedCase(), extractor ?? '', {}, true)
  expect(change).toBeNull()
  expect(steps.some(({ refusal }) => refusal?.code === 'step.not-by-hand' || refusal?.code === 'step.gate-shut')).toBe(
    true,
  )
})

test('a phase that the case is in or past is refused: back it goes by reopening a step', () => {
  const c = new WorkedCase()
  const back = advance(c.case, mspCurExtraction, report ?? '', {}, c.act(), true)
  expect(refusedWith(back).code).toBe('phase.behind')
  expect(refusedWith(advance(c.case, mspCurExtraction, 'nowhere', {}, c.act(), true)).code).toBe('phase.unknown')
})

test('is refused in a case that is not open, and for an instant that has not come', () => {
  const c = new WorkedCase()
  const later = c.act('2026-12-24T00:00:00.000Z')
  expect(refusedWith(advance(c.case, mspCurExtraction, link ?? '', {}, later, true)).code).toBe('instant.future')
  c.take(c.move('hold'))
  expect(refusedWith(advance(c.case, mspCurExtraction, link ?? '', {}, c.act(), true)).code).toBe('case.not-open')
})

test('a refusal names the phase, as people know it', () => {
  const c = new WorkedCase()
  const refused = (phase: string | null) => refusedWith(advance(c.case, mspCurExtraction, phase, {}, c.act(), true))
  expect(refused('nowhere')).toMatchObject({ params: { phase: 'nowhere' }, field: 'phase' })
  expect(refused(report ?? '')).toMatchObject({
    params: { case: 'C-1', phase: mspCurExtraction.phases[0]?.title },
    field: 'phase',
  })
})

test('what is done, or does not apply, is passed over, and what was seen is kept without its blanks', () => {
  const c = new WorkedCase().does('report.sign-in')
  c.take(c.mark('report.content', 'skip'))
  const { steps, change } = moved(c, link ?? '', {
    'report.delivered': '  The first file is there ',
    'report.create': ' ',
  })
  expect(steps.map(({ step }) => step.id)).toEqual([
    'report.bucket',
    'report.delivery-options',
    'report.create',
    'report.delivered',
  ])
  const evidence = change?.puts.flatMap((p) => (p.kind === 'step' ? [p.record.evidence?.text ?? null] : []))
  expect(evidence).toEqual([null, null, null, 'The first file is there'])
  expect(change?.puts.flatMap((p) => (p.kind === 'step' ? [p.record.reason] : []))).toEqual(['', '', '', ''])
})

test('past the last phase a case goes by all of its steps, and back it does not come', () => {
  const c = new WorkedCase()
  expect(moved(c, null, {}, true).steps.length).toBeGreaterThan(moved(c, extractor ?? '', {}, true).steps.length)
  const done = new WorkedCase()
  for (const { id } of mspCurExtraction.phases.flatMap((phase) => phase.steps).slice(0, -1))
    done.take(done.mark(id, 'skip'))
  const last = moved(done, null, {}, true).steps
  expect(last).toHaveLength(1)
  expect(refusedWith(advance(done.case, mspCurExtraction, link ?? '', {}, done.act(), true)).code).toBe('phase.behind')
})
