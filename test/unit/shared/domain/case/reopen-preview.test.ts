import { describe, expect, test } from 'vitest'
import { previewReopen } from '../../../../../shared/domain/case/reopen-preview.ts'
import { isRefusal } from '../../../../../shared/domain/refusal.ts'
import { reopenSentence } from '../../../../../shared/text/reopen.ts'
import { refusedWith, WorkedCase } from '../../../../support/worked-case.ts'

const UP_TO_DELIVERY = ['report.sign-in', 'report.content', 'report.bucket', 'report.delivery-options', 'report.create']

function previewOf(c: WorkedCase, step: string) {
  const preview = previewReopen(c.case, c.procedure, step, c.act())
  if (isRefusal(preview)) throw new Error(preview.code)
  return preview
}

describe('what reopening takes along is said first', () => {
  test('with the steps that are built on it, and the waits that end', () => {
    const c = new WorkedCase().does(...UP_TO_DELIVERY)
    const { steps, ended, resumed } = previewOf(c, 'report.bucket')
    expect(steps.map((s) => s.id)).toEqual(['report.bucket', 'report.delivery-options', 'report.create'])
    expect(ended.map((w) => w.definition)).toEqual(['report-delivery'])
    expect(resumed).toEqual([])
  })

  test('with the waits that run again', () => {
    const c = new WorkedCase()
      .does(...UP_TO_DELIVERY)
      .pass(20)
      .does('report.delivered')
    const { steps, ended, resumed } = previewOf(c, 'report.delivered')
    expect(steps.map((s) => s.id)).toEqual(['report.delivered'])
    expect(ended).toEqual([])
    expect(resumed.map((w) => w.definition)).toEqual(['report-delivery'])
  })

  test('and is what reopening then does', () => {
    const c = new WorkedCase().does(...UP_TO_DELIVERY)
    const { steps } = previewOf(c, 'report.content')
    c.take(c.mark('report.content', 'reopen'))
    expect(
      c.case.steps
        .filter((s) => s.state === 'reopened')
        .map((s) => s.stepId)
        .sort(),
    ).toEqual(steps.map((s) => s.id).sort())
  })

  test('without anything being changed', () => {
    const c = new WorkedCase().does(...UP_TO_DELIVERY)
    const before = structuredClone(c.case)
    previewOf(c, 'report.sign-in')
    expect(c.case).toEqual(before)
  })

  test('and is refused where reopening would be', () => {
    const c = new WorkedCase()
    const refused = (step: string) => refusedWith(previewReopen(c.case, c.procedure, step, c.act())).code
    expect(refused('report.create')).toBe('step.not-settled')
    expect(refused('of-nobody')).toBe('step.unknown')
  })
})

test('the sentence names steps and waits', () => {
  const [first, second] = new WorkedCase().procedure.phases[0]?.steps ?? []
  if (!first || !second) throw new Error('no steps')
  expect(reopenSentence([first], [], [])).toBe(
    `“${first.title}” is to do again. What was recorded stays in the record.`,
  )
  expect(reopenSentence([first, second], ['A'], ['B'])).toBe(
    `“${first.title}”, “${second.title}” are to do again; the wait “A” is cancelled; the wait “B” runs again. What was recorded stays in the record.`,
  )
})
