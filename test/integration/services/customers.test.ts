import { describe, expect, test } from 'vitest'
import { toBase64 } from '../../../shared/contract/base64.ts'
import { spotless } from '../../support/crawler-template-samples.ts'
import { type PracticeDesk, practiceDesk } from '../../support/practice-desk.ts'

const ACME = { name: 'Acme', managementAccountId: '111122223333', orgIds: '606606606606' }

async function withAcme(): Promise<PracticeDesk> {
  const desk = await practiceDesk('real')
  await desk.send('customer.add', ACME)
  return desk
}

/** Acme's case with its submission out. */
async function withSubmissionOut(): Promise<PracticeDesk> {
  const desk = await withAcme()
  await desk.send('case.open', { customer: 'Acme' })
  const of = { case: 'C-1' }
  const steps = ['report.sign-in', 'report.content', 'report.bucket', 'report.delivery-options', 'report.create']
  for (const step of [...steps, 'report.delivered']) {
    await desk.send('case.step', { ...of, step, to: 'done', evidence: 'seen' })
  }
  const base64 = toBase64(new TextEncoder().encode(spotless({ bucket: 'spotinst-cur-report-111122223333' })))
  await desk.send('case.crawler-file', { ...of, name: 'crawler-cfn.yml', base64 })
  await desk.send('case.step', { ...of, step: 'crawler-stack.name', to: 'done' })
  await desk.send('submission.export', { ...of, format: 'zip' })
  await desk.send('submission.sent', of)
  return desk
}

async function newest(desk: PracticeDesk) {
  const [customer] = (await desk.send('customer.list', { text: 'Acme' })).customers
  if (!customer) throw new Error('Acme is gone')
  return customer
}

describe('a management account', () => {
  test('belongs to one customer, however the second is to get it', async () => {
    const desk = await withAcme()
    const refused = await desk.refusal('customer.add', { ...ACME, name: 'Acme again' })
    expect(refused).toMatchObject({ code: 'customer.duplicate', field: 'managementAccountId' })

    const beta = await desk.send('customer.add', { ...ACME, name: 'Beta', managementAccountId: '444455556666' })
    const set = { managementAccountId: '1111 2222 3333' }
    expect(await desk.refusal('customer.set', { customer: beta.id, revision: beta.revision, set })).toMatchObject({
      code: 'customer.duplicate',
    })
    await desk.send('case.open', { customer: 'Beta' })
    expect(await desk.refusal('case.set', { case: 'C-1', facts: set })).toMatchObject({ code: 'customer.duplicate' })
    expect((await desk.send('case.get', { case: 'C-1' })).customer.managementAccountId).toBe('444455556666')
  })

  test('may be said again of the customer whose it is', async () => {
    const desk = await withAcme()
    const { id, revision } = await newest(desk)
    const set = { managementAccountId: '111122223333', notes: 'called' }
    expect((await desk.send('customer.set', { customer: id, revision, set })).notes).toBe('called')
  })
})

describe('a customer', () => {
  test('keeps on the record what was changed, as it was and as it is', async () => {
    const desk = await withAcme()
    const { id, revision } = await newest(desk)
    await desk.send('customer.set', {
      customer: id,
      revision,
      set: { name: 'Acme Foods', orgIds: '606606606606', notes: 'x' },
    })
    const [row] = (await desk.send('activity.list', { limit: 1 })).rows
    expect(row).toMatchObject({ what: 'customer.changed', sentence: 'Changed the customer: name, notes' })
  })

  test('whose values Spot holds in a submission keeps them until it is withdrawn', async () => {
    const desk = await withSubmissionOut()
    const { id, revision } = await newest(desk)
    for (const [field, set] of [
      ['orgIds', { orgIds: '707707707707' }],
      ['managementAccountId', { managementAccountId: '444455556666' }],
    ] as const) {
      const refused = await desk.refusal('customer.set', { customer: id, revision, set })
      expect(refused).toMatchObject({ code: 'customer.in-use', field })
      expect(refused.message).toContain('C-1')
    }
    await desk.send('customer.set', { customer: id, revision, set: { notes: 'they are patient' } })

    await desk.send('submission.withdraw', { case: 'C-1', reason: 'another organization' })
    const { revision: now } = await newest(desk)
    expect(
      await desk.send('customer.set', { customer: id, revision: now, set: { orgIds: '707707707707' } }),
    ).toMatchObject({
      orgIds: ['707707707707'],
    })
  })
})

describe('what is said a second time', () => {
  test.each([
    ['case.set', { facts: { prefix: 'spotinst_eco', extractorStackName: 'SpotCurExtractor' } }],
    ['case.describe', { notes: '', tags: [] }],
  ] as const)(
    '%s with the values that are there writes nothing, and nobody else’s window is out of date',
    async (name, input) => {
      const desk = await withAcme()
      const { revision } = await desk.send('case.open', { customer: 'Acme' })
      const before = await desk.send('activity.list', { limit: 1 })
      const again = await desk.send(name, { case: 'C-1', ...input } as never)
      expect(again).toMatchObject({ revision })
      expect(await desk.send('activity.list', { limit: 1 })).toEqual(before)
    },
  )
})
