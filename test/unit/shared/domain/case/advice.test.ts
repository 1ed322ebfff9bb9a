import { describe, expect, test } from 'vitest'
import { adviceFor } from '../../../../../shared/domain/case/advice.ts'
import { billingEngine } from '../../../../../shared/procedures/billing-engine.ts'
import { ecoConnect } from '../../../../../shared/procedures/eco-connect.ts'
import { offboarding } from '../../../../../shared/procedures/offboarding.ts'
import { type CaseOptions, WorkedCase } from '../../../../support/worked-case.ts'

function adviceOn(options: CaseOptions): readonly string[] {
  const worked = new WorkedCase(options)
  return adviceFor(worked.case, worked.procedure, worked.facts).map((f) => `${f.level} ${f.code} ${f.field}`)
}

const known = { record: { facts: { accessHolder: 'msp' } } }

describe('advice on the facts of a case', () => {
  test('is silent where all is as the documents have it', () => {
    expect(adviceOn(known)).toEqual([])
  })

  test.each<[string, CaseOptions]>([
    ['warning region.not-us-east-1 region', { payer: { region: 'eu-west-1' } }],
    ['info intake.shared-payer payerKind', { payer: { kind: 'shared', accountId: '444455556666' } }],
    ['warning intake.transfer payerKind', { payer: { kind: 'transfer' } }],
    ['warning intake.dedicated-elsewhere payerKind', { payer: { accountId: '444455556666' } }],
    ['warning intake.bucket-taken bucket', { payer: { bucket: 'spotinst-cur-report' } }],
    ['info intake.access-unknown accessHolder', { record: { facts: {} } }],
    ['info intake.access-customer accessHolder', { record: { facts: { accessHolder: 'customer' } } }],
    ['warning intake.access-nobody accessHolder', { record: { facts: { accessHolder: 'nobody' } } }],
    ['warning intake.org-ids-missing orgIds', { customer: { orgIds: [] } }],
    ['warning org-id.equals-account orgIds', { customer: { orgIds: ['111122223333'] } }],
  ])('says %s', (advice, options) => {
    expect(adviceOn({ ...known, ...options })).toContain(advice)
  })

  test('holds the rule of us-east-1 neither against Billing Engine nor against AWS China', () => {
    const free = adviceOn({ procedure: billingEngine, payer: { region: 'eu-west-1' } })
    expect(free.filter((a) => a.includes('region'))).toEqual([])
    const china = adviceOn({ ...known, payer: { region: 'cn-north-1', partition: 'aws-cn' } })
    expect(china).toEqual(['info aws.by-hand partition'])
  })

  test('says that a customer on a shared payer is managed by the MSP, whatever was answered', () => {
    const eco = { procedure: ecoConnect, payer: { kind: 'shared', accountId: '444455556666' } } as const
    const said = adviceOn({ ...eco, record: { facts: { managedByMsp: 'no', accessHolder: 'msp' } } })
    expect(said).toEqual(['warning intake.shared-not-managed managedByMsp'])
    expect(adviceOn({ ...eco, record: { facts: { managedByMsp: 'yes', accessHolder: 'msp' } } })).toEqual([])
  })

  test('warns before a shared payer’s report is taken down', () => {
    const facts = { reportStillUsed: 'no' }
    const payer = { kind: 'shared', accountId: '444455556666' } as const
    expect(adviceOn({ procedure: offboarding, payer, record: { facts } })).toContain(
      'warning intake.shared-taken-down reportStillUsed',
    )
    expect(adviceOn({ procedure: offboarding, record: { facts } })).toEqual([])
  })

  test('warns of one report for both kinds of procedure', () => {
    const facts = { cloud: 'aws', spotAccount: 'new', billingReportName: 'spotinst-cur-report' }
    expect(adviceOn({ procedure: billingEngine, record: { facts } })).toEqual([
      'warning intake.one-report billingReportName',
    ])
  })
})

describe('advice that a changed fact gives rise to', () => {
  test('is recorded once, when it comes up', () => {
    const worked = new WorkedCase(known)
    const noted = () => worked.recorded.filter((what) => what === 'advice.noted').length
    worked.sets({ prefix: 'other' })
    expect(noted()).toBe(0)
    worked.sets({ region: 'eu-west-1' }).sets({ prefix: 'another' })
    expect(noted()).toBe(1)
    worked.sets({ region: 'eu-central-1' })
    expect(noted()).toBe(2)
    worked.sets({ region: 'us-east-1' })
    expect(noted()).toBe(2)
  })
})
