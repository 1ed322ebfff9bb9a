import { describe, expect, test } from 'vitest'
import { act, deliver, linkWithAthena } from '../../support/msp-walk.ts'
import { type PracticeDesk, practiceDesk, stepOfView } from '../../support/practice-desk.ts'

async function finished(desk: PracticeDesk) {
  await desk.send('customer.add', { name: 'Acme', managementAccountId: '111122223333', orgIds: '606606606606' })
  const { id } = await desk.send('case.open', { customer: 'Acme' })
  await deliver(desk, id)
  await linkWithAthena(desk, id)
  await desk.send('submission.export', { case: id, format: 'folder', out: desk.folder })
  await desk.send('submission.sent', { case: id })
  await desk.pass(72)
  const { link } = await desk.send('practice.spot-answer', { case: id })
  await desk.send('submission.answered', { case: id, link })
  await desk.send('case.set', { case: id, facts: { accountList: '', extractorStackName: 'AcmeExtractor' } })
  await desk.send('case.step', { case: id, step: 'extractor.account-list', to: 'done' })
  await act(desk, id, 'extractor-stack.create')
  await desk.pass(0.25)
  const done = await desk.send('case.check', { case: id, step: 'extractor.create' })
  expect(done.state).toBe('done')
  return done
}

describe('a case that is done', () => {
  test('can be rechecked: what is seen is filed, and nothing of the case moves', async () => {
    const desk = await practiceDesk()
    const done = await finished(desk)
    await desk.pass(24)
    const checked = await desk.send('case.check', { case: done.id })
    expect(checked.state).toBe('done')
    expect(checked.closedAt).toBe(done.closedAt)
    expect(checked.steps.map((s) => [s.id, s.status, s.record?.at])).toEqual(
      done.steps.map((s) => [s.id, s.status, s.record?.at]),
    )
    const [delivered] = stepOfView(checked, 'report.delivered').checks
    expect(delivered).toMatchObject({ outcome: 'pass' })
    expect(delivered?.at && delivered.at > (done.closedAt ?? '')).toBe(true)
  })

  test('shows on recheck what has gone wrong since', async () => {
    const desk = await practiceDesk()
    const done = await finished(desk)
    // From here on the profile signs in to a member account.
    await desk.send('practice.scenario', { name: 'wrong-account' })
    const checked = await desk.send('case.check', { case: done.id })
    expect(checked.state).toBe('done')
    expect(stepOfView(checked, 'report.sign-in').checks[0]).toMatchObject({ outcome: 'fail' })
  })

  test('can be reopened, and stays open until something is done', async () => {
    const desk = await practiceDesk()
    const done = await finished(desk)
    const open = await desk.send('case.state', { case: done.id, to: 'reopen', reason: 'the link has to be made anew' })
    expect(open.state).toBe('open')
    const preview = await desk.send('case.reopen-preview', { case: done.id, step: 'crawler.schedule' })
    expect(preview.steps.map((s) => s.id)).toEqual(['crawler.schedule'])
    expect(preview.sentence).toMatch(/is to do again/)
    const again = await desk.send('case.step', { case: done.id, step: 'crawler.schedule', to: 'reopen' })
    expect(again.nextStepId).toBe('crawler.schedule')
  })

  test('is offboarded by a checklist that knows its extractor and stops it first', async () => {
    const desk = await practiceDesk()
    await finished(desk)
    const unanswered = await desk.refusal('case.open', { customer: 'Acme', procedure: 'offboarding' })
    expect(unanswered).toMatchObject({ code: 'intake.unanswered', field: 'reportStillUsed' })
    const off = await desk.send('case.open', {
      customer: 'Acme',
      procedure: 'offboarding',
      facts: { reportStillUsed: 'no' },
    })
    expect(off.facts.find((f) => f.name === 'extractorStackName')?.value).toBe('AcmeExtractor')
    expect(off.steps.filter((s) => s.status === 'todo').map((s) => s.id)).toEqual(['extraction.stop'])
    expect(stepOfView(off, 'crawler-stack.removed').traps.map((t) => t.id)).toEqual(['deletion-empties-notifications'])
    expect(stepOfView(off, 'crawler-stack.removed').gate).not.toEqual([])
    expect(stepOfView(off, 'spot.told').message?.subject).toContain('111122223333')
  })
})
