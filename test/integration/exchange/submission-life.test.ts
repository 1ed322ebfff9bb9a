import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '../../../shared/contract/base64.ts'
import { standardTemplates } from '../../../shared/text/message-templates.ts'
import { settledDesk } from '../../support/open-desk.ts'
import { readyCase } from '../../support/ready-case.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('the life of a submission', () => {
  it('keeps every attempt with its words, files and hashes, whatever is renamed later', async () => {
    const desk = await settledDesk()
    const c = await readyCase(desk)
    const out = temporaryFolder()
    const first = await desk.send('submission.export', { case: c.id, format: 'zip', out })
    await desk.send('submission.sent', { case: c.id, via: 'e-mail' })
    const reason = 'The Org ID is another customer’s.'
    await desk.send('submission.returned', { case: c.id, reason })
    await desk.send('case.set', { case: c.id, facts: { orgIds: '606606606607' } })
    const second = await desk.send('submission.export', { case: c.id, format: 'eml', out: join(out, 'second') })
    expect(second.case.submissions.map(({ attempt, state }) => [attempt, state])).toEqual([
      [1, 'returned'],
      [2, 'exported'],
    ])
    expect(second.case.submissions[1]?.message?.text).toContain(`What you asked for: ${reason}`)

    const { revision } = await desk.send('settings.get', {})
    await desk.send('settings.set', { revision, set: { company: 'Renamed Partners' } })
    const again = await desk.send('submission.download', { case: c.id, format: 'zip', attempt: 1 })
    expect(sha256(fromBase64(again.base64) ?? new Uint8Array())).toBe(first.files[0]?.sha256)

    const written = await desk.send('submission.export', {
      case: c.id,
      format: 'zip',
      out: join(out, 'again'),
      attempt: 1,
    })
    expect(readFileSync(written.path).equals(readFileSync(first.path))).toBe(true)
    expect(written.case.submissions).toEqual(second.case.submissions)
    const { rows } = await desk.send('activity.list', { case: c.id, limit: 2 })
    expect(rows[0]?.sentence).toBe(`Wrote submission 1 once more, as it was exported, as zip: ${first.name}`)
    expect(await desk.refused('submission.download', { case: c.id, format: 'zip', attempt: 3 })).toMatchObject({
      code: 'submission.attempt-unknown',
      field: 'attempt',
    })
  })

  it('holds the hashes of all that was written in the activity', async () => {
    const desk = await settledDesk()
    const c = await readyCase(desk)
    const { files, path } = await desk.send('submission.export', {
      case: c.id,
      format: 'folder',
      out: temporaryFolder(),
    })
    expect(files.map(({ name }) => name)).toEqual([
      'crawler-cfn.yml',
      'submission.json',
      'submission.txt',
      'SHA256SUMS',
    ])
    for (const file of files) expect(sha256(readFileSync(join(path, file.name)))).toBe(file.sha256)
    expect(c.attachments[0]?.sha256).toBe(files[0]?.sha256)
  })

  it('keeps ticket and replies, finds the case by them, and measures Spot’s time', async () => {
    const desk = await settledDesk()
    const c = await readyCase(desk)
    await readyCase(desk, { name: 'Bolt', account: '222233334444', orgIds: '707707707707' })
    await desk.send('submission.export', { case: c.id, format: 'folder', out: temporaryFolder() })
    await desk.send('submission.sent', { case: c.id })
    const reply = new TextEncoder().encode('Subject: Re: extraction\r\n\r\nPlease wait for Samira.\r\n')
    const noted = await desk.send('submission.note', {
      case: c.id,
      ticket: 'SPOT-4711',
      reply: { file: { name: 'reply.eml', base64: toBase64(reply) } },
    })
    expect(noted.submissions[0]).toMatchObject({
      ticket: 'SPOT-4711',
      replies: [{ by: 'Ana', text: 'Subject: Re: extraction\n\nPlease wait for Samira.', file: 'reply.eml' }],
      turnaround: null,
    })
    for (const text of ['SPOT-4711', 'samira']) {
      expect((await desk.send('case.list', { text })).rows.map((row) => row.id)).toEqual([c.id])
    }
    const returned = await desk.send('submission.returned', { case: c.id, reason: 'x' })
    expect(returned.submissions[0]?.turnaround).toEqual({
      ms: expect.any(Number),
      text: 'less than a minute, within the 72 h',
      late: false,
    })
  })
})

describe('the messages of a submission', () => {
  it('are there for the hand-off, ready for a mail program, and the follow-up once it is sent', async () => {
    const desk = await settledDesk()
    const c = await readyCase(desk)
    const before = await desk.send('submission.messages', { case: c.id })
    expect(before.followUp).toBeNull()
    expect(before.handOff).toMatchObject({
      kind: 'submission',
      to: 'support@spot.io',
      mailto: { short: expect.any(Boolean) },
    })
    expect(before.handOff?.mailto?.url.length).toBeLessThanOrEqual(1_800)
    await desk.send('submission.recipient', {
      case: c.id,
      recipient: { kind: 'sales', name: 'Sam', email: 'sam@spot.example' },
    })
    await desk.send('submission.export', { case: c.id, format: 'folder', out: temporaryFolder() })
    await desk.send('submission.sent', { case: c.id })
    const sent = await desk.send('case.get', { case: c.id })
    const spotLink = sent.waits.find(({ definition }) => definition === 'spot-link')
    const after = await desk.send('submission.messages', { case: c.id })
    expect(after.handOff?.text).toBe(sent.submissions[0]?.message?.text)
    expect(after.handOff?.text).toMatch(/^Hello Sam,/)
    expect(after.followUp).toMatchObject({ kind: 'followUp', to: 'sam@spot.example', dueAt: spotLink?.dueAt })
    expect(after.followUp?.mailto?.short).toBe(false)
  })

  it('follow a template of the staff, which is refused with line and reason where it drops an item', async () => {
    const desk = await settledDesk()
    const c = await readyCase(desk)
    const { templates, variables } = await desk.send('message.templates', {})
    expect(templates.map(({ kind, isStandard }) => [kind, isStandard])).toEqual([
      ['submission', true],
      ['followUp', true],
      ['correction', true],
    ])
    expect(variables.map(({ name }) => name)).toContain('orgIds')

    const { revision } = await desk.send('settings.get', {})
    const { subject, body } = standardTemplates.submission
    const broken = { subject, body: body.replace('CUR bucket name: {{bucket}}\n', '') }
    const error = await desk.refused('settings.set', { revision, set: { messageTemplates: { submission: broken } } })
    expect(error).toMatchObject({ code: 'template.refused', field: 'messageTemplates.submission.body' })
    expect(error.message).toContain('“CUR bucket name”')
    expect(await desk.send('message.preview', { kind: 'submission', template: broken })).toMatchObject({ ok: false })

    const own = { subject: 'Extraction for {{customer}}', body: `Dear Spot,\n\n${body}` }
    const preview = await desk.send('message.preview', { kind: 'submission', template: own, case: c.id })
    expect(preview).toMatchObject({ ok: true, findings: [], subject: 'Extraction for Acme Foods' })
    await desk.send('settings.set', { revision, set: { messageTemplates: { submission: own } } })
    const { handOff } = await desk.send('submission.messages', { case: c.id })
    expect(handOff).toMatchObject({ subject: preview.subject, text: preview.text })

    await desk.send('settings.set', { revision: revision + 1, set: { company: 'Renamed' } })
    expect((await desk.send('message.templates', {})).templates[0]).toMatchObject({ isStandard: false, inForce: own })
  })
})
