import { describe, expect, test } from 'vitest'
import { shownFacts, usedFacts } from '../../../../../shared/domain/procedure/used-facts.ts'
import { ecoConnect } from '../../../../../shared/procedures/eco-connect.ts'
import { mspCurExtraction } from '../../../../../shared/procedures/msp-cur-extraction.ts'
import { makeFacts } from '../../../../support/facts.ts'
import { makeProcedure, makeStepOf } from '../../../../support/procedures.ts'

const WHO = ['mspAccountId', 'managementAccountId', 'orgIds', 'payerAccountId', 'payerKind', 'partition']

/** A procedure without questions, so that only its steps speak of facts. */
const stepsAlone = (own: Parameters<typeof makeStepOf>[1]) => {
  const procedure = makeProcedure([makeStepOf('a', own)])
  return { ...procedure, intake: { ...procedure.intake, questions: [] } }
}

describe('the facts that a procedure uses', () => {
  test.each([
    ['copies', { values: ['bucket'] }, ['bucket']],
    ['asks for', { enters: ['roleArns'] }, ['roleArns']],
    ['opens a gate by', { gate: [{ known: 'prefix' }, { not: { fact: 'region', is: 'x' } }] }, ['prefix', 'region']],
    [
      'branches by',
      { when: { any: [{ fact: 'cloud', is: 'aws' }, { all: [{ known: 'spotLink' }] }] } },
      ['cloud', 'spotLink'],
    ],
    ['does not speak of', { gate: [{ step: 'b' }], when: { passed: 'bucket.ready' } }, []],
  ] as const)('are those it %s', (_, own, facts) => {
    expect([...usedFacts(stepsAlone(own))]).toEqual(facts)
  })

  test('are also those that its intake asks', () => {
    const { questions } = ecoConnect.intake
    expect(questions.length).toBeGreaterThan(0)
    for (const { fact } of questions) expect(usedFacts(ecoConnect)).toContain(fact)
    expect([...usedFacts({ ...stepsAlone({}), intake: ecoConnect.intake })]).toEqual(questions.map((q) => q.fact))
  })
})

describe('the facts shown with a case', () => {
  test('are who it is about, and what its procedure uses', () => {
    expect(shownFacts(stepsAlone({}), makeFacts({ extractorStackName: null }))).toEqual(WHO)
    expect(shownFacts(stepsAlone({ values: ['bucket', 'roleArns'] }), makeFacts({ extractorStackName: null }))).toEqual(
      [...WHO, 'bucket', 'roleArns'],
    )
  })

  test('are also what was recorded for the case or its submission alone, wherever it comes from', () => {
    const own = makeFacts({ extractorStackName: null, cloud: 'aws', spotLink: 'https://x', bucket: 'b' })
    expect(
      shownFacts(stepsAlone({}), own)
        .filter((name) => !WHO.includes(name))
        .toSorted(),
    ).toEqual(['cloud', 'spotLink'])
  })

  test('of the MSP’s procedure hold all that the submission needs', () => {
    const shown = shownFacts(mspCurExtraction, makeFacts())
    for (const name of ['bucket', 'prefix', 'crawlerStackName', 'orgIds', 'managementAccountId'] as const) {
      expect(shown).toContain(name)
    }
    expect(shown).not.toContain('billingBucket')
  })
})
