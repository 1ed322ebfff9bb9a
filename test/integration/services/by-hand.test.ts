import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { toBase64 } from '../../../shared/contract/base64.ts'
import { spotless } from '../../support/crawler-template-samples.ts'
import { practiceDesk, stepOfView } from '../../support/practice-desk.ts'
import { spotLink } from '../../support/spot-links.ts'

const BUCKET = 'spotinst-cur-report-111122223333'
const base64 = (text: string) => toBase64(new TextEncoder().encode(text))

test('a customer goes through all three phases by hand, without any AWS: evidence stands in the place of checks', async () => {
  const desk = await practiceDesk('real')
  const { send } = desk
  await send('customer.add', { name: 'Acme', managementAccountId: '111122223333', orgIds: '606606606606' })
  const opened = await send('case.open', { customer: 'Acme' })
  const of = { case: opened.ref }
  const done = (step: string, evidence?: string, at?: string) =>
    send('case.step', { ...of, step, to: 'done', evidence, at })

  // Phase 1, done some days ago and entered today.
  const created = '2026-11-10T09:00:00.000Z'
  for (const step of ['report.sign-in', 'report.content', 'report.bucket', 'report.delivery-options']) await done(step)
  const waiting = await done('report.create', undefined, created)
  expect(waiting.waits).toMatchObject([
    { definition: 'report-delivery', anchorAt: created, dueAt: '2026-11-11T09:00:00.000Z' },
  ])
  expect(await desk.refusal('case.step', { ...of, step: 'report.delivered', to: 'done' })).toMatchObject({
    code: 'step.evidence-missing',
  })
  await send('case.step', {
    ...of,
    step: 'report.delivered',
    to: 'done',
    at: '2026-11-11T06:00:00.000Z',
    evidenceFile: { name: 'screenshot.png', base64: base64('not really a picture') },
  })

  // Phase 2: the file as it was downloaded, the submission out.
  const file = spotless({ bucket: BUCKET })
  const attached = await send('case.crawler-file', { ...of, name: 'crawler-cfn (1).yml', base64: base64(file) })
  expect(stepOfView(attached, 'crawler-file.attach').status).toBe('done')
  await done('crawler-stack.name')
  const out = join(desk.folder, 'out')
  const { path } = await send('submission.export', { ...of, format: 'folder', out })
  expect(readFileSync(join(path, 'crawler-cfn.yml'), 'utf8')).toBe(file)
  expect(readdirSync(out)).toHaveLength(1)
  const sent = await send('submission.sent', { ...of, at: '2026-11-12T09:00:00.000Z', via: 'e-mail' })
  expect(sent.waits.at(-1)).toMatchObject({
    definition: 'spot-link',
    dueAt: '2026-11-15T09:00:00.000Z',
    state: 'overdue',
  })
  for (const step of ['crawler-stack.create', 'crawler.schedule']) await done(step)

  // Spot's link, and phase 3.
  await send('submission.answered', { ...of, link: spotLink(), at: '2026-11-14T09:00:00.000Z' })
  await send('case.set', { ...of, facts: { accountList: '' } })
  for (const step of ['extractor.open-link', 'extractor.account-list', 'extractor.stack-name']) await done(step)
  const finished = await done('extractor.create', 'CREATE_COMPLETE in the console')

  expect(finished).toMatchObject({ state: 'done', nextStepId: null })
  expect(finished.phases.map((p) => p.state)).toEqual(['done', 'done', 'done'])
  expect(finished.waits.map((w) => w.state)).toEqual(['met', 'met'])
  expect(finished.attachments.map((a) => [a.kind, a.name])).toEqual(
    expect.arrayContaining([
      ['crawler-file', 'crawler-cfn.yml'],
      ['evidence', 'screenshot.png'],
    ]),
  )
  // Nothing was looked at: what stands on the record is what a person said.
  expect(finished.steps.flatMap((s) => s.checks).every((c) => c.outcome === null)).toBe(true)

  const { rows } = await send('activity.list', { ...of, limit: 500 })
  expect(rows.map((r) => r.sequence)).toEqual(rows.map((r) => r.sequence).toSorted((a, b) => b - a))
  for (const row of rows) {
    expect(row.who).toBe('Ana')
    expect(row.sentence, row.what).toMatch(/^[A-Z“]/)
    expect(row.sentence, row.what).not.toBe(row.what)
    expect(row.sentence, row.what).not.toMatch(/undefined|null|\[object/)
  }
  expect(rows.map((r) => r.what)).toEqual(
    expect.arrayContaining([
      'case.opened',
      'step.done',
      'wait.met',
      'submission.sent',
      'submission.answered',
      'case.done',
    ]),
  )
})
