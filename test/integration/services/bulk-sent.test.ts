import { expect, test } from 'vitest'
import { toBase64 } from '../../../shared/contract/base64.ts'
import { spotless } from '../../support/crawler-template-samples.ts'
import { type PracticeDesk, practiceDesk } from '../../support/practice-desk.ts'

const STEPS = [
  'report.sign-in',
  'report.content',
  'report.bucket',
  'report.delivery-options',
  'report.create',
  'report.delivered',
]

/** Cases that are ready to hand Spot their submission; all but the last are exported. */
async function exported(count: number): Promise<PracticeDesk> {
  const desk = await practiceDesk('real')
  for (let n = 1; n <= count; n += 1) {
    const account = `11112222333${n}`
    const of = { case: `C-${n}` }
    await desk.send('customer.add', { name: `Customer ${n}`, managementAccountId: account, orgIds: `60660660660${n}` })
    await desk.send('case.open', { customer: `Customer ${n}` })
    for (const step of STEPS) await desk.send('case.step', { ...of, step, to: 'done', evidence: 'seen' })
    const base64 = toBase64(new TextEncoder().encode(spotless({ bucket: `spotinst-cur-report-${account}` })))
    await desk.send('case.crawler-file', { ...of, name: 'crawler-cfn.yml', base64 })
    await desk.send('case.step', { ...of, step: 'crawler-stack.name', to: 'done' })
    if (n < count) await desk.send('submission.export', { ...of, format: 'zip' })
  }
  return desk
}

test('many are marked sent at once: each with a record and a wait of its own, the others told why not, and one undo', async () => {
  const desk = await exported(4)
  // Exported, and a value was changed since.
  await desk.send('case.set', { case: 'C-2', facts: { orgIds: '707707707707' } })
  const edit = { query: {}, set: { sent: { via: 'ticket 7' } } }
  const preview = await desk.send('case.bulk-preview', edit)
  expect(preview).toMatchObject({ total: 4, looked: 4, changes: 2, refused: 2 })
  expect(preview.rows.map(({ ref, before }) => [ref, before])).toEqual([
    ['C-1', 'Submission 1, exported'],
    ['C-3', 'Submission 1, exported'],
  ])
  expect(preview.rows[0]?.after).toMatch(/^Submission 1, sent \d+ \w+ \d{4}, /)
  const why = preview.refusals.map(({ ref, message }) => [ref, message])
  expect(why).toEqual([
    ['C-2', expect.stringContaining('was exported before a value changed')],
    ['C-4', expect.stringContaining('has no submission yet')],
  ])

  const done = await desk.send('case.bulk', edit)
  expect(done).toMatchObject({ total: 4, changed: 2, refused: 2, isCancelled: false })
  for (const ref of ['C-1', 'C-3']) {
    const c = await desk.send('case.get', { case: ref })
    expect(c.submissions.at(-1)).toMatchObject({ state: 'sent', sent: { by: 'Ana', via: 'ticket 7' } })
    expect(c.waits.filter(({ definition }) => definition === 'spot-link')).toHaveLength(1)
    const { rows } = await desk.send('activity.list', { case: ref, kind: 'submission', limit: 1 })
    expect(rows[0]?.sentence).toBe('Sent submission 1 by ticket 7')
  }
  await desk.send('undo.change', { sequence: done.sequence ?? 0 })
  for (const ref of ['C-1', 'C-3']) {
    const c = await desk.send('case.get', { case: ref })
    expect(c.submissions.at(-1)?.state).toBe('exported')
    expect(c.waits.filter(({ definition }) => definition === 'spot-link')).toEqual([])
  }
})

test('when they were sent is given once for all of them, and what is still to come is refused once', async () => {
  const desk = await exported(2)
  const { submissions } = await desk.send('case.get', { case: 'C-1' })
  const at = submissions.at(-1)?.exported?.at ?? ''
  await desk.send('case.bulk', { cases: ['C-1'], set: { sent: { at } } })
  const c = await desk.send('case.get', { case: 'C-1' })
  expect(c.submissions.at(-1)?.sent?.at).toBe(at)
  expect(c.waits.find(({ definition }) => definition === 'spot-link')?.anchorAt).toBe(at)
  const later = { cases: ['C-1'], set: { sent: { at: '2999-01-01T00:00:00.000Z' } } }
  for (const name of ['case.bulk', 'case.bulk-preview'] as const) {
    expect(await desk.refusal(name, later)).toMatchObject({ code: 'instant.future', field: 'at' })
  }
})
