import { expect, test } from 'vitest'
import { branchesOf, decidedBy } from '../../../../../shared/domain/procedure/branches.ts'
import { situationOf, stepOf } from '../../../../../shared/domain/procedure/engine.ts'
import type { Condition, Procedure } from '../../../../../shared/domain/procedure/types.ts'
import { billingEngine } from '../../../../../shared/procedures/billing-engine.ts'
import { cloudAnalyzerExisting } from '../../../../../shared/procedures/cloud-analyzer-existing.ts'
import { ecoConnect } from '../../../../../shared/procedures/eco-connect.ts'
import { mspCurExtraction } from '../../../../../shared/procedures/msp-cur-extraction.ts'
import { offboarding } from '../../../../../shared/procedures/offboarding.ts'
import { branchSentence, fallsAwaySentence } from '../../../../../shared/text/branches.ts'
import { WorkedCase } from '../../../../support/worked-case.ts'

type Facts = Readonly<Record<string, string>>

function situationIn(procedure: Procedure, facts: Facts) {
  const worked = new WorkedCase({ procedure, record: { facts } })
  return situationOf(procedure, worked.case, worked.facts)
}

function told(procedure: Procedure, facts: Facts) {
  return branchesOf(procedure, situationIn(procedure, facts)).flatMap((b) => branchSentence(procedure, b) ?? [])
}

function why(procedure: Procedure, stepId: string, facts: Facts) {
  const when = stepOf(procedure, stepId)?.when
  return when ? fallsAwaySentence(procedure, decidedBy(when, situationIn(procedure, facts))) : undefined
}

test('a case tells the answers that its way hangs on', () => {
  expect(told(mspCurExtraction, { accessHolder: 'msp' })).toEqual([])
  expect(told(ecoConnect, { managedByMsp: 'yes' })).toEqual([
    'Because an MSP manages the account, the MSP makes the report in its own procedure, and the connection ends with Spot Support.',
  ])
  expect(told(cloudAnalyzerExisting, { managedByMsp: 'yes' })).toEqual([
    'Because an MSP manages the account, the connection ends with Spot Support, not in the wizard.',
  ])
  expect(told(billingEngine, { cloud: 'aws', spotAccount: 'new', billingReport: 'existing' })).toEqual([
    'Because the customer is new at Spot, Billing Engine’s wizard is gone through as a whole.',
    'Because a report for Billing Engine exists already, none is made, and the wizard is given the one that delivers.',
  ])
})

test('an answer to a question that is not asked any more is not told', () => {
  expect(told(billingEngine, { cloud: 'google', spotAccount: 'existing', billingReport: 'existing' })).toEqual([
    'Because the account is one of Google Cloud, Spot connects it after a support ticket.',
  ])
})

test.each([
  ['the ticket, on AWS', billingEngine, 'ticket.create', { cloud: 'aws' }, 'the account is one of AWS'],
  ['the report, on Azure', billingEngine, 'report.content', { cloud: 'azure' }, 'the account is one of Azure'],
  [
    'the report, where one exists',
    billingEngine,
    'report.content',
    { cloud: 'aws', spotAccount: 'new', billingReport: 'existing' },
    'a report for Billing Engine exists already',
  ],
  [
    'the wizard’s report, for who uses Spot already',
    billingEngine,
    'wizard.report',
    { cloud: 'aws', spotAccount: 'existing' },
    'the customer uses Spot already',
  ],
  [
    'the second run of the template, for who is new',
    billingEngine,
    'existing.role',
    { cloud: 'aws', spotAccount: 'new' },
    'the customer is new at Spot',
  ],
  [
    'the bucket, still used',
    offboarding,
    'bucket.decided',
    { reportStillUsed: 'yes' },
    'others still use the payer’s report',
  ],
] as const)('%s: a step that falls away says because of which answer', (_, procedure, step, facts, because) => {
  expect(why(procedure, step, facts)).toBe(`This step falls away because ${because}.`)
})

test('a step that applies, or whose answer is missing, gives no reason', () => {
  expect(why(ecoConnect, 'report.create', { managedByMsp: 'no' })).toBeNull()
  expect(why(ecoConnect, 'report.create', {})).toBeNull()
})

test('AWS China is told in every procedure, once, and before all else', () => {
  const worked = (procedure: Procedure, facts: Facts) => {
    const c = new WorkedCase({ procedure, payer: { partition: 'aws-cn', region: 'cn-north-1' }, record: { facts } })
    return branchesOf(procedure, situationOf(procedure, c.case, c.facts))
  }
  expect(worked(mspCurExtraction, {})).toEqual([{ fact: 'partition', value: 'aws-cn' }])
  expect(worked(ecoConnect, { managedByMsp: 'yes' })).toEqual([
    { fact: 'partition', value: 'aws-cn' },
    { fact: 'managedByMsp', value: 'yes' },
  ])
  for (const procedure of [billingEngine, cloudAnalyzerExisting, offboarding]) {
    expect(worked(procedure, {}).filter(({ fact }) => fact === 'partition')).toHaveLength(1)
  }
})

test('a condition is decided by the first fact that stands in its way, where one does', () => {
  const situation = situationIn(ecoConnect, { cloud: 'aws' })
  const by = (when: Condition) => decidedBy(when, situation)
  expect(by({ known: 'cloud' })).toBeNull()
  expect(by({ fact: 'cloud', is: 'azure' })).toEqual({ fact: 'cloud', value: 'aws' })
  expect(by({ not: { known: 'cloud' } })).toEqual({ fact: 'cloud', value: 'aws' })
  expect(by({ any: [{ fact: 'cloud', is: 'azure' }, { known: 'roleArns' }] })).toEqual({ fact: 'cloud', value: 'aws' })
  expect(by({ all: [{ known: 'cloud' }, { all: [{ fact: 'cloud', is: ['azure', 'google'] }] }] })).toEqual({
    fact: 'cloud',
    value: 'aws',
  })
  // What is not known yet, or is no fact at all, is no answer.
  expect(by({ known: 'roleArns' })).toBeNull()
  expect(by({ passed: 'bucket.ready' })).toBeNull()
})
