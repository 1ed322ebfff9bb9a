import { describe, expect, test } from 'vitest'
import { type PracticeDesk, practiceDesk, stepOfView } from '../../support/practice-desk.ts'

const ACME = '111122223333'
const SHARED = '444455556666'

async function withAcme(payer?: 'shared' | 'transfer'): Promise<PracticeDesk> {
  const desk = await practiceDesk()
  if (payer) await desk.send('payer.add', { accountId: SHARED, kind: payer })
  await desk.send('customer.add', {
    name: 'Acme',
    managementAccountId: ACME,
    orgIds: '606606606606',
    ...(payer ? { payer: SHARED } : {}),
  })
  return desk
}

test('every procedure is offered, in its newest version', async () => {
  const desk = await practiceDesk()
  const { procedures } = await desk.send('procedure.list', {})
  expect(procedures.map((p) => p.document).sort()).toEqual(expect.arrayContaining(['000', '001', '002', '003', '004']))
})

test('intake asks what payer and customer do not answer already, and explains the prerequisites', async () => {
  const desk = await withAcme()
  const intake = await desk.send('procedure.intake', { procedure: 'cloud-analyzer-existing', customer: 'acme' })
  expect(intake.questions.map((q) => [q.fact.name, q.required, q.fact.value])).toEqual([
    ['managedByMsp', true, null],
    ['accessHolder', false, null],
  ])
  expect(intake.questions[0]?.fact.options).toEqual([
    { value: 'yes', label: 'Yes' },
    { value: 'no', label: 'No' },
  ])
  expect(intake.explanations.map((e) => e.source)).toContain('000, prerequisites 1')
  expect((await desk.send('case.list', {})).total).toBe(0)
})

test('a question that only another answer raises is asked once that is given', async () => {
  const desk = await withAcme()
  const asked = async (facts: Record<string, string>) =>
    (await desk.send('procedure.intake', { procedure: 'billing-engine', customer: ACME, facts })).questions.map(
      (q) => q.fact.name,
    )
  expect(await asked({})).toEqual(['cloud'])
  expect(await asked({ cloud: 'azure' })).toEqual(['cloud'])
  expect(await asked({ cloud: 'aws' })).toEqual(['cloud', 'spotAccount'])
  expect(await asked({ cloud: 'aws', spotAccount: 'new' })).toEqual(['cloud', 'spotAccount', 'billingReport'])
})

test('without a needed answer no case is opened, and the refusal is the question', async () => {
  const desk = await withAcme()
  const refused = await desk.refusal('case.open', { customer: 'Acme', procedure: 'eco-connect' })
  expect(refused).toMatchObject({ code: 'intake.unanswered', field: 'managedByMsp' })
  expect(refused.message).toContain('managed by an MSP?')
  expect((await desk.send('case.list', {})).total).toBe(0)
  const opened = await desk.send('case.open', {
    customer: 'Acme',
    procedure: 'eco-connect',
    facts: { managedByMsp: 'Yes' },
  })
  expect(opened.procedure).toMatchObject({ id: 'eco-connect', version: 1, document: '003' })
  expect(stepOfView(opened, 'report.create').status).toBe('not-applicable')
})

test('an answer that is none of the choices is refused on its field', async () => {
  const desk = await withAcme()
  const refused = await desk.refusal('case.open', {
    customer: 'Acme',
    procedure: 'billing-engine',
    facts: { cloud: 'oracle' },
  })
  expect(refused).toMatchObject({ code: 'fact.not-a-choice', field: 'cloud' })
})

test('what one case of a customer has answered, the next is not asked again', async () => {
  const desk = await withAcme()
  await desk.send('case.open', {
    customer: 'Acme',
    procedure: 'eco-connect',
    facts: { managedByMsp: 'yes', accessHolder: 'customer' },
  })
  const second = await desk.send('case.open', { customer: 'Acme', procedure: 'cloud-analyzer-existing' })
  const facts = new Map(second.facts.map((f) => [f.name, f.value]))
  expect(facts.get('managedByMsp')).toBe('yes')
  expect(facts.get('accessHolder')).toBe('customer')
})

test('a region other than us-east-1 is advised against, and going on is on the record', async () => {
  const desk = await withAcme()
  const c = await desk.send('case.open', { customer: 'Acme', region: 'eu-west-1' })
  expect(c.advice).toContainEqual(expect.objectContaining({ code: 'region.not-us-east-1', level: 'warning' }))
  const { rows } = await desk.send('activity.list', { case: c.id })
  expect(rows.find((r) => r.what === 'advice.noted')?.sentence).toContain('eu-west-1')

  await desk.send('case.set', { case: c.id, facts: { prefix: 'other' } })
  await desk.send('case.set', { case: c.id, facts: { region: 'eu-central-1' } })
  const noted = (await desk.send('activity.list', { case: c.id })).rows.filter((r) => r.what === 'advice.noted')
  expect(noted).toHaveLength(2)
})

test('Billing Engine leaves the region to the user, and warns of no region', async () => {
  const desk = await withAcme()
  const c = await desk.send('case.open', {
    customer: 'Acme',
    procedure: 'billing-engine',
    region: 'eu-west-1',
    facts: { cloud: 'aws', spotAccount: 'new', billingRegion: 'ap-southeast-2' },
  })
  expect(c.advice.map((f) => f.code)).not.toContain('region.not-us-east-1')
  expect(stepOfView(c, 'report.create').action).not.toBeNull()
})

test('AWS China runs by hand: its own links, no checks, no advice on the region', async () => {
  const desk = await withAcme()
  const c = await desk.send('case.open', {
    customer: 'Acme',
    procedure: 'cloud-analyzer-first',
    facts: { partition: 'aws-cn' },
  })
  expect(c.payer).toMatchObject({ partition: 'aws-cn', region: 'cn-northwest-1' })
  expect(c.advice.map((f) => f.code)).toEqual(expect.arrayContaining(['aws.by-hand']))
  expect(c.advice.map((f) => f.code)).not.toContain('region.not-us-east-1')
  const links = c.steps.flatMap((s) => (s.link ? [s.link.url] : []))
  expect(links.filter((l) => l.includes('aws.amazon.com'))).toEqual([])
  expect(links.some((l) => l.includes('amazonaws.cn'))).toBe(true)
  expect(c.steps.flatMap((s) => s.checks)).toEqual([])
  expect(await desk.refusal('case.check', { case: c.id, step: 'report.create' })).toMatchObject({ code: 'aws.by-hand' })
})

test('under billing transfer the MSP procedure is refused, and the others are warned', async () => {
  const desk = await withAcme('transfer')
  expect(await desk.refusal('case.open', { customer: 'Acme' })).toMatchObject({ code: 'payer.transfer' })
  const eco = await desk.send('case.open', {
    customer: 'Acme',
    procedure: 'eco-connect',
    facts: { managedByMsp: 'yes' },
  })
  expect(eco.advice.map((f) => f.code)).toContain('intake.transfer')
})

test('the account to sign in to is the payer’s for the MSP, and the customer’s for its own connection', async () => {
  const desk = await withAcme('shared')
  const msp = await desk.send('case.open', { customer: 'Acme' })
  const eco = await desk.send('case.open', {
    customer: 'Acme',
    procedure: 'eco-connect',
    facts: { managedByMsp: 'yes' },
  })
  expect(msp.signIn?.accountId).toBe(SHARED)
  expect(eco.signIn?.accountId).toBe(ACME)
  expect(msp.advice.map((f) => f.code)).toContain('intake.shared-payer')
})

test('a message that a step asks for carries the case’s own values', async () => {
  const desk = await withAcme()
  const c = await desk.send('case.open', {
    customer: 'Acme',
    procedure: 'eco-connect',
    facts: { managedByMsp: 'yes', roleArns: `arn:aws:iam::${ACME}:role/SpotRole` },
  })
  const message = stepOfView(c, 'finish.support').message
  expect(message?.to).toBe('support@spot.io')
  for (const value of [ACME, '999900001111', '606606606606', `arn:aws:iam::${ACME}:role/SpotRole`, c.ref]) {
    expect(message?.text).toContain(value)
  }
})

describe('the intake of a customer that nobody has recorded', () => {
  const fresh = { name: 'Birch Dental', managementAccountId: '4444 5555 6666', orgIds: '606606606607' }
  const codes = (intake: { advice: readonly { code: string }[] }) => intake.advice.map((f) => f.code)

  test('asks and warns of what is typed so far, and keeps nothing', async () => {
    const desk = await withAcme()
    const intake = await desk.send('procedure.intake', {
      procedure: 'msp-cur-extraction',
      fresh: { ...fresh, orgIds: '444455556666', payerKind: 'shared', payerAccountId: '7777' },
      facts: { region: 'eu-west-1', accessHolder: 'nobody' },
    })
    expect(intake.questions.map((q) => q.fact.name)).toEqual(['payerKind', 'region', 'accessHolder'])
    expect(codes(intake)).toEqual(
      expect.arrayContaining([
        'intake.shared-payer',
        'region.not-us-east-1',
        'intake.access-nobody',
        'org-id.equals-account',
      ]),
    )
    expect(intake).toMatchObject({ refusal: null, brings: null })
    expect((await desk.send('customer.list', {})).total).toBe(1)
  })

  test('says beforehand what opening would refuse: billing transfer, and a question without an answer', async () => {
    const desk = await withAcme()
    const refusalOf = async (procedure: string, change: Record<string, string>) =>
      (await desk.send('procedure.intake', { procedure, fresh: { ...fresh, ...change } })).refusal?.code
    expect(await refusalOf('msp-cur-extraction', { payerKind: 'transfer' })).toBe('payer.transfer')
    expect(await refusalOf('eco-connect', {})).toBe('intake.unanswered')
    expect(await refusalOf('cloud-analyzer-first', {})).toBeUndefined()
  })

  test('of nobody in particular asks the questions alone', async () => {
    const desk = await withAcme()
    const intake = await desk.send('procedure.intake', { procedure: 'cloud-analyzer-first' })
    expect(intake.questions.map((q) => q.fact.name)).toEqual(['partition', 'accessHolder'])
  })
})

test('a second open case in a procedure is said to be refused before anybody asks for it', async () => {
  const desk = await withAcme()
  await desk.send('case.open', { customer: 'Acme' })
  const intake = await desk.send('procedure.intake', { procedure: 'msp-cur-extraction', customer: 'Acme' })
  expect(intake.refusal).toMatchObject({ code: 'case.open-already', message: expect.stringContaining('C-1') })
})

test('the intake of a shared payer says what is reused, from which case, and where the case starts', async () => {
  const desk = await withAcme('shared')
  await desk.send('case.open', { customer: 'Acme' })
  for (const step of ['report.sign-in', 'report.content', 'report.bucket', 'report.delivery-options']) {
    await desk.send('case.step', { case: 'C-1', step, to: 'done', evidence: 'Seen.' })
  }
  const payer = (await desk.send('payer.get', { payer: SHARED })).id
  const fresh = { name: 'Birch Dental', managementAccountId: '777788889999', orgIds: '', payer }
  const { brings } = await desk.send('procedure.intake', { procedure: 'msp-cur-extraction', fresh })
  expect(brings?.payer).toEqual({ id: payer, accountId: SHARED, kind: 'shared' })
  expect(brings?.values.map((v) => [v.name, v.value])).toEqual([
    ['reportName', 'spotinst-cur-report'],
    ['bucket', `spotinst-cur-report-${SHARED}`],
    ['prefix', 'spotinst_eco'],
    ['region', 'us-east-1'],
    ['crawlerStackName', 'SpotEcoStack'],
  ])
  expect(brings?.reuse).toMatchObject({ cases: 'C-1', startsAt: 'Review and create the report' })
  expect(brings?.reuse?.steps).toHaveLength(4)
  expect(brings?.crawlerFile).toBeNull()
  const elsewhere = { procedure: 'msp-cur-extraction', fresh, facts: { region: 'eu-west-1' } }
  const { refusal } = await desk.send('procedure.intake', elsewhere)
  expect(refusal).toMatchObject({ code: 'payer.touches-cases', message: expect.stringContaining('C-1') })
  const billing = await desk.send('procedure.intake', { procedure: 'billing-engine', fresh })
  expect(billing.brings).toBeNull()
})
