import { describe, expect, test } from 'vitest'
import { spotLink } from '../../../../support/spot-links.ts'
import { answer, exports, ready, sent } from '../../../../support/submissions.ts'
import { refusedWith, type WorkedCase } from '../../../../support/worked-case.ts'

const states = (c: WorkedCase) => c.case.submissions.map((s) => `${s.attempt} ${s.state}`)

describe('Spot’s answer', () => {
  test('is refused where nothing was sent, or not yet', () => {
    expect(refusedWith(answer(ready())).code).toBe('submission.unknown')
    expect(refusedWith(answer(exports(ready()))).code).toBe('submission.not-sent')
  })

  test('is refused from before the submission was sent, and from the future', () => {
    const c = sent().pass(1)
    expect(refusedWith(answer(c, spotLink(), '', '2026-11-16T08:59:59.999Z'))).toMatchObject({
      code: 'submission.early-answer',
      field: 'at',
    })
    expect(refusedWith(answer(c, spotLink(), '', '2026-11-16T10:00:00.001Z')).code).toBe('instant.future')
  })

  test('may come at the very instant of the sending, and is refused a second time', () => {
    const c = sent()
    c.take(answer(c))
    expect(refusedWith(answer(c))).toMatchObject({ code: 'submission.not-sent', params: { state: 'answered' } })
  })

  test('names every bucket that is not known, each once, and nothing else that was noticed', () => {
    const c = sent().pass(50)
    const link = spotLink({ parameters: { S3OutputBucket: 'theirs', LambdaFunctionBucket: 'others' } })
    expect(
      String(refusedWith(answer(c, link)).params.buckets)
        .split(', ')
        .toSorted(),
    ).toEqual(['others', 'theirs'])
    const twice = spotLink({ parameters: { S3OutputBucket: 'theirs', LambdaFunctionBucket: 'theirs' } })
    expect(refusedWith(answer(c, twice)).params.buckets).toBe('theirs')
  })

  test('is refused with the reason where the link cannot be trusted, and nothing is taken', () => {
    const c = sent().pass(50)
    const refusal = refusedWith(answer(c, spotLink({ query: 'region=eu-west-1' }), 'decided'))
    expect(refusal).toMatchObject({ code: 'link.refused', field: 'link' })
    expect(String(refusal.params.first)).toMatch(/eu-west-1/)
    expect(states(c)).toEqual(['1 sent'])
  })

  test('is taken without a word where every bucket is known', () => {
    const c = sent().pass(50)
    c.take(answer(c))
    expect(c.facts.linkDecision).toBeNull()
  })

  test('needs a decision in words where a bucket is not known, and keeps it', () => {
    const c = sent().pass(50)
    const link = spotLink({ parameters: { S3OutputBucket: 'somebody-elses' } })
    for (const decision of ['', '  ']) {
      expect(refusedWith(answer(c, link, decision))).toMatchObject({
        code: 'link.decision-missing',
        field: 'decision',
        params: { buckets: 'somebody-elses' },
      })
    }
    c.take(answer(c, link, ' Kim confirmed it by phone '))
    expect(c.facts.linkDecision).toBe('Kim confirmed it by phone')
    expect(c.activity.find((a) => a.what === 'submission.answered')?.params).toMatchObject({
      decision: 'Kim confirmed it by phone',
    })
  })
})
