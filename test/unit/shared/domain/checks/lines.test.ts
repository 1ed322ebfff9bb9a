import { describe, expect, test } from 'vitest'
import type { BucketFacts, CrawlerFacts, ReportDefinition } from '../../../../../shared/domain/aws-facts.ts'
import { proposedBucketPolicy } from '../../../../../shared/domain/bucket-policy.ts'
import { checkAccount } from '../../../../../shared/domain/checks/account.ts'
import { checkBucket } from '../../../../../shared/domain/checks/bucket.ts'
import { checkConcurrency } from '../../../../../shared/domain/checks/concurrency.ts'
import { checkCrawler } from '../../../../../shared/domain/checks/crawler.ts'
import { checkCrawlerFileContent, checkCrawlerObject } from '../../../../../shared/domain/checks/crawler-file.ts'
import { checkReportDefinition, checkReportDelivered } from '../../../../../shared/domain/checks/report.ts'
import { outcomeOf, type Verdict } from '../../../../../shared/domain/checks/verdict.ts'
import { validateCrawlerTemplate } from '../../../../../shared/domain/crawler-template/validate.ts'
import { REDSHIFT_REPORT } from '../../../../../shared/domain/procedure/report-profile.ts'
import { CURRENT_RUNTIME, crawlerTemplate, spotless } from '../../../../support/crawler-template-samples.ts'
import { makeFacts } from '../../../../support/facts.ts'
import { codesOf } from '../../../../support/parsing.ts'
import { goodReport as good } from '../../../../support/report-definition.ts'

/** What a person reads of a check, line by line: what is looked at, what is expected, what is there, and what of it. */
const shown = ({ lines }: Verdict) => lines.map((l) => `${l.label} | ${l.expected} | ${l.actual} | ${l.outcome}`)
const facts = makeFacts()
const ACCOUNT = '111122223333'

describe('the account is shown', () => {
  const identity = { accountId: ACCOUNT, arn: 'arn', endpoint: 'sts', simulated: false }
  test.each([
    ['management', undefined, 'management | pass'],
    ['standalone', undefined, 'standalone | pass'],
    ['member', undefined, 'member | fail'],
    [null, undefined, 'not readable | no-access'],
    [null, 'unknown', 'not readable | unknown'],
  ] as const)('with its role %s (%s): %s', (role, unread, told) => {
    expect(shown(checkAccount(identity, ACCOUNT, role, unread))).toEqual([
      `Account | ${ACCOUNT} | ${ACCOUNT} | pass`,
      `Role in its organization | management | ${told}`,
    ])
  })
})

describe('a bucket is shown', () => {
  const scope = { bucket: 'spotinst-cur-report-111122223333', accountId: ACCOUNT, partition: 'aws' } as const
  const bucket = (own: Partial<BucketFacts>): Verdict =>
    checkBucket(
      { region: 'us-east-1', ownedByExpected: true, policy: proposedBucketPolicy(scope), notifications: [], ...own },
      facts,
    )

  test('as it should be', () => {
    expect(shown(bucket({}))).toEqual([
      `Owner | ${ACCOUNT} | ${ACCOUNT} | pass`,
      'Region | us-east-1 | us-east-1 | pass',
      'Policy | lets AWS deliver reports | lets AWS deliver reports | pass',
      'Event notifications | only the crawler’s | none | pass',
    ])
  })

  test.each<[string, Partial<BucketFacts>, string]>([
    ['of another account', { ownedByExpected: false }, `Owner | ${ACCOUNT} | another account | fail`],
    ['of nobody known', { ownedByExpected: null }, `Owner | ${ACCOUNT} | not known | unknown`],
    ['in another region', { region: 'eu-west-1' }, 'Region | us-east-1 | eu-west-1 | fail'],
    ['in a region that is not told', { region: null }, 'Region | us-east-1 | not readable | no-access'],
    ['without a policy', { policy: null }, 'Policy | lets AWS deliver reports | none | fail'],
    [
      'with a policy that is not told',
      { policy: undefined },
      'Policy | lets AWS deliver reports | not readable | no-access',
    ],
    ['with another policy', { policy: '{}' }, 'Policy | lets AWS deliver reports | another policy | warn'],
    ['with another consumer', { notifications: ['a', 'b'] }, 'Event notifications | only the crawler’s | a, b | warn'],
    [
      'with consumers that are not told',
      { notifications: undefined },
      'Event notifications | only the crawler’s | not readable | no-access',
    ],
  ])('%s', (_, own, line) => {
    expect(shown(bucket(own))).toContain(line)
  })

  test.each<[Partial<BucketFacts>, string]>([
    [{ region: null }, 's3:GetBucketLocation'],
    [{ policy: undefined }, 's3:GetBucketPolicy'],
    [{ notifications: undefined }, 's3:GetBucketNotification'],
  ])('with the permission that is missing: %o', (own, action) => {
    expect(bucket(own).findings).toEqual([
      { level: 'info', code: 'aws.no-access', params: { action, code: 'AccessDenied' } },
    ])
  })

  test('with all whom the stack would cut off', () => {
    expect(bucket({ notifications: ['a', 'b'] }).findings[0]?.params).toEqual({ targets: 'a, b' })
  })

  test('against nothing where the case knows nothing of it yet', () => {
    const nothing = makeFacts({ bucket: null, payerAccountId: null, region: null })
    const seen = checkBucket({ region: 'us-east-1', ownedByExpected: true, policy: null, notifications: [] }, nothing)
    expect(shown(seen)).toEqual([
      'Owner |  |  | pass',
      'Region |  | us-east-1 | fail',
      'Policy | lets AWS deliver reports | none | fail',
      'Event notifications | only the crawler’s | none | pass',
    ])
    expect(seen.findings.map(({ params }) => params.bucket)).toEqual(['', ''])
  })
})

describe('concurrency is shown', () => {
  test.each([
    [{ limit: 1_000, unreserved: 900 }, false, '900', '1000', 'pass'],
    [{ limit: 110, unreserved: 10 }, false, '10', '110', 'warn'],
    [{ limit: 110, unreserved: 10 }, true, '10, the stack has its own', '110', 'pass'],
  ])('of %o, the stack standing: %s', (account, stands, unreserved, limit, outcome) => {
    expect(shown(checkConcurrency(account, 'us-east-1', stands))).toEqual([
      `Unreserved executions | at least 102 | ${unreserved} | ${outcome}`,
      `Quota of the account | at least 102 | ${limit} | ${outcome}`,
    ])
  })
})

describe('the crawler is shown', () => {
  const good: CrawlerFacts = {
    name: 'AWSCURCrawler',
    state: 'READY',
    scheduleExpression: 'cron(0 0 * * ? *)',
    scheduleState: 'SCHEDULED',
    lastCrawl: null,
  }
  test.each<[Partial<CrawlerFacts>, readonly string[]]>([
    [{}, ['cron(0 0 * * ? *) | pass', 'SCHEDULED | pass', 'none yet | pass']],
    [{ scheduleExpression: null, scheduleState: null }, ['none | fail', 'none | fail', 'none yet | pass']],
    [{ scheduleState: 'TRANSITIONING' }, ['cron(0 0 * * ? *) | pass', 'TRANSITIONING | unknown', 'none yet | pass']],
    [
      { lastCrawl: { status: 'FAILED', error: null, at: null } },
      ['cron(0 0 * * ? *) | pass', 'SCHEDULED | pass', 'FAILED | warn'],
    ],
    [
      { lastCrawl: { status: 'SUCCEEDED', error: null, at: null } },
      ['cron(0 0 * * ? *) | pass', 'SCHEDULED | pass', 'SUCCEEDED | pass'],
    ],
  ])('with schedule and last run: %o', (own, [schedule, state, last]) => {
    expect(shown(checkCrawler({ ...good, ...own }))).toEqual([
      `Schedule | cron(0 0 * * ? *) | ${schedule}`,
      `Schedule state | SCHEDULED | ${state}`,
      `Last run | SUCCEEDED or none yet | ${last}`,
    ])
  })

  test('with Glue’s own words of what went wrong', () => {
    const failed = (error: string | null) => checkCrawler({ ...good, lastCrawl: { status: 'FAILED', error, at: null } })
    expect(failed('Out of memory').findings).toMatchObject([
      { code: 'crawler.last-failed', params: { error: 'Out of memory' } },
    ])
    expect(failed(null).findings[0]?.params).toEqual({ error: 'no reason given' })
    expect(codesOf(failed('no LakeFormation permission').findings)).toEqual(['crawler.failed-lake-formation'])
  })
})

describe('the crawler file is shown', () => {
  const key = 'eco/daily/crawler-cfn.yml'
  const object = { bucket: 'b', key, size: 9_420, modifiedAt: '2026-11-17T08:00:00.000Z', etag: 'x' }
  const copy = { size: 9_420, modifiedAt: null }
  const WRITTEN = 'Written by AWS | a date | 2026-11-17T08:00:00.000Z | pass'

  test('with its key and when AWS wrote it', () => {
    expect(shown(checkCrawlerObject(object, key, null))).toEqual([`Key | ${key} | ${key} | pass`, WRITTEN])
    expect(shown(checkCrawlerObject({ ...object, key: 'eco/x.yml', modifiedAt: null }, key, null))).toEqual([
      `Key | ${key} | eco/x.yml | warn`,
    ])
  })

  test('beside the attached copy, where the bytes were compared', () => {
    expect(shown(checkCrawlerObject(object, key, copy))).toHaveLength(2)
    expect(shown(checkCrawlerObject(object, key, { ...copy, same: true }))[1]).toBe(
      'Attached copy | the same file | the same file | pass',
    )
    expect(shown(checkCrawlerObject(object, key, { ...copy, same: false }))[1]).toBe(
      'Attached copy | the same file | another | warn',
    )
  })

  test('with what it says of itself', () => {
    const report = validateCrawlerTemplate(spotless())
    const expected = { bucket: 'cris-spotinst-test', prefix: 'spotinst_eco', report: 'spotinst-cur-report' }
    const seen = checkCrawlerFileContent(report, expected)
    expect(shown(seen)).toEqual([
      'Names the bucket | cris-spotinst-test | cris-spotinst-test | pass',
      'Names the prefix | spotinst_eco | spotinst_eco | pass',
      'Names the report | spotinst-cur-report | spotinst-cur-report | pass',
      `Runtimes | none retired | ${CURRENT_RUNTIME} | pass`,
    ])
    expect(outcomeOf(seen)).toBe('pass')
  })

  test('with what it says otherwise, or not at all', () => {
    const retired = validateCrawlerTemplate(crawlerTemplate({ runtime: 'nodejs8.10' }))
    expect(shown(checkCrawlerFileContent(retired, { bucket: 'our-cur' }))).toEqual([
      'Names the bucket | our-cur | cris-spotinst-test | fail',
      'Names the prefix |  | spotinst_eco | fail',
      'Names the report |  | spotinst-cur-report | fail',
      'Runtimes | none retired | nodejs8.10 | warn',
    ])
    const page = checkCrawlerFileContent(validateCrawlerTemplate('<Error><Code>AccessDenied</Code></Error>'), {
      bucket: 'our-cur',
      prefix: 'eco',
      report: 'daily',
    })
    expect(shown(page)).toEqual([
      'Names the bucket | our-cur | not said | fail',
      'Names the prefix | eco | not said | fail',
      'Names the report | daily | not said | fail',
      'Runtimes | none retired | none | pass',
    ])
    expect(page.findings).not.toEqual([])
  })
})

describe('a report is shown', () => {
  test('setting by setting', () => {
    expect(shown(checkReportDefinition([good], [], facts))).toEqual([
      'Report | spotinst-cur-report | spotinst-cur-report | pass',
      'Time granularity | HOURLY | HOURLY | pass',
      'Resource IDs | included | included | pass',
      'Data integration | Athena | Athena | pass',
      'Format | Parquet | Parquet | pass',
      'Compression | Parquet | Parquet | pass',
      'Bucket | spotinst-cur-report-111122223333 | spotinst-cur-report-111122223333 | pass',
      'Prefix | spotinst_eco | spotinst_eco | pass',
      'Region | us-east-1 | us-east-1 | pass',
      'Versioning | OVERWRITE_REPORT | OVERWRITE_REPORT | pass',
      'Refresh of closed months | on | on | pass',
    ])
  })

  test('that was made for the other kind of procedure, as such: one report cannot serve both', () => {
    const redshift = checkReportDefinition([{ ...good, artifacts: ['REDSHIFT', 'QUICKSIGHT'] }], [], facts)
    expect(redshift.lines[3]).toMatchObject({ expected: 'Athena', actual: 'Redshift, QUICKSIGHT' })
    expect(redshift.findings[0]).toEqual({
      level: 'error',
      code: 'report.serves-another',
      params: { report: 'spotinst-cur-report', made: 'Billing Engine' },
    })
    const athena = checkReportDefinition([good], [], facts, REDSHIFT_REPORT)
    expect(athena.lines[3]).toMatchObject({ expected: 'Redshift', actual: 'Athena' })
    expect(athena.findings[0]).toMatchObject({
      code: 'report.serves-another',
      params: { made: 'Eco and Cloud Analyzer' },
    })
  })

  test.each([
    ['overwrite', 'OVERWRITE_REPORT', 'pass'],
    ['new-versions', 'CREATE_NEW_REPORT', 'fail'],
    [null, 'OVERWRITE_REPORT', 'pass'],
  ])('with the versioning that was chosen: %s', (reportVersioning, versioning, outcome) => {
    const seen = checkReportDefinition([good], [], makeFacts({ reportVersioning }), REDSHIFT_REPORT)
    expect(seen.lines[9]).toMatchObject({ label: 'Versioning', expected: versioning, outcome })
  })

  test('that is not there, with the room that the account has', () => {
    const others = (length: number) => Array.from({ length }, (_, i) => ({ ...good, name: `other-${i}` }))
    expect(shown(checkReportDefinition(others(9), [], facts))).toEqual([
      'Report | spotinst-cur-report | not there | fail',
      'Reports in the account | fewer than 10 | 9 | pass',
    ])
    expect(shown(checkReportDefinition(others(10), [], facts))[1]).toBe(
      'Reports in the account | fewer than 10 | 10 | fail',
    )
  })

  test.each<[Partial<ReportDefinition>, string, string]>([
    [{}, 'N/A | unknown', 'none | unknown'],
    [{ lastDelivery: 'noon', lastStatus: null }, 'noon | pass', 'none | pass'],
    [{ lastDelivery: 'noon', lastStatus: 'SUCCESS' }, 'noon | pass', 'SUCCESS | pass'],
    [{ lastStatus: 'ERROR_NO_BUCKET' }, 'N/A | unknown', 'ERROR_NO_BUCKET | fail'],
  ])('with its delivery: %o', (own, delivery, status) => {
    expect(
      shown(
        checkReportDelivered(
          [
            { ...good, name: 'other' },
            { ...good, ...own },
          ],
          facts,
        ),
      ),
    ).toEqual([`Data last refreshed | a date | ${delivery}`, `Last status | SUCCESS | ${status}`])
  })

  test('whose delivery is looked for in vain', () => {
    const seen = checkReportDelivered([], facts)
    expect(shown(seen)).toEqual(['Report | spotinst-cur-report | not there | fail'])
    expect(seen.findings).toEqual([
      { level: 'error', code: 'report.missing', params: { report: 'spotinst-cur-report', account: ACCOUNT } },
    ])
  })
})
