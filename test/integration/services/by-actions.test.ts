import { describe, expect, test } from 'vitest'
import type { CaseView } from '../../../shared/contract/views.ts'
import { type PracticeDesk, practiceDesk, stepOfView } from '../../support/practice-desk.ts'

const of = { case: 'C-1' }

async function withCase(): Promise<PracticeDesk> {
  const desk = await practiceDesk()
  await desk.send('customer.add', { name: 'Acme', managementAccountId: '111122223333', orgIds: '606606606606' })
  await desk.send('case.open', { customer: 'Acme' })
  return desk
}

const act = (desk: PracticeDesk, action: string) => desk.send('case.do', { ...of, action, confirmed: true })
const statuses = (c: CaseView, phase: string) =>
  c.steps.filter((s) => s.phase === phase).map((s) => `${s.id} ${s.status}`)

describe('on the practice AWS', () => {
  test('each action does its step, sets off its wait, and is on the record with what AWS called it', async () => {
    const desk = await withCase()
    await act(desk, 'bucket.create')
    const made = await act(desk, 'report.create')
    expect(statuses(made, 'report')).toEqual([
      'report.sign-in done',
      'report.content done',
      'report.bucket done',
      'report.delivery-options done',
      'report.create done',
      'report.delivered todo',
    ])
    expect(made.waits).toMatchObject([{ definition: 'report-delivery', state: 'waiting' }])
    const { rows } = await desk.send('activity.list', of)
    expect(rows.find((r) => r.what === 'action.done')?.sentence).toMatch(
      /^On AWS: create the report in account 111122223333 \(simulated\), request \S+$/,
    )
  })

  test('a look before the delivery is no failure, and opens nothing; after it, phase 2 begins', async () => {
    const desk = await withCase()
    await act(desk, 'bucket.create')
    await act(desk, 'report.create')
    await desk.pass(23)
    const early = stepOfView(await desk.send('case.check', { ...of, step: 'report.delivered' }), 'report.delivered')
    expect(early).toMatchObject({
      status: 'todo',
      checks: [{ outcome: 'unknown', findings: [{ code: 'report.not-delivered' }] }],
    })
    expect(await desk.refusal('case.do', { ...of, action: 'crawler-file.download', confirmed: true })).toMatchObject({
      code: 'action.gate-shut',
    })
    await desk.pass(2)
    const c = await desk.send('case.check', of)
    expect(stepOfView(c, 'report.delivered').status).toBe('done')
    expect(c.waits[0]?.state).toBe('met')
  })

  test('all three phases, with every check in order at the end', async () => {
    const desk = await withCase()
    for (const action of ['bucket.create', 'report.create']) await act(desk, action)
    await desk.pass(25)
    await desk.send('case.check', of)
    await act(desk, 'crawler-file.download')
    await desk.send('case.step', { ...of, step: 'crawler-stack.name', to: 'done' })
    await desk.send('submission.export', { ...of, format: 'zip' })
    await desk.send('submission.sent', of)
    expect(await desk.refusal('practice.spot-answer', of)).toMatchObject({ code: 'practice.spot-not-ready' })
    await act(desk, 'crawler-stack.create')
    await desk.pass(0.5)
    await desk.send('case.check', of)
    await act(desk, 'crawler.schedule')
    await desk.pass(72)
    const { link } = await desk.send('practice.spot-answer', of)
    await desk.send('submission.answered', { ...of, link })
    await desk.send('case.set', { ...of, facts: { accountList: '111122223333' } })
    await desk.send('case.step', { ...of, step: 'extractor.account-list', to: 'done' })
    await act(desk, 'extractor-stack.create')
    await desk.pass(0.5)
    const done = await desk.send('case.check', of)
    expect(done.state).toBe('done')
    const outcomes = (c: CaseView) => c.steps.flatMap((s) => s.checks).map((k) => `${k.id} ${k.outcome}`)
    expect(outcomes(done).filter((o) => !o.endsWith(' pass'))).toEqual([])

    // A done case lives on: looked at again, it tells what has become of it and stays done.
    await desk.pass(24 * 7)
    const later = await desk.send('case.check', of)
    expect(later.state).toBe('done')
    expect(outcomes(later).filter((o) => !o.endsWith(' pass'))).toEqual([])
  })

  test('one look at a report that was there already settles all that it shows', async () => {
    const desk = await withCase()
    for (const action of ['bucket.create', 'report.create']) await act(desk, action)
    await desk.pass(30)
    // A second case on what the first has made: nothing is known of it but what AWS shows.
    await desk.send('case.state', { ...of, to: 'abandon', reason: 'opened twice' })
    const again = await desk.send('case.open', { customer: 'Acme' })
    const seen = await desk.send('case.check', { case: again.id })
    expect(statuses(seen, 'report').every((s) => s.endsWith(' done'))).toBe(true)
    expect(seen.waits).toMatchObject([{ definition: 'report-delivery', state: 'met' }])
  })

  test('an action run twice changes nothing the second time', async () => {
    const desk = await withCase()
    for (const action of ['bucket.create', 'bucket.create', 'report.create', 'report.create']) await act(desk, action)
    const c = await desk.send('case.get', of)
    expect(c.waits).toHaveLength(1)
    expect(stepOfView(c, 'report.create').status).toBe('done')
  })
})

describe('with another account than the case expects', () => {
  test.each(['bucket.create', 'report.create'])(
    '%s is refused, planned or run, and nothing is made',
    async (action) => {
      const desk = await withCase()
      await desk.send('practice.scenario', { name: 'wrong-account' })
      const plan = await desk.send('case.plan', { ...of, action })
      expect(plan).toMatchObject({ possible: false, findings: [{ code: 'account.wrong', field: 'awsProfile' }] })
      const before = await desk.send('activity.list', { limit: 1 })
      expect(await desk.refusal('case.do', { ...of, action, confirmed: true })).toMatchObject({
        code: 'account.wrong',
        field: 'awsProfile',
      })
      expect(await desk.send('activity.list', { limit: 1 })).toEqual(before)

      await desk.send('practice.scenario', { name: 'happy-path' })
      const checked = await desk.send('case.check', { ...of, step: 'report.bucket' })
      expect(stepOfView(checked, 'report.bucket').checks[0]?.findings).toMatchObject([{ code: 'bucket.not-there' }])
    },
  )

  test('a look shows that and nothing else: what would be seen there is somebody else’s', async () => {
    const desk = await withCase()
    await desk.send('practice.scenario', { name: 'wrong-account' })
    const c = await desk.send('case.check', of)
    const [account] = stepOfView(c, 'report.sign-in').checks
    expect(account).toMatchObject({ outcome: 'fail', findings: [{ code: 'account.wrong' }] })
    expect(stepOfView(c, 'report.bucket').checks[0]?.outcome).toBeNull()
    expect(stepOfView(c, 'report.sign-in').status).toBe('todo')
  })
})
