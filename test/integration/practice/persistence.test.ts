import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DescribeReportDefinitionsCommand } from '@aws-sdk/client-cost-and-usage-report-service'
import { GetObjectCommand, ListBucketsCommand } from '@aws-sdk/client-s3'
import { expect, onTestFinished, test } from 'vitest'
import { createPracticeClock } from '../../../electron/practice/clock.ts'
import { startPracticeAws } from '../../../electron/practice/server.ts'
import { PracticeStateError } from '../../../electron/practice/state-file.ts'
import {
  bucketName,
  clients,
  crawlerFileKey,
  definition,
  HOUR,
  makeReport,
  practiceAws,
} from '../../support/practice.ts'

function statePath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'practice-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'state.json')
}

test('a practice world survives a restart, with its clock', async () => {
  const path = statePath()
  const first = await startPracticeAws({ statePath: path })
  await makeReport(clients(first))
  first.clock.advance(24 * HOUR)
  first.setScenario('throttling')
  const before = first.clock.now()
  await first.close()

  const second = await practiceAws({ statePath: path, clock: undefined as never })
  expect(second.clock.now()).toBeGreaterThanOrEqual(before)
  expect(second.clock.now() - Date.now()).toBeGreaterThan(23.9 * HOUR)
  expect(second.world.scenario.name).toBe('throttling')
  second.setScenario('happy-path')
  const { s3, cur } = clients(second)
  const { ReportDefinitions: [report] = [] } = await cur.send(new DescribeReportDefinitionsCommand({}))
  expect(report).toMatchObject({ ...definition(), ReportStatus: { lastStatus: 'SUCCESS' } })
  const file = await s3.send(new GetObjectCommand({ Bucket: bucketName, Key: crawlerFileKey, ChecksumMode: 'ENABLED' }))
  expect(await file.Body?.transformToString()).toContain('AWSCURCrawler-spotinst-cur-report')
})

test('what was answered is on disk before the answer', async () => {
  const path = statePath()
  const first = await practiceAws({ statePath: path })
  await makeReport(clients(first))
  // The first one is not closed: it might as well have been killed.
  const second = await practiceAws({ statePath: path })
  expect((await clients(second).s3.send(new ListBucketsCommand({}))).Buckets?.map((one) => one.Name)).toEqual([
    bucketName,
  ])
  expect(readdirSync(join(path, '..'))).toEqual(['state.json'])
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('accidents that were mended do not happen again after a restart', async () => {
  const path = statePath()
  const first = await startPracticeAws({ statePath: path, scenario: 'daily-not-hourly' })
  await makeReport(clients(first))
  const { mishaps } = first.world
  await first.close()
  const second = await practiceAws({ statePath: path, scenario: 'daily-not-hourly' })
  expect(second.world.mishaps).toEqual(mishaps)
  expect(mishaps).toHaveLength(1)
})

test.each([
  ['cut off', (text: string) => text.slice(0, 100)],
  ['of another version', (text: string) => text.replace('"format":1', '"format":2')],
  ['nothing but a number', () => '1'],
])('a state file that is %s is refused and left alone', async (_, spoil) => {
  const path = statePath()
  await (await startPracticeAws({ statePath: path })).close()
  const spoilt = spoil(readFileSync(path, 'utf8'))
  writeFileSync(path, spoilt)
  await expect(startPracticeAws({ statePath: path })).rejects.toThrow(PracticeStateError)
  expect(readFileSync(path, 'utf8')).toBe(spoilt)
})

test('a port that is taken is an error, not a hang', async () => {
  const { port } = await practiceAws()
  await expect(startPracticeAws({ port })).rejects.toThrow('EADDRINUSE')
})

test('a clock that is given is the clock that is used', async () => {
  const clock = createPracticeClock({ start: Date.parse('2030-01-01T00:00:00Z'), speed: 0 })
  const aws = await practiceAws({ clock })
  await makeReport(clients(aws))
  clock.advance(24 * HOUR)
  const { Buckets: [bucket] = [] } = await clients(aws).s3.send(new ListBucketsCommand({}))
  expect(bucket?.CreationDate).toEqual(new Date('2030-01-01T00:00:00Z'))
  expect(aws.clock).toBe(clock)
})

test('a reset empties the world and keeps clock and scenario', async () => {
  const aws = await practiceAws({ scenario: 'late-delivery' })
  await makeReport(clients(aws))
  aws.clock.advance(HOUR)
  const now = aws.clock.now()
  aws.reset()
  expect((await clients(aws).s3.send(new ListBucketsCommand({}))).Buckets ?? []).toEqual([])
  expect([aws.clock.now(), aws.world.scenario.name]).toEqual([now, 'late-delivery'])
})
