import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holds, stepsIn, unmet } from '../../../../../shared/domain/procedure/conditions.ts'
import { situationOf } from '../../../../../shared/domain/procedure/engine.ts'
import type { Condition } from '../../../../../shared/domain/procedure/types.ts'
import type { SubmissionState } from '../../../../../shared/domain/records/submission.ts'
import { makeAttachment, makeSubmission, makeWait } from '../../../../support/records.ts'
import { type CaseOptions, WorkedCase } from '../../../../support/worked-case.ts'

function situation(work: (c: WorkedCase) => void = () => {}, options: CaseOptions = {}) {
  const c = new WorkedCase(options)
  work(c)
  return situationOf(c.procedure, c.case, c.facts)
}

/** A situation in which the parts of a case are set as they are given, whatever led there. */
function given(parts: Partial<WorkedCase['case']>) {
  const c = new WorkedCase()
  c.case = { ...c.case, ...parts }
  return situationOf(c.procedure, c.case, c.facts)
}

describe('a condition', () => {
  test.each([
    [{ fact: 'payerKind', is: 'dedicated' }, true],
    [{ fact: 'payerKind', is: 'shared' }, false],
    [{ fact: 'payerKind', is: ['shared', 'dedicated'] }, true],
    [{ fact: 'accountList', is: '' }, false],
  ] as const)('on a fact compares its value: %o', (condition, outcome) => {
    expect(holds(condition, situation())).toBe(outcome)
  })

  test('on a fact that is known to be blank is not one on a fact that is not known', () => {
    const blank = situation(() => {}, { record: { facts: { accountList: '' } } })
    expect(holds({ fact: 'accountList', is: '' }, blank)).toBe(true)
    expect(holds({ known: 'accountList' }, blank)).toBe(true)
    expect(holds({ known: 'accountList' }, situation())).toBe(false)
  })

  test('on a step holds once that is done, or does not apply', () => {
    const condition = { step: 'report.sign-in' } as const
    expect(holds(condition, situation())).toBe(false)
    expect(
      holds(
        condition,
        situation((c) => c.does('report.sign-in')),
      ),
    ).toBe(true)
    expect(
      holds(
        condition,
        situation((c) => c.take(c.mark('report.sign-in', 'skip'))),
      ),
    ).toBe(true)
    expect(
      holds(
        condition,
        situation((c) => c.take(c.mark('report.sign-in', 'block'))),
      ),
    ).toBe(false)
  })

  test.each([
    ['running', {}, false],
    ['met', { metAt: '2026-11-15T09:00:00.000Z' }, true],
    [
      'met and cancelled after all',
      { metAt: '2026-11-15T09:00:00.000Z', cancelled: { at: '2026-11-15T10:00:00.000Z', reason: 'x' } },
      false,
    ],
  ])('on a wait that is %s', (_, own, outcome) => {
    expect(holds({ waitMet: 'report-delivery' }, given({ waits: [makeWait(own)] }))).toBe(outcome)
    expect(holds({ waitMet: 'spot-link' }, given({ waits: [makeWait(own)] }))).toBe(false)
  })

  test.each([
    ['draft', []],
    ['exported', ['exported']],
    ['sent', ['exported', 'sent']],
    ['answered', ['exported', 'sent', 'answered']],
    ['returned', []],
    ['withdrawn', []],
  ] as readonly (readonly [SubmissionState, readonly string[]])[])(
    'on a submission that is %s holds for what it has reached',
    (state, reached) => {
      const s = given({ submissions: [makeSubmission({ state })] })
      for (const submission of ['exported', 'sent', 'answered'] as const) {
        expect(holds({ submission }, s)).toBe(reached.includes(submission))
      }
    },
  )

  test('on the submission looks at the attempt the case is at, not at those that are over', () => {
    const over = makeSubmission({ id: 'a', state: 'returned' })
    const now = makeSubmission({ id: 'b', attempt: 2, state: 'exported' })
    expect(holds({ submission: 'exported' }, given({ submissions: [over, now] }))).toBe(true)
    expect(holds({ submission: 'sent' }, given({ submissions: [over, now] }))).toBe(false)
  })

  test('on the crawler file is not met by evidence', () => {
    expect(holds({ attached: 'crawler-file' }, given({ attachments: [makeAttachment()] }))).toBe(false)
    expect(
      holds({ attached: 'crawler-file' }, given({ attachments: [makeAttachment({ kind: 'crawler-file' })] })),
    ).toBe(true)
  })

  test('on a check is met by a pass alone', () => {
    for (const outcome of ['pass', 'warn', 'fail', 'unknown', 'no-access'] as const) {
      const s = situation((c) => c.sees('bucket.ready', outcome))
      expect(holds({ passed: 'bucket.ready' }, s)).toBe(outcome === 'pass')
    }
  })

  test('all of none holds, any of none does not', () => {
    expect(holds({ all: [] }, situation())).toBe(true)
    expect(holds({ any: [] }, situation())).toBe(false)
  })
})

const leaf = fc.constantFrom<Condition>(
  { known: 'bucket' },
  { known: 'accountList' },
  { step: 'report.sign-in' },
  { fact: 'payerKind', is: 'dedicated' },
)
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}))

describe('conditions put together', () => {
  const s = situation()

  test('turned round twice say what they said', () => {
    fc.assert(fc.property(condition, (c) => holds({ not: { not: c } }, s) === holds(c, s)))
  })

  test('follow the rules of De Morgan', () => {
    fc.assert(
      fc.property(fc.array(condition, { maxLength: 4 }), (all) => {
        const none = all.map((not) => ({ not }))
        expect(holds({ not: { all } }, s)).toBe(holds({ any: none }, s))
        expect(holds({ not: { any: all } }, s)).toBe(holds({ all: none }, s))
      }),
    )
  })

  test('are unmet exactly where they do not hold', () => {
    fc.assert(
      fc.property(fc.array(condition, { maxLength: 4 }), (all) => {
        expect(unmet(all, s).length === 0).toBe(holds({ all }, s))
      }),
    )
  })

  test('name every step they speak of, however deep', () => {
    const deep: Condition = {
      all: [{ step: 'a' }, { any: [{ not: { step: 'b' } }, { known: 'bucket' }, { all: [{ step: 'c' }] }] }],
    }
    expect(stepsIn(deep)).toEqual(['a', 'b', 'c'])
    expect(stepsIn({ passed: 'bucket.ready' })).toEqual([])
  })
})
