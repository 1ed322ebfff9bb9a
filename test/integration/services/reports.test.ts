import { expect, test } from 'vitest'
import { type PracticeDesk, practiceDesk } from '../../support/practice-desk.ts'

/** A case that was taken to its submission, and that Spot has answered after so many hours. */
async function answeredAfter(hours: number): Promise<PracticeDesk> {
  const desk = await practiceDesk()
  await desk.send('customer.add', { name: 'Acme', managementAccountId: '111122223333', orgIds: '606606606606' })
  const { id } = await desk.send('case.open', { customer: 'Acme' })
  await desk.send('case.do', { case: id, action: 'bucket.create', confirmed: true })
  await desk.send('case.do', { case: id, action: 'report.create', confirmed: true })
  await desk.pass(25)
  await desk.send('case.check', { case: id })
  await desk.send('case.do', { case: id, action: 'crawler-file.download', confirmed: true })
  await desk.send('case.step', { case: id, step: 'crawler-stack.name', to: 'done' })
  await desk.send('submission.export', { case: id, format: 'zip', out: desk.folder })
  await desk.send('submission.sent', { case: id, via: 'ticket 7' })
  await desk.pass(hours)
  await desk.send('submission.returned', { case: id, reason: 'The Org ID is another customer’s.' })
  return desk
}

test('the report says in words, tables and charts what was done, and where the cases stand', async () => {
  const desk = await answeredAfter(80)
  const { sections, owners, range } = await desk.send('report.overview', { days: 30 })
  const of = (id: string) => sections.find((s) => s.id === id)
  expect(range).toMatch(/^30 days up to /)
  expect(owners.length).toBeGreaterThan(0)
  expect(of('phases')).toMatchObject({ headline: '1 case is open, 0 on hold.' })
  expect(of('phases')?.rows).toHaveLength(1)
  expect(of('phase-times')?.rows).toMatchObject([[expect.any(String), expect.any(String), '1', '1 d 1 h', '1 d 1 h']])
  expect(of('turnaround')?.headline).toBe(
    'Half of 1 answer came within 3 d 8 h, nine of ten within 3 d 8 h; 1 later than expected.',
  )
  expect(of('turnaround')?.chart?.points[3]).toEqual({ label: '72 to 96 h', values: [0, 1] })
  expect(of('first-time')?.headline).toBe('0 of 1 first submission got a link without a correction (0 %).')
  expect(of('forecast')?.headline).toMatch(/^Too little history for a number: 0 weeks with 0 cases done/)
  for (const { columns, rows } of sections) for (const row of rows) expect(row).toHaveLength(columns.length)
})

test('what lies before the range, or belongs to somebody else, is not in it', async () => {
  const desk = await answeredAfter(24)
  await desk.pass(31 * 24)
  const headline = async (asked: object) =>
    (await desk.send('report.overview', asked)).sections.find((s) => s.id === 'turnaround')?.headline
  expect(await headline({ days: 30 })).toBe('Spot has judged no submission in this time.')
  expect(await headline({ days: 90 })).toContain('Half of 1 answer came within 1 d')
  expect(await headline({})).toContain('Half of 1 answer')
  expect(await headline({ owner: 'Somebody else' })).toBe('Spot has judged no submission in this time.')
  expect(await headline({ procedure: 'eco-connect' })).toBe('Spot has judged no submission in this time.')
})

test('a table goes to a spreadsheet with hours as numbers', async () => {
  const desk = await answeredAfter(30)
  const { name, csv } = await desk.send('report.csv', { section: 'phase-times' })
  expect(name).toMatch(/^casebook-phase-times-\d{4}-\d{2}-\d{2}\.csv$/)
  const lines = csv.trim().split(/\r?\n/)
  expect(lines[1]).toBe('"Procedure","Phase","Cases","p50 (hours)","p90 (hours)"')
  expect(lines[2]).toMatch(/,"1","25","25"$/)
  const whole = await desk.send('report.csv', {})
  expect(whole.csv).toContain('Forecast')
})
