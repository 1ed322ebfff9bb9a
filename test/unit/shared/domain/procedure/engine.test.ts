import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allSteps, dependentsOf, endsWait, stepOf } from '../../../../../shared/domain/procedure/engine.ts'
import type { Condition } from '../../../../../shared/domain/procedure/types.ts'
import { mspCurExtraction } from '../../../../../shared/procedures/msp-cur-extraction.ts'
import { inARow, makeProcedure, makeStepOf } from '../../../../support/procedures.ts'
import { WorkedCase } from '../../../../support/worked-case.ts'

describe('a gate', () => {
  test('is shut until everything in it holds, and says what it waits for', () => {
    const both = makeStepOf('b', { gate: [{ step: 'a' }, { known: 'accountList' }] })
    const c = new WorkedCase({ procedure: makeProcedure([makeStepOf('a'), both]) })
    const b = () => c.evaluation.steps[1]
    expect(b()).toMatchObject({ status: 'locked', waitsFor: [{ step: 'a' }, { known: 'accountList' }] })
    c.does('a')
    expect(b()).toMatchObject({ status: 'locked', waitsFor: [{ known: 'accountList' }] })
    c.sets({ accountList: '' })
    expect(b()).toMatchObject({ status: 'todo', waitsFor: [] })
  })

  test('that shuts again does not undo what was done', () => {
    const list = makeStepOf('a', { gate: [{ fact: 'accountList', is: '' }] })
    const c = new WorkedCase({
      procedure: makeProcedure([list, makeStepOf('b')]),
      record: { facts: { accountList: '' } },
    })
    c.does('a').sets({ accountList: '111122223333' })
    expect(c.evaluation.steps[0]).toMatchObject({ status: 'done', waitsFor: [{ fact: 'accountList' }] })
  })
})

describe('the next step', () => {
  test('is the first that can be done', () => {
    const c = new WorkedCase({ procedure: makeProcedure(inARow('a', 'b', 'c')) })
    expect(c.evaluation.next?.step.id).toBe('a')
    expect(c.does('a').evaluation.next?.step.id).toBe('b')
  })

  test('is work before waiting, even where the waiting comes first', () => {
    const wait = makeStepOf('wait', { kind: 'wait' })
    const c = new WorkedCase({ procedure: makeProcedure([wait], inARow('work')) })
    expect(c.evaluation.next?.step.id).toBe('work')
    expect(c.does('work').evaluation.next?.step.id).toBe('wait')
  })

  test('passes by what is blocked', () => {
    const c = new WorkedCase({ procedure: makeProcedure([makeStepOf('a'), makeStepOf('b')]) })
    c.take(c.mark('a', 'block'))
    expect(c.evaluation.next?.step.id).toBe('b')
  })

  test('is one whose gate waits only for the value that it enters itself', () => {
    const enter = makeStepOf('enter', { kind: 'decide', enters: ['accountList'], gate: [{ known: 'accountList' }] })
    const c = new WorkedCase({ procedure: makeProcedure([enter, makeStepOf('b')]) })
    expect(c.evaluation.next).toMatchObject({ step: { id: 'enter' }, status: 'locked' })
  })

  test.each<[string, readonly Condition[], boolean]>([
    ['a value it enters', [{ known: 'accountList' }], true],
    ['a value it enters to be another', [{ fact: 'accountList', is: 'x' }], true],
    ['that it be not', [{ not: { fact: 'accountList', is: '' } }, { known: 'accountList' }], true],
    ['all of what it enters', [{ all: [{ known: 'accountList' }, { known: 'roleArns' }] }], true],
    ['one of two that it enters', [{ any: [{ known: 'accountList' }, { known: 'spotLink' }] }], true],
    ['a value of another step', [{ known: 'spotLink' }], false],
    ['a value of another step to be another', [{ fact: 'spotLink', is: 'x' }], false],
    ['that another be not', [{ not: { fact: 'bucket', is: 'spotinst-cur-report-111122223333' } }], false],
    ['more than it enters', [{ all: [{ known: 'accountList' }, { known: 'spotLink' }] }], false],
    ['one of two that it does not enter', [{ any: [{ known: 'linkDecision' }, { known: 'spotLink' }] }], false],
    ['its own value and another’s', [{ known: 'accountList' }, { known: 'spotLink' }], false],
    ['something that is no value', [{ passed: 'bucket.ready' }], false],
  ])('whose gate waits for %s: it can be worked on: %s', (_, gate, can) => {
    const enter = makeStepOf('enter', { kind: 'decide', enters: ['accountList', 'roleArns'], gate })
    const c = new WorkedCase({ procedure: makeProcedure([enter]) })
    expect(c.evaluation.steps[0]?.status).toBe('locked')
    expect(c.evaluation.next?.step.id ?? null).toBe(can ? 'enter' : null)
  })

  test('is none where everything waits for something else', () => {
    const gated = makeStepOf('a', { gate: [{ submission: 'answered' }] })
    const c = new WorkedCase({ procedure: makeProcedure([gated]) })
    expect(c.evaluation).toMatchObject({ next: null, phaseId: 'phase-1', complete: false })
  })

  test('is none once all is settled', () => {
    const c = new WorkedCase({ procedure: makeProcedure(inARow('a'), inARow('b')) }).does('a')
    expect(c.evaluation).toMatchObject({ phaseId: 'phase-2', complete: false })
    c.take(c.mark('b', 'skip'))
    expect(c.evaluation).toMatchObject({ next: null, phaseId: null, complete: true })
  })
})

describe('a branch', () => {
  const shared = makeStepOf('shared', { when: { fact: 'payerKind', is: 'shared' } })
  const procedure = makeProcedure([shared, makeStepOf('b', { gate: [{ step: 'shared' }] })])

  test('that does not apply is no step to do, and opens the gates behind it', () => {
    const c = new WorkedCase({ procedure })
    expect(c.status('shared')).toBe('not-applicable')
    expect(c.status('b')).toBe('todo')
    expect(c.does('b').case.record.state).toBe('done')
  })

  test('applies as soon as the fact says so', () => {
    const c = new WorkedCase({ procedure, payer: { kind: 'shared' } })
    expect(c.inStatus('todo')).toEqual(['shared'])
    expect(c.status('b')).toBe('locked')
  })

  test('can hang on a branch that does not apply itself', () => {
    const after = makeStepOf('after', { when: { not: { step: 'shared' } } })
    const c = new WorkedCase({ procedure: makeProcedure([shared, after]) })
    expect(c.status('after')).toBe('not-applicable')
  })
})

describe('what depends on a step', () => {
  const procedure = makeProcedure(inARow('a', 'b'), [
    makeStepOf('c', { gate: [{ any: [{ step: 'b' }, { known: 'bucket' }] }] }),
    makeStepOf('d', { gate: [{ not: { step: 'x' } }] }),
    makeStepOf('e', { gate: [{ step: 'c' }] }),
  ])

  test.each([
    ['a', ['b', 'c', 'e']],
    ['b', ['c', 'e']],
    ['c', ['e']],
    ['d', []],
    ['e', []],
  ])('%s', (id, dependents) => {
    expect(dependentsOf(procedure, id)).toEqual(dependents)
  })

  test('on the sign-in is what is made on AWS', () => {
    const dependents = dependentsOf(mspCurExtraction, 'report.sign-in')
    expect(dependents).toEqual(expect.arrayContaining(['report.create', 'report.delivered', 'extractor.create']))
    expect(dependents).not.toContain('report.sign-in')
  })
})

test('a step that the procedure does not have is none', () => {
  expect(stepOf(mspCurExtraction, 'report.create')?.id).toBe('report.create')
  expect(stepOf(mspCurExtraction, 'constructor')).toBeNull()
})

test('whatever is done in whatever order, the case is somewhere: next, waiting, or complete', () => {
  const ids = allSteps(mspCurExtraction).map((s) => s.id)
  const marks = fc.array(
    fc.tuple(fc.constantFrom(...ids), fc.constantFrom('done', 'skip', 'block', 'reopen'), fc.nat(50)),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(marks, (all) => {
      const c = new WorkedCase().changes(() => {})
      for (const [id, to, hours] of all) {
        const decided = c.pass(hours).mark(id, to)
        if (!('refused' in decided)) c.take(decided)
      }
      const { steps, next, complete } = c.evaluation
      const settled = steps.filter((s) => s.status === 'done' || s.status === 'not-applicable').length
      expect(complete).toBe(settled === steps.length)
      expect(c.case.record.summary).toMatchObject({ stepsDone: settled, stepsTotal: steps.length })
      expect(c.case.record.state === 'done').toBe(complete)
      if (next) expect(['todo', 'locked']).toContain(next.status)
      // At most one wait of each kind is running, whatever was reopened.
      for (const { id } of mspCurExtraction.waits) {
        const running = c.case.waits.filter((w) => w.definition === id && w.metAt === null && w.cancelled === null)
        expect(running.length).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: 200 },
  )
})

test('a step ends the wait that doing it meets, and no other', () => {
  const ending = (definition: string) =>
    allSteps(mspCurExtraction).flatMap((step) => (endsWait(step, definition) ? [step.id] : []))
  expect(ending('report-delivery')).toEqual(['report.delivered'])
  expect(ending('of-nobody')).toEqual([])
  const both = makeStepOf('both', { effects: [{ startWait: 'next' }, { meetWait: 'last' }] })
  expect([endsWait(both, 'last'), endsWait(both, 'next'), endsWait(makeStepOf('none'), 'last')]).toEqual([
    true,
    false,
    false,
  ])
})
