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
