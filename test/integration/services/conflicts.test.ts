import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { toBase64 } from '../../../shared/contract/base64.ts'
import { crawlerTemplate, savedInstead } from '../../support/crawler-template-samples.ts'
import { type PracticeDesk, practiceDesk, stepOfView } from '../../support/practice-desk.ts'

const base64 = (text: string) => toBase64(new TextEncoder().encode(text))
const of = { case: 'C-1' }

async function withCase(): Promise<PracticeDesk> {
  const desk = await practiceDesk('real')
  await desk.send('customer.add', { name: 'Acme', managementAccountId: '111122223333', orgIds: '606606606606' })
  await desk.send('case.open', { customer: 'Acme' })
  return desk
}

async function lastPlace(desk: PracticeDesk): Promise<number | undefined> {
  return (await desk.send('activity.list', { limit: 1 })).rows[0]?.sequence
}

describe('two windows on one case', () => {
  test('the second to write is told, loses nothing of the first, and can go on from what is there', async () => {
    const desk = await withCase()
    const { revision } = await desk.send('case.get', of)
    const first = await desk.send('case.set', { ...of, revision, facts: { prefix: 'first' } })
    expect(first.revision).toBeGreaterThan(revision)

    const refused = await desk.refusal('case.set', { ...of, revision, facts: { prefix: 'second', accountList: '' } })
    expect(refused).toMatchObject({
      code: 'conflict.revision',
      params: { by: 'Ana', values: [{ field: 'prefix', yours: 'second', theirs: 'first' }] },
    })
    expect(refused.message).toContain('prefix: it is “first” now, you want “second”.')
    const now = await desk.send('case.get', of)
    expect(now.payer.prefix).toBe('first')
    expect(now.facts.find((f) => f.name === 'accountList')?.value).toBeNull()

    const second = await desk.send('case.set', { ...of, revision: now.revision, facts: { prefix: 'second' } })
    expect(second.payer.prefix).toBe('second')
  })

  test('of two that write at the very same time one is done and one is told', async () => {
    const desk = await withCase()
    const { revision } = await desk.send('case.get', of)
    const before = (await lastPlace(desk)) ?? 0
    const tries = ['a', 'b', 'c'].map((notes) => desk.send('case.describe', { ...of, revision, notes }))
    const outcomes = await Promise.allSettled(tries)
    expect(outcomes.map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect(await lastPlace(desk)).toBe(before + 1)
  })

  test.each([
    ['case.step', { step: 'report.sign-in', to: 'done' }],
    ['case.state', { to: 'hold', reason: 'x' }],
    ['case.set', { facts: { accountList: '' } }],
    ['submission.recipient', { recipient: { kind: 'support', name: '', email: '' } }],
    ['case.crawler-file', { name: 'x', base64: '' }],
  ] as const)('%s with an old revision writes nothing', async (name, input) => {
    const desk = await withCase()
    const before = await lastPlace(desk)
    expect(await desk.refusal(name, { ...of, revision: 999, ...input } as never)).toMatchObject({
      code: 'conflict.revision',
    })
    expect(await lastPlace(desk)).toBe(before)
  })
})

describe('two windows on one submission', () => {
  const seen = async (desk: PracticeDesk) => (await desk.send('case.get', of)).revision
  const recipient = (name: string) => ({ kind: 'sales', name, email: `${name}@spot.example` }) as const
  const values = (error: { readonly params: Readonly<Record<string, unknown>> }) => error.params.values

  test('who gets it: the second is told both', async () => {
    const desk = await withCase()
    const revision = await seen(desk)
    await desk.send('submission.recipient', { ...of, revision, recipient: recipient('mia') })
    const refused = await desk.refusal('submission.recipient', { ...of, revision, recipient: recipient('noa') })
    expect(values(refused)).toEqual([
      { field: 'recipient', yours: 'noa <noa@spot.example>', theirs: 'mia <mia@spot.example>' },
    ])
    expect(refused.message).toContain('it is “mia <mia@spot.example>” now, you want “noa <noa@spot.example>”.')
  })

  test('its ticket, its sending and its end: each names what the other window made of it', async () => {
    const desk = await withCase()
    await desk.send('submission.recipient', { ...of, recipient: recipient('mia') })
    const revision = await seen(desk)
    await desk.send('submission.note', { ...of, ticket: '4711' })
    const ticket = await desk.refusal('submission.note', { ...of, revision, ticket: '4712' })
    expect(values(ticket)).toEqual([{ field: 'ticket', yours: '4712', theirs: '4711' }])
    const sent = await desk.refusal('submission.sent', { ...of, revision, via: 'mail' })
    expect(values(sent)).toEqual([
      { field: 'state', yours: 'sent', theirs: 'draft' },
      { field: 'via', yours: 'mail', theirs: '' },
    ])
    const answered = await desk.refusal('submission.answered', { ...of, revision, link: ' https://a.example ' })
    expect(values(answered)).toContainEqual({ field: 'link', yours: 'https://a.example', theirs: '' })
    for (const how of ['returned', 'withdraw'] as const) {
      const ended = await desk.refusal(`submission.${how}`, { ...of, revision, reason: 'wrong Org ID' })
      expect(values(ended)).toContainEqual({ field: 'reason', yours: 'wrong Org ID', theirs: '' })
    }
    const exported = await desk.refusal('submission.export', { ...of, revision, format: 'zip' })
    expect(values(exported)).toEqual([{ field: 'state', yours: 'exported', theirs: 'draft' }])
  })
})

test('cases opened at the very same time get numbers of their own', async () => {
  const desk = await practiceDesk('real')
  const accounts = ['111122223333', '222233334444', '333344445555']
  for (const account of accounts) {
    await desk.send('customer.add', { name: `C ${account}`, managementAccountId: account, orgIds: '606606606606' })
  }
  const opened = await Promise.all(accounts.map((customer) => desk.send('case.open', { customer })))
  expect(opened.map((c) => c.ref).sort()).toEqual(['C-1', 'C-2', 'C-3'])
})

test('a customer added twice at the very same time is there once', async () => {
  const desk = await practiceDesk('real')
  const acme = { name: 'Acme', managementAccountId: '111122223333', orgIds: '606606606606' }
  const outcomes = await Promise.allSettled([desk.send('customer.add', acme), desk.send('customer.add', acme)])
  expect(outcomes.map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await desk.send('customer.list', {})).customers).toHaveLength(1)
})

describe('a crawler file that is not this report’s', () => {
  test.each([
    ['another report’s', crawlerTemplate({ bucket: 'spotinst-cur-report-111122223333', report: 'another' }), /another/],
    ['another bucket’s', crawlerTemplate({ bucket: 'somebody-elses' }), /somebody-elses/],
    ['an error page of S3', savedInstead.accessDenied, /AccessDenied|Access Denied|error/i],
    ['a sign-in page', savedInstead.signIn, /sign-in|signed out|page/i],
    ['empty', '', /empty/i],
  ])('is refused for what it is, and nothing is attached: %s', async (_, text, says) => {
    const desk = await withCase()
    const before = await lastPlace(desk)
    const refused = await desk.refusal('case.crawler-file', { ...of, name: 'crawler-cfn.yml', base64: base64(text) })
    expect(refused.field).toBe('crawlerFile')
    expect(`${refused.message} ${refused.remedy}`).toMatch(says)

    const c = await desk.send('case.get', of)
    expect(c.attachments).toEqual([])
    expect(stepOfView(c, 'crawler-file.attach').status).not.toBe('done')
    expect(await lastPlace(desk)).toBe(before)
    expect(filesIn(join(desk.folder, 'attachments'))).toEqual([])
  })
})

test('evidence for a step that is refused is not kept either', async () => {
  const desk = await withCase()
  const evidenceFile = { name: 'screenshot.png', base64: base64('a picture') }
  const refused = await desk.refusal('case.step', { ...of, step: 'report.create', to: 'done', evidenceFile })
  expect(refused.code).toBe('step.gate-shut')
  expect(filesIn(join(desk.folder, 'attachments'))).toEqual([])
})

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true }).map(String)
  } catch {
    return []
  }
}
