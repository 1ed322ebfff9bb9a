import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '../../../shared/contract/base64.ts'
import type { OpenDeskOfTest } from '../../support/open-desk.ts'
import { settledDesk } from '../../support/open-desk.ts'
import { openedCase, readyCase } from '../../support/ready-case.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const handedOver = async (desk: OpenDeskOfTest, input: object = {}) =>
  (await desk.send('handover.export', input)).base64 ?? ''
const timeline = async (desk: OpenDeskOfTest, ref: string) =>
  (await desk.send('activity.list', { case: ref, limit: 500 })).rows.map(({ at, who, what }) => [at, who, what])

/** How long a wait still runs is another number every millisecond. */
const withoutClock = (key: string, value: unknown) => (['progress', 'remainingMs'].includes(key) ? 0 : value)

/** A case with a life: attempts, replies, evidence, notes, a wait. */
async function livedCase(desk: OpenDeskOfTest) {
  const c = await readyCase(desk)
  await desk.send('submission.export', { case: c.id, format: 'zip', out: temporaryFolder() })
  await desk.send('submission.sent', { case: c.id, via: 'e-mail' })
  await desk.send('submission.returned', { case: c.id, reason: 'The Org ID is another’s.' })
  await desk.send('case.set', { case: c.id, facts: { orgIds: '707707707707' } })
  await desk.send('submission.export', { case: c.id, format: 'folder', out: temporaryFolder() })
  await desk.send('submission.sent', { case: c.id })
  const file = { name: 'reply.txt', base64: toBase64(new TextEncoder().encode('We look at it.')) }
  await desk.send('submission.note', { case: c.id, ticket: 'SPOT-1', reply: { file } })
  await desk.send('case.describe', { case: c.id, notes: 'Ask Zoë.', tags: ['wave-2'] })
  return desk.send('case.get', { case: c.id })
}

describe('a case that is handed over', () => {
  it('is the same data in an empty workspace, and handed over again the same bytes', async () => {
    const [here, there] = [await settledDesk(), await settledDesk()]
    const c = await livedCase(here)
    const file = await handedOver(here, { cases: [c.ref] })
    const report = await there.send('handover.take', { base64: file })
    expect(report).toMatchObject({
      applied: true,
      company: 'Nimbus Partners',
      cases: [{ ref: 'C-1', as: 'C-1', customer: 'Acme Foods', what: 'new' }],
      conflicts: [],
      findings: [],
    })
    const taken = await there.send('case.get', { case: 'C-1' })
    const plain = (view: typeof c) => ({
      ...view,
      revision: 0,
      customer: { ...view.customer, revision: 0 },
      payer: { ...view.payer, revision: 0 },
    })
    expect(JSON.stringify(plain(taken), withoutClock)).toBe(JSON.stringify(plain(c), withoutClock))
    expect(await timeline(there, 'C-1')).toEqual(await timeline(here, 'C-1'))
    expect(await handedOver(there, { cases: ['C-1'] })).toBe(file)
    expect(await handedOver(there)).toBe(file)

    // The attachments came along: the same attempt gives the same bundle.
    const bundle = (desk: OpenDeskOfTest) =>
      desk.send('submission.download', { case: 'C-1', format: 'zip', attempt: 1 })
    expect(await bundle(there)).toEqual(await bundle(here))
    expect((await there.send('case.list', { text: 'SPOT-1' })).rows).toHaveLength(1)
  })

  it('twice changes nothing', async () => {
    const [here, there] = [await settledDesk(), await settledDesk()]
    const c = await livedCase(here)
    const file = await handedOver(here, { cases: [c.ref] })
    await there.send('handover.take', { base64: file })
    const before = await there.send('activity.list', { limit: 500 })
    expect(await there.send('handover.take', { base64: file })).toMatchObject({
      applied: false,
      cases: [{ what: 'same' }],
      customers: [{ what: 'same' }],
      payers: [{ what: 'same' }],
    })
    expect(await there.send('activity.list', { limit: 500 })).toEqual(before)
    expect(await here.send('handover.take', { base64: file })).toMatchObject({ applied: false })
  })

  it('comes back changed: what only one side has is kept, and where both differ each field is chosen', async () => {
    const [here, there] = [await settledDesk(), await settledDesk()]
    const c = await livedCase(here)
    await there.send('handover.take', { base64: await handedOver(here, { cases: [c.ref] }) })

    // Here the notes change and a reply comes; there the notes change too, and the customer, and a step is done.
    await here.send('case.describe', { case: 'C-1', notes: 'Ours.' })
    await here.send('submission.note', { case: 'C-1', reply: { text: 'Heard here.' } })
    await there.send('case.describe', { case: 'C-1', notes: 'Theirs.', owner: 'Bo' })
    await there.send('submission.note', { case: 'C-1', reply: { text: 'Heard there.' } })
    await there.send('customer.set', { customer: c.customer.id, revision: 1, set: { notes: 'Prefers mail.' } })
    await there.send('case.step', { case: 'C-1', step: 'crawler-stack.create', to: 'done', evidence: 'seen' })

    const back = await handedOver(there, { cases: ['C-1'] })
    const plan = await here.send('handover.plan', { base64: back })
    const fields = plan.conflicts.map(({ field, ours, theirs, newer }) => [field, ours, theirs, newer])
    expect(fields).toEqual([
      ['notes', '(blank)', 'Prefers mail.', 'theirs'],
      ['owner', 'Ana', 'Bo', 'theirs'],
      ['notes', 'Ours.', 'Theirs.', 'theirs'],
    ])
    expect(plan.conflicts.map(({ title, oursLast, theirsLast }) => [title, oursLast?.who, theirsLast?.who])).toEqual([
      ['Notes', 'Ana', 'Ana'],
      ['Owner', 'Ana', 'Ana'],
      ['Notes', 'Ana', 'Ana'],
    ])
    expect(plan.conflicts.every(({ theirsLast }) => theirsLast !== null && theirsLast.atText !== '')).toBe(true)
    expect(await here.refused('handover.take', { base64: back })).toMatchObject({
      code: 'handover.conflicts',
      field: 'choices',
    })
    expect((await here.send('case.get', { case: 'C-1' })).notes).toBe('Ours.')

    const mine = plan.conflicts.find(({ theirs }) => theirs === 'Theirs.')
    const choices = { [mine?.id ?? '']: 'ours' as const }
    expect(
      await here.refused('handover.take', { base64: back, choices: { nothing: 'ours' }, others: 'ours' }),
    ).toMatchObject({
      code: 'handover.choice-unknown',
    })
    expect((await here.send('handover.take', { base64: back, choices, others: 'theirs' })).applied).toBe(true)
    const merged = await here.send('case.get', { case: 'C-1' })
    expect(merged).toMatchObject({ notes: 'Ours.', owner: 'Bo', customer: { notes: 'Prefers mail.' } })
    expect(merged.submissions[1]?.replies.map(({ text }) => text)).toEqual([
      'We look at it.',
      'Heard here.',
      'Heard there.',
    ])
    expect(merged.steps.find(({ id }) => id === 'crawler-stack.create')?.status).toBe('done')

    const { rows } = await here.send('activity.list', { case: 'C-1', limit: 500 })
    const sentences = rows.map(({ sentence }) => sentence)
    expect(sentences).toContain('Kept “Ours.” as “notes” of C-1; the other side had “Theirs.”')
    expect(sentences).toContain('Reply to submission 2: Heard there.')
    expect(sentences.filter((sentence) => sentence.startsWith('Opened the case'))).toHaveLength(1)
  })

  it('joins the customer and the payer that are there already under other IDs, and gets a free number', async () => {
    const [here, there] = [await settledDesk(), await settledDesk()]
    await livedCase(here)
    const own = await openedCase(there, { name: 'Bolt', account: '222233334444', orgIds: '808808808808' })
    await there.send('customer.add', {
      name: 'Acme Foods Ltd',
      managementAccountId: '111122223333',
      orgIds: '707707707707',
    })
    expect(own.ref).toBe('C-1')
    const report = await there.send('handover.take', { base64: await handedOver(here), others: 'ours' })
    expect(report.cases).toEqual([{ ref: 'C-1', as: 'C-2', customer: 'Acme Foods Ltd', what: 'new' }])
    expect(report.findings.map(({ code }) => code)).toEqual(['handover.renumbered'])
    expect(report.conflicts.map(({ field }) => field)).toEqual(['name'])
    expect((await there.send('customer.list', {})).customers).toHaveLength(2)
    expect((await there.send('payer.list', {})).payers).toHaveLength(2)
    const taken = await there.send('case.get', { case: 'C-2' })
    expect(taken).toMatchObject({ customer: { name: 'Acme Foods Ltd' }, submissions: [{ attempt: 1 }, { attempt: 2 }] })
    expect(await there.send('handover.take', { base64: await handedOver(here), others: 'ours' })).toMatchObject({
      cases: [{ ref: 'C-1', as: 'C-2', what: 'same' }],
    })
  })

  it('brings the payer’s crawler file along, whichever case it was taken for, and tells nothing of other customers', async () => {
    const [here, there] = [await settledDesk(), await settledDesk()]
    await here.send('payer.add', { accountId: '555566667777', kind: 'shared' })
    await readyCase(here, { payer: '555566667777' })
    const second = await openedCase(here, {
      name: 'Bolt',
      account: '222233334444',
      orgIds: '808808808808',
      payer: '555566667777',
    })
    const file = await handedOver(here, { cases: [second.ref] })
    expect(Buffer.from(file, 'base64').includes('Acme Foods')).toBe(false)
    await there.send('handover.take', { base64: file })
    const taken = await there.send('case.get', { case: second.ref })
    expect(taken.attachments.map(({ name }) => name)).toEqual(['crawler-cfn.yml'])
    expect(await handedOver(there)).toBe(file)
  })

  it('as a whole workspace holds the customers without a case, too', async () => {
    const [here, there] = [await settledDesk(), await settledDesk()]
    await openedCase(here)
    await here.send('customer.add', { name: 'Cord', managementAccountId: '333344445555', orgIds: '' })
    const file = await handedOver(here)
    expect(await there.send('handover.take', { base64: file })).toMatchObject({ cases: [{ what: 'new' }] })
    expect((await there.send('customer.list', {})).customers.map(({ name }) => name)).toEqual(['Acme Foods', 'Cord'])
    expect(await handedOver(there)).toBe(file)
    expect(await (await settledDesk()).refused('handover.export', {})).toMatchObject({ code: 'handover.nothing' })
  })

  it('warns where it comes from another company, whose account is in what was not sent yet', async () => {
    const [here, there] = [await settledDesk(), await settledDesk()]
    await openedCase(here)
    const { revision } = await there.send('settings.get', {})
    await there.send('settings.set', { revision, set: { mspAccountId: '888800001111' } })
    const { findings } = await there.send('handover.plan', { base64: await handedOver(here) })
    expect(findings.map(({ code }) => code)).toEqual(['handover.other-msp'])
  })

  it('is a zip that any program opens', async () => {
    const here = await settledDesk()
    await livedCase(here)
    const path = join(temporaryFolder(), 'cases.casebook')
    writeFileSync(path, fromBase64(await handedOver(here)) ?? '')
    expect(execFileSync('unzip', ['-t', path]).toString()).toContain('No errors detected')
    const data = JSON.parse(execFileSync('unzip', ['-p', path, 'casebook-handover/data.json']).toString())
    expect(Object.keys(data)).toEqual(['payers', 'customers', 'cases'])
  })
})
