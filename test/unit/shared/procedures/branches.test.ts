import { describe, expect, test } from 'vitest'
import type { Procedure } from '../../../../shared/domain/procedure/types.ts'
import { billingEngine } from '../../../../shared/procedures/billing-engine.ts'
import { cloudAnalyzerExisting } from '../../../../shared/procedures/cloud-analyzer-existing.ts'
import { cloudAnalyzerFirst } from '../../../../shared/procedures/cloud-analyzer-first.ts'
import { ecoConnect } from '../../../../shared/procedures/eco-connect.ts'
import { offboarding } from '../../../../shared/procedures/offboarding.ts'
import { ANSWERS, walk } from '../../../support/walk.ts'
import { refusedWith, WorkedCase } from '../../../support/worked-case.ts'

function caseIn(procedure: Procedure, facts: Readonly<Record<string, string>> = {}): WorkedCase {
  return new WorkedCase({ procedure, record: { facts } })
}

describe('Eco (003)', () => {
  test('without an MSP the customer sets up the report and chooses Done', () => {
    const eco = caseIn(ecoConnect, { managedByMsp: 'no' })
    expect(walk(eco)).toEqual([
      'wizard.start',
      'account.sign-in',
      'report.create',
      'bucket.hand-over',
      'template.open',
      'stack.create',
      'role-arn.hand-over',
      'finish.done',
      'finish.processed',
    ])
  })

  test('with an MSP steps 2 and 3 fall away, and it ends at Spot Support', () => {
    const eco = caseIn(ecoConnect, { managedByMsp: 'yes' })
    expect(walk(eco)).toEqual([
      'wizard.start',
      'account.sign-in',
      'template.open',
      'stack.create',
      'role-arn.hand-over',
      'finish.support',
      'finish.connected',
      'finish.processed',
    ])
    expect(eco.inStatus('not-applicable')).toEqual(['report.create', 'bucket.hand-over', 'finish.done'])
  })

  test('the 48 hours of data processing run from the connection, and end with Spot’s e-mail', () => {
    const eco = caseIn(ecoConnect, { managedByMsp: 'no' })
    eco.does('wizard.start', 'account.sign-in', 'report.create', 'bucket.hand-over', 'template.open', 'stack.create')
    eco.sets({ roleArns: ANSWERS.roleArns ?? '' }).does('role-arn.hand-over')
    expect(eco.case.waits).toEqual([])
    eco.take(eco.mark('finish.done', 'done', {}, '2026-11-16T08:00:00.000Z'))
    expect(eco.wait('data-processing')).toMatchObject({
      anchorAt: '2026-11-16T08:00:00.000Z',
      expectedHours: 48,
      metAt: null,
    })
    const unseen = eco.mark('finish.processed', 'done', { evidence: null })
    expect(refusedWith(unseen)).toMatchObject({ code: 'step.evidence-missing' })
    eco.pass(40).does('finish.processed')
    expect(eco.wait('data-processing').metAt).toBe(eco.now)
    expect(eco.case.record.state).toBe('done')
  })

  test('with an MSP they run from what Spot Support confirms, which has a wait of its own', () => {
    const eco = caseIn(ecoConnect, { managedByMsp: 'yes' })
    eco.does('wizard.start', 'account.sign-in', 'template.open', 'stack.create')
    eco.sets({ roleArns: ANSWERS.roleArns ?? '' }).does('role-arn.hand-over', 'finish.support')
    expect(eco.case.waits.map((w) => w.definition)).toEqual(['support-answer'])
    eco.pass(20).does('finish.connected')
    expect(eco.wait('support-answer').metAt).toBe(eco.now)
    expect(eco.wait('data-processing')).toMatchObject({ anchorAt: eco.now, metAt: null })
  })

  test('a role of another account than the customer’s management account is refused', () => {
    const eco = caseIn(ecoConnect, { managedByMsp: 'yes' })
    expect(() => eco.sets({ roleArns: 'arn:aws:iam::444455556666:role/SpotRole' })).toThrow('role-arn.other-account')
  })

  test('a wait of a branch that a changed answer leaves is over', () => {
    const eco = caseIn(ecoConnect, { managedByMsp: 'yes' })
    eco.does('wizard.start', 'account.sign-in', 'template.open', 'stack.create')
    eco.sets({ roleArns: ANSWERS.roleArns ?? '' }).does('role-arn.hand-over', 'finish.support')
    eco.sets({ managedByMsp: 'no' })
    expect(eco.wait('support-answer').cancelled).toMatchObject({ reason: 'no-longer-applies' })
    expect(eco.status('report.create')).toBe('todo')
    expect(eco.status('finish.support')).toBe('not-applicable')
  })

  test('a report cannot be made there under billing transfer', () => {
    const eco = new WorkedCase({
      procedure: ecoConnect,
      payer: { kind: 'transfer' },
      record: { facts: { managedByMsp: 'no' } },
    })
    eco.does('wizard.start', 'account.sign-in')
    expect(refusedWith(eco.mark('report.create'))).toMatchObject({ code: 'step.gate-shut' })
  })
})

describe('Cloud Analyzer for existing customers (000)', () => {
  test('has the report set up in either case, and ends at Done or at Spot Support', () => {
    const start = ['wizard.start', 'account.sign-in', 'account.billing-access', 'report.create', 'bucket.hand-over']
    const role = ['template.open', 'stack.create', 'role-arn.hand-over']
    expect(walk(caseIn(cloudAnalyzerExisting, { managedByMsp: 'no' }))).toEqual([
      ...start,
      ...role,
      'finish.done',
      'finish.processed',
    ])
    expect(walk(caseIn(cloudAnalyzerExisting, { managedByMsp: 'yes' }))).toEqual([
      ...start,
      ...role,
      'finish.support',
      'finish.connected',
      'finish.processed',
    ])
  })
})

describe('Cloud Analyzer, first registration (001)', () => {
  test('asks for AWS China first, then for products, report and roles', () => {
    const first = caseIn(cloudAnalyzerFirst)
    expect(walk(first)).toEqual([
      'wizard.start',
      'account.china',
      'account.sign-in',
      'account.billing-access',
      'products.choose',
      'report.create',
      'bucket.hand-over',
      'template.open',
      'stack.create',
      'role-arn.hand-over',
      'finish.processed',
    ])
    expect(first.facts.spotProducts).toBe('Cloud Analyzer,Ocean')
    expect(first.wait('data-processing').expectedHours).toBe(48)
  })

  test('takes several roles, each once and each in the management account', () => {
    const first = caseIn(cloudAnalyzerFirst)
    first.sets({
      roleArns:
        'arn:aws:iam::111122223333:role/SpotOcean,arn:aws:iam::111122223333:role/spot/Eco\narn:aws:iam::111122223333:role/SpotOcean',
    })
    expect(first.facts.roleArns).toBe(
      'arn:aws:iam::111122223333:role/SpotOcean,arn:aws:iam::111122223333:role/spot/Eco',
    )
    expect(() => first.sets({ roleArns: 'arn:aws:iam::111122223333:role/A arn:aws:iam::222222222222:role/B' })).toThrow(
      'role-arn.other-account',
    )
  })

  test('AWS China moves the region along, and wants roles and regions of its own partition', () => {
    const first = caseIn(cloudAnalyzerFirst)
    first.sets({ partition: 'aws-cn' })
    expect(first.facts).toMatchObject({ partition: 'aws-cn', region: 'cn-northwest-1' })
    expect(() => first.sets({ roleArns: ANSWERS.roleArns ?? '' })).toThrow('role-arn.other-partition')
    expect(() => first.sets({ region: 'us-east-1' })).toThrow('region.other-partition')
    first.sets({ region: 'cn-north-1', roleArns: 'arn:aws-cn:iam::111122223333:role/SpotRole' })
    first.sets({ partition: 'aws', region: 'eu-west-1' })
    expect(first.facts).toMatchObject({ partition: 'aws', region: 'eu-west-1' })
  })
})

describe('Billing Engine (002)', () => {
  test('a new Spot account gets a report of its own, and connects without waiting for its delivery', () => {
    const billing = caseIn(billingEngine, { cloud: 'aws', spotAccount: 'new' })
    const done = walk(billing)
    expect(done).toEqual([
      'report.sign-in',
      'report.content',
      'report.bucket',
      'report.delivery-options',
      'report.create',
      'wizard.sign-in',
      'wizard.report',
      'wizard.role',
      'account.connected',
      'report.delivered',
    ])
    expect(billing.wait('billing-delivery')).toMatchObject({ expectedHours: 24 })
    expect(billing.facts).toMatchObject({ billingPrefix: 'CUR', prefix: 'spotinst_eco', region: 'us-east-1' })
  })

  test('a report that exists already is only given to the wizard', () => {
    const billing = caseIn(billingEngine, { cloud: 'aws', spotAccount: 'new', billingReport: 'existing' })
    expect(walk(billing)).toEqual(['wizard.sign-in', 'wizard.report', 'wizard.role', 'account.connected'])
    expect(billing.case.waits).toEqual([])
  })

  test('an existing Spot customer only runs the IAM template again', () => {
    const billing = caseIn(billingEngine, { cloud: 'aws', spotAccount: 'existing' })
    expect(walk(billing)).toEqual(['existing.report', 'existing.role', 'account.connected'])
  })

  test.each(['azure', 'google'])('an account in %s ends in a ticket', (cloud) => {
    const billing = caseIn(billingEngine, { cloud })
    expect(walk(billing)).toEqual(['ticket.create', 'ticket.answered'])
    expect(billing.wait('ticket-answer').metAt).toBe(billing.now)
  })

  test('with nothing answered yet it is not taken for complete', () => {
    expect(caseIn(billingEngine).evaluation.complete).toBe(false)
  })
})

describe('Offboarding', () => {
  test('stops the extraction first, and nothing is cleared away before', () => {
    const off = caseIn(offboarding, { reportStillUsed: 'no', extractorStackName: 'SpotCurExtractor' })
    expect(off.inStatus('todo')).toEqual(['extraction.stop'])
    expect(walk(off)).toEqual([
      'extraction.stop',
      'spot.told',
      'crawler.unschedule',
      'notifications.noted',
      'crawler-stack.removed',
      'report.removed',
      'bucket.decided',
      'role.removed',
      'access.returned',
    ])
  })

  test('deletes the crawler stack only once the bucket’s notifications are written down', () => {
    const off = caseIn(offboarding, { reportStillUsed: 'no', extractorStackName: 'SpotCurExtractor' })
    off.does('extraction.stop', 'crawler.unschedule')
    expect(refusedWith(off.mark('crawler-stack.removed')).code).toBe('step.gate-shut')
    expect(refusedWith(off.mark('notifications.noted', 'done', { evidence: null })).code).toBe('step.evidence-missing')
    off.does('notifications.noted', 'crawler-stack.removed')
    expect(off.status('crawler-stack.removed')).toBe('done')
  })

  test('leaves report and crawler stack alone where others use them', () => {
    const off = caseIn(offboarding, { reportStillUsed: 'yes', extractorStackName: 'SpotCurExtractor' })
    expect(walk(off)).toEqual(['extraction.stop', 'spot.told', 'role.removed', 'access.returned'])
  })
})
