import { beforeEach, describe, expect, test } from 'vitest'
import { deliver, linkWithAthena } from '../../support/msp-walk.ts'
import { type PracticeDesk, practiceDesk, stepOfView } from '../../support/practice-desk.ts'

const PAYER = '333300000000'

let desk: PracticeDesk

beforeEach(async () => {
  desk = await practiceDesk()
  await desk.send('payer.add', { accountId: PAYER, kind: 'shared' })
  await addCustomer('Acme', '111122223333')
  await addCustomer('Beta', '444455556666')
})

async function addCustomer(name: string, managementAccountId: string): Promise<void> {
  await desk.send('customer.add', { name, managementAccountId, orgIds: '606606606606', payer: PAYER })
}

describe('a second customer on a payer', () => {
  test('starts at its own submission: report, file and stack are verified anew by check', async () => {
    const first = await desk.send('case.open', { customer: 'Acme' })
    await deliver(desk, first.id)
    await linkWithAthena(desk, first.id)
    const second = await desk.send('case.open', { customer: 'Beta' })
    expect(second.nextStepId).toBe('submission.send')
    expect(second.waits).toEqual([])
    expect(second.reusable).toBeNull()
    const evidence = stepOfView(second, 'crawler-stack.create').record?.evidence?.text
    expect(evidence).toContain(`Done in ${first.ref} by Ana`)
    expect(evidence).toMatch(/verified anew on .* by check, as account 333300000000\./)
    expect(stepOfView(second, 'report.create').checks[0]).toMatchObject({ outcome: 'pass' })
    // The submission is the customer's own, with its own IDs.
    const preflight = await desk.send('submission.preflight', { case: second.id })
    expect(preflight.items.find((i) => i.field === 'managementAccountId')?.value).toBe('444455556666')
    expect(preflight.ready).toBe(true)
    const { rows } = await desk.send('activity.list', { case: second.id })
    expect(rows.find((r) => r.what === 'steps.reused')?.sentence).toContain(`Took over from ${first.ref}`)
  })

  test('while AWS has not delivered yet waits along, from when the report was created', async () => {
    const first = await desk.send('case.open', { customer: 'Acme' })
    await desk.send('case.do', { case: first.id, action: 'bucket.create', confirmed: true })
    const created = await desk.send('case.do', { case: first.id, action: 'report.create', confirmed: true })
    await desk.pass(3)
    const second = await desk.send('case.open', { customer: 'Beta' })
    expect(stepOfView(second, 'report.create').status).toBe('done')
    expect(stepOfView(second, 'report.delivered').status).toBe('todo')
    expect(second.waits.map((w) => [w.definition, w.anchorAt, w.state])).toEqual([
      ['report-delivery', created.waits[0]?.anchorAt, 'waiting'],
    ])
  })

  test('takes over nothing that AWS does not show any more', async () => {
    const first = await desk.send('case.open', { customer: 'Acme' })
    await deliver(desk, first.id)
    // Somebody says it by hand, but the stack is not there.
    await desk.send('case.do', { case: first.id, action: 'crawler-file.download', confirmed: true })
    await desk.send('case.step', { case: first.id, step: 'crawler-stack.name', to: 'done' })
    await desk.send('case.step', { case: first.id, step: 'crawler-stack.create', to: 'done' })
    const second = await desk.send('case.open', { customer: 'Beta' })
    expect(stepOfView(second, 'report.delivered').status).toBe('done')
    expect(stepOfView(second, 'crawler-stack.create').status).toBe('todo')
    expect(second.reusable).toEqual({ cases: [first.ref], steps: [stepOfView(second, 'crawler-stack.create').title] })
    const refused = await desk.refusal('case.reuse', { case: second.id })
    expect(refused).toMatchObject({ code: 'reuse.not-verified' })
    const looked = await desk.send('case.get', { case: second.id })
    expect(stepOfView(looked, 'crawler-stack.create').checks.map((c) => c.outcome)).toContain('fail')
  })

  test('takes over by hand only with what was seen', async () => {
    const first = await desk.send('case.open', { customer: 'Acme' })
    await desk.send('case.step', { case: first.id, step: 'report.sign-in', to: 'done' })
    await desk.send('case.step', { case: first.id, step: 'report.content', to: 'done' })
    const second = await desk.send('case.open', { customer: 'Beta' })
    const unsaid = await desk.refusal('case.reuse', { case: second.id, evidence: ' ' })
    expect(unsaid).toMatchObject({ code: 'reuse.evidence-missing', field: 'evidence' })
    const taken = await desk.send('case.reuse', { case: second.id, evidence: 'The report is in the list.' })
    expect(stepOfView(taken, 'report.content').record?.evidence?.text).toMatch(/by hand: The report is in the list\.$/)
    expect(await desk.refusal('case.reuse', { case: second.id, evidence: 'again' })).toMatchObject({
      code: 'reuse.nothing',
    })
  })

  test('on a payer of its own takes over nothing', async () => {
    await desk.send('customer.add', { name: 'Gamma', managementAccountId: '777788889999', orgIds: '606606606607' })
    const first = await desk.send('case.open', { customer: 'Acme' })
    await deliver(desk, first.id)
    const alone = await desk.send('case.open', { customer: 'Gamma' })
    expect(alone.nextStepId).toBe('report.sign-in')
    expect(alone.reusable).toBeNull()
  })
})

describe('a change of the payer’s facts', () => {
  test('shows every case that it touches, and how', async () => {
    const acme = await desk.send('case.open', { customer: 'Acme' })
    const beta = await desk.send('case.open', { customer: 'Beta' })
    await desk.send('case.open', { customer: 'Beta', procedure: 'eco-connect', facts: { managedByMsp: 'yes' } })
    const impact = await desk.send('payer.impact', { payer: PAYER, set: { crawlerStackName: 'OtherStack' } })
    expect(impact.fields).toEqual(['Stack name'])
    // Eco knows of no crawler stack, so it is not touched.
    expect(impact.cases.map((c) => c.case.ref)).toEqual([acme.ref, beta.ref])
    expect(impact.cases[0]?.effect).toContain('Stack name')
    const none = await desk.send('payer.impact', { payer: PAYER, set: { crawlerStackName: 'SpotEcoStack' } })
    expect(none).toMatchObject({ fields: [], cases: [] })
  })

  test('from a case is asked back where it touches another one, and made once it is meant', async () => {
    const acme = await desk.send('case.open', { customer: 'Acme' })
    const alone = await desk.send('case.set', { case: acme.id, facts: { bucket: 'first-bucket' } })
    expect(alone.payer.bucket).toBe('first-bucket')
    const beta = await desk.send('case.open', { customer: 'Beta' })
    const refused = await desk.refusal('case.set', { case: acme.id, facts: { bucket: 'other-bucket' } })
    expect(refused).toMatchObject({ code: 'payer.touches-cases', field: 'bucket' })
    expect(refused.message).toContain(`${beta.ref} (Beta)`)
    expect((await desk.send('case.get', { case: beta.id })).payer.bucket).toBe('first-bucket')
    await desk.send('case.set', { case: acme.id, facts: { bucket: 'other-bucket' }, confirmed: true })
    expect((await desk.send('case.get', { case: beta.id })).payer.bucket).toBe('other-bucket')
    // A fact of the case itself touches nobody else.
    await desk.send('case.set', { case: acme.id, facts: { extractorStackName: 'Mine' } })
  })

  test('at the payer asks where two cases or more are touched, and moves what is next in them', async () => {
    const acme = await desk.send('case.open', { customer: 'Acme' })
    const beta = await desk.send('case.open', { customer: 'Beta' })
    for (const c of [acme, beta]) await desk.send('case.step', { case: c.id, step: 'report.sign-in', to: 'done' })
    const [payer] = (await desk.send('payer.list', {})).payers
    if (!payer) throw new Error('no payer')
    const change = { payer: payer.id, revision: payer.revision, set: { kind: 'transfer' as const } }
    expect(await desk.refusal('payer.set', change)).toMatchObject({ code: 'payer.touches-cases' })
    await desk.send('payer.set', { ...change, confirmed: true })
    const { rows } = await desk.send('case.list', {})
    // Under billing transfer the report cannot be made: nothing of the report is next any more.
    expect(rows.map((r) => r.summary.nextStep)).not.toContain('report.content')
  })

  test('when a case is opened is asked back as well', async () => {
    await desk.send('case.open', { customer: 'Acme' })
    const opening = { customer: 'Beta', bucket: 'other-bucket' }
    expect(await desk.refusal('case.open', opening)).toMatchObject({ code: 'payer.touches-cases' })
    expect((await desk.send('case.list', {})).total).toBe(1)
    const opened = await desk.send('case.open', { ...opening, confirmed: true })
    expect(opened.payer.bucket).toBe('other-bucket')
  })

  test('is refused beneath a submission that Spot has, also when it is meant', async () => {
    const acme = await desk.send('case.open', { customer: 'Acme' })
    await deliver(desk, acme.id)
    await linkWithAthena(desk, acme.id)
    await desk.send('submission.export', { case: acme.id, format: 'folder', out: desk.folder })
    await desk.send('submission.sent', { case: acme.id })
    const beta = await desk.send('case.open', { customer: 'Beta' })
    const refused = await desk.refusal('case.set', { case: beta.id, facts: { prefix: 'other' }, confirmed: true })
    expect(refused).toMatchObject({ code: 'payer.in-use' })
    const impact = await desk.send('payer.impact', { payer: PAYER, set: { prefix: 'other' } })
    expect(impact.cases.map((c) => [c.case.ref, c.held])).toEqual([
      [acme.ref, true],
      [beta.ref, false],
    ])
  })
})
