import { describe, expect, test } from 'vitest'
import type { CrawlerFacts } from '../../../../../shared/domain/aws-facts.ts'
import { checkCrawler, DAILY_AT_MIDNIGHT } from '../../../../../shared/domain/checks/crawler.ts'
import { checkCrawlerObject } from '../../../../../shared/domain/checks/crawler-file.ts'
import { outcomeOf } from '../../../../../shared/domain/checks/verdict.ts'
import { codesOf } from '../../../../support/parsing.ts'

const good: CrawlerFacts = {
  name: 'AWSCURCrawler-spotinst-cur-report',
  state: 'READY',
  scheduleExpression: 'cron(0 0 * * ? *)',
  scheduleState: 'SCHEDULED',
  lastCrawl: null,
}

test('daily at 00:00 UTC is what Glue writes for it (004, steps 2.14 and 2.15)', () => {
  expect(DAILY_AT_MIDNIGHT).toBe('cron(0 0 * * ? *)')
})

describe('the crawler', () => {
  const failed = { status: 'FAILED', error: 'Insufficient Lake Formation permission(s)', at: null }
  test.each([
    ['scheduled daily', {}, 'pass', []],
    [
      'scheduled, and its last run went well',
      { lastCrawl: { ...failed, status: 'SUCCEEDED', error: null } },
      'pass',
      [],
    ],
    ['without a schedule', { scheduleExpression: null, scheduleState: null }, 'fail', ['crawler.not-daily']],
    ['scheduled at another hour', { scheduleExpression: 'cron(0 6 * * ? *)' }, 'fail', ['crawler.not-daily']],
    [
      'with the right schedule that is stopped: that is not done',
      { scheduleState: 'NOT_SCHEDULED' },
      'fail',
      ['crawler.not-scheduled'],
    ],
    [
      'whose schedule is just being changed',
      { scheduleState: 'TRANSITIONING' },
      'unknown',
      ['crawler.schedule-changing'],
    ],
    ['whose last run failed', { lastCrawl: { ...failed, error: null } }, 'warn', ['crawler.last-failed']],
    ['that Lake Formation kept out', { lastCrawl: failed }, 'warn', ['crawler.failed-lake-formation']],
    [
      'that may not use the bucket’s key',
      { lastCrawl: { ...failed, error: 'User is not authorized to perform: kms:Decrypt' } },
      'warn',
      ['crawler.failed-kms'],
    ],
  ] satisfies readonly [string, Partial<CrawlerFacts>, string, string[]][])('%s', (_, own, outcome, codes) => {
    const seen = checkCrawler({ ...good, ...own })
    expect(outcomeOf(seen)).toBe(outcome)
    expect(codesOf(seen.findings)).toEqual(codes)
  })
})

describe('the crawler file in the bucket', () => {
  const key = 'spotinst_eco/spotinst-cur-report/crawler-cfn.yml'
  const object = { bucket: 'b', key, size: 9_420, modifiedAt: '2026-11-17T08:00:00.000Z', etag: 'x' }
  const attached = (modifiedAt: string | null) => ({ size: 9_420, modifiedAt })

  test.each([
    ['is at its place', object, null, 'pass', []],
    ['is the copy that is attached', object, attached(object.modifiedAt), 'pass', []],
    ['is older than the copy', object, attached('2026-11-18T08:00:00.000Z'), 'pass', []],
    ['cannot be compared with a copy that came by hand', object, attached(null), 'pass', []],
    ['is the copy that came by hand, byte for byte', object, { ...attached(null), same: true }, 'pass', []],
    [
      'is another than the copy that came by hand',
      object,
      { ...attached(null), same: false },
      'warn',
      ['crawler-file.differs'],
    ],
    [
      'was written again with the same content',
      object,
      { ...attached('2026-11-16T08:00:00.000Z'), same: true },
      'pass',
      [],
    ],
    ['was written again since', object, attached('2026-11-16T08:00:00.000Z'), 'warn', ['crawler-file.newer']],
    [
      'lies in another folder',
      { ...object, key: `spotinst_eco/spotinst-cur-report/20261101-20261201/crawler-cfn.yml` },
      null,
      'warn',
      [],
    ],
  ] as const)('%s', (_, found, copy, outcome, codes) => {
    const seen = checkCrawlerObject(found, key, copy)
    expect(outcomeOf(seen)).toBe(outcome)
    expect(codesOf(seen.findings)).toEqual(codes)
  })
})
