import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { toBase64 } from '../../../shared/contract/base64.ts'
import { spotless } from '../../support/crawler-template-samples.ts'
import { type PracticeDesk, practiceDesk } from '../../support/practice-desk.ts'

const of = { case: 'C-1' }

/** A case that is ready to hand Spot its submission. */
async function ready(): Promise<PracticeDesk> {
  const desk = await practiceDesk('real')
  await desk.send('customer.add', { name: 'Acme', managementAccountId: '111122223333', orgIds: '606606606606' })
  await desk.send('case.open', { customer: 'Acme' })
  const steps = ['report.sign-in', 'report.content', 'report.bucket', 'report.delivery-options', 'report.create']
  for (const step of [...steps, 'report.delivered']) {
    await desk.send('case.step', { ...of, step, to: 'done', evidence: 'seen' })
  }
  const base64 = toBase64(new TextEncoder().encode(spotless({ bucket: 'spotinst-cur-report-111122223333' })))
  await desk.send('case.crawler-file', { ...of, name: 'crawler-cfn.yml', base64 })
  await desk.send('case.step', { ...of, step: 'crawler-stack.name', to: 'done' })
  return desk
}

const itemsIn = (path: string) => JSON.parse(readFileSync(join(path, 'submission.json'), 'utf8')).items

describe('where nobody says where to', () => {
  test('a corrected export lies beside the first, which stays as it was', async () => {
    const desk = await ready()
    const first = await desk.send('submission.export', { ...of, format: 'folder' })
    const again = await desk.send('submission.export', { ...of, format: 'folder' })
    expect(again.path).toBe(first.path)

    await desk.send('case.set', { ...of, facts: { orgIds: '707707707707' } })
    const corrected = await desk.send('submission.export', { ...of, format: 'folder' })
    expect(corrected.path).not.toBe(first.path)
    expect(corrected.name).toBe(first.name)
    expect(itemsIn(first.path).orgIds).toEqual(['606606606606'])
    expect(itemsIn(corrected.path).orgIds).toEqual(['707707707707'])
  })

  test('a second attempt of the same day does not stand in the way of the first', async () => {
    const desk = await ready()
    const first = await desk.send('submission.export', { ...of, format: 'zip' })
    await desk.send('submission.sent', of)
    await desk.send('submission.returned', { ...of, reason: 'wrong Org ID' })
    await desk.send('case.set', { ...of, facts: { orgIds: '707707707707' } })
    const second = await desk.send('submission.export', { ...of, format: 'zip' })
    expect(second.path).not.toBe(first.path)
    expect(second.case.submissions.map((s) => [s.attempt, s.state])).toEqual([
      [1, 'returned'],
      [2, 'exported'],
    ])
  })

  test('in a folder that was named, what lies there is never written over', async () => {
    const desk = await ready()
    const out = join(desk.folder, 'out')
    await desk.send('submission.export', { ...of, format: 'folder', out })
    await desk.send('case.set', { ...of, facts: { orgIds: '707707707707' } })
    const refused = await desk.refusal('submission.export', { ...of, format: 'folder', out })
    expect(refused.code).toBe('export.exists')
    expect((await desk.send('case.get', of)).submissions).toMatchObject([{ state: 'exported', stale: true }])
  })
})

describe('what an export says it has written', () => {
  test.each([
    ['folder', ['SHA256SUMS', 'crawler-cfn.yml', 'submission.json', 'submission.txt']],
    ['zip', ['SHA256SUMS', 'crawler-cfn.yml', 'submission.json', 'submission.txt', 'the zip']],
    ['eml', ['crawler-cfn.yml', 'the eml']],
  ] as const)('%s: %j, each with its hash', async (format, names) => {
    const desk = await ready()
    const { files, case: c } = await desk.send('submission.export', { ...of, format })
    const shown = files.map((f) => (f.name.endsWith(`.${format}`) ? `the ${format}` : f.name))
    expect(shown.toSorted()).toEqual([...names].toSorted())
    expect(c.submissions[0]?.exported?.files).toEqual(files)
    for (const file of files) expect(file.sha256).toMatch(/^[0-9a-f]{64}$/)
  })
})
