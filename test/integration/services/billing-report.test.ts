import { expect, test } from 'vitest'
import { practiceDesk, stepOfView } from '../../support/practice-desk.ts'

const ACME = '111122223333'

test('Billing Engine’s report is made and checked as Redshift, beside the payer’s own', async () => {
  const desk = await practiceDesk()
  await desk.send('customer.add', { name: 'Acme', managementAccountId: ACME, orgIds: '606606606606' })
  const msp = await desk.send('case.open', { customer: 'Acme' })
  await desk.send('case.do', { case: msp.id, action: 'bucket.create', confirmed: true })
  await desk.send('case.do', { case: msp.id, action: 'report.create', confirmed: true })

  const billing = await desk.send('case.open', {
    customer: 'Acme',
    procedure: 'billing-engine',
    facts: {
      cloud: 'aws',
      spotAccount: 'new',
      billingReportName: 'spot-billing-engine',
      billingBucket: `spot-billing-engine-${ACME}`,
      billingRegion: 'eu-central-1',
      reportVersioning: 'new-versions',
    },
  })
  const plan = await desk.send('case.plan', { case: billing.id, action: 'report.create' })
  expect(plan.region).toBe('eu-central-1')
  expect(plan.changes.map((c) => `${c.what} ${c.value}`).join('\n')).toMatch(
    /Redshift.*textORcsv, GZIP, CREATE_NEW_REPORT/,
  )
  await desk.send('case.do', { case: billing.id, action: 'bucket.create', confirmed: true })
  const made = await desk.send('case.do', { case: billing.id, action: 'report.create', confirmed: true })
  expect(stepOfView(made, 'report.create').status).toBe('done')
  const [definition] = stepOfView(made, 'report.create').checks
  const lines = new Map(definition?.lines.map((l) => [l.label, l]))
  expect(lines.get('Data integration')).toMatchObject({ expected: 'Redshift', actual: 'Redshift', outcome: 'pass' })
  expect(lines.get('Versioning')).toMatchObject({ expected: 'CREATE_NEW_REPORT', outcome: 'pass' })
  expect(lines.get('Prefix')).toMatchObject({ expected: 'CUR', actual: 'CUR' })
  expect(made.waits.map((w) => w.definition)).toEqual(['billing-delivery'])
  // The delivery holds nothing up: the wizard comes next.
  expect(made.nextStepId).toBe('wizard.sign-in')

  await desk.pass(25)
  const delivered = await desk.send('case.check', { case: billing.id, step: 'report.delivered' })
  expect(stepOfView(delivered, 'report.delivered').status).toBe('done')
  const still = await desk.send('case.check', { case: msp.id, step: 'report.create' })
  expect(stepOfView(still, 'report.create').checks[0]?.outcome).toBe('pass')
})

test('the payer’s own report is refused as Billing Engine’s, with the reason', async () => {
  const desk = await practiceDesk()
  await desk.send('customer.add', { name: 'Acme', managementAccountId: ACME, orgIds: '606606606606' })
  const msp = await desk.send('case.open', { customer: 'Acme' })
  await desk.send('case.do', { case: msp.id, action: 'bucket.create', confirmed: true })
  await desk.send('case.do', { case: msp.id, action: 'report.create', confirmed: true })
  const billing = await desk.send('case.open', {
    customer: 'Acme',
    procedure: 'billing-engine',
    facts: {
      cloud: 'aws',
      spotAccount: 'new',
      billingReportName: 'spotinst-cur-report',
      billingBucket: `spotinst-cur-report-${ACME}`,
      billingRegion: 'us-east-1',
      reportVersioning: 'overwrite',
    },
  })
  expect(billing.advice.map((f) => f.code)).toContain('intake.one-report')
  const checked = await desk.send('case.check', { case: billing.id, step: 'report.create' })
  const [definition] = stepOfView(checked, 'report.create').checks
  expect(definition?.outcome).toBe('fail')
  expect(definition?.findings[0]).toMatchObject({ code: 'report.serves-another' })
})
