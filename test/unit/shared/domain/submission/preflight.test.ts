import { describe, expect, test } from 'vitest'
import { validateCrawlerTemplate } from '../../../../../shared/domain/crawler-template/validate.ts'
import { itemsOf } from '../../../../../shared/domain/submission/items.ts'
import { LAST_DELIVERY_LABEL, preflight } from '../../../../../shared/domain/submission/preflight.ts'
import { type SampleOptions, savedInstead, spotless } from '../../../../support/crawler-template-samples.ts'
import { makeCheck } from '../../../../support/records.ts'
import { wholeFinding } from '../../../../support/told.ts'
import { type CaseOptions, WorkedCase } from '../../../../support/worked-case.ts'

const BUCKET = 'spotinst-cur-report-111122223333'
const FILE = { bucket: BUCKET, prefix: 'spotinst_eco', report: 'spotinst-cur-report' }

/** A case that has everything, with parts of it exchanged. */
interface Given extends CaseOptions {
  /** The attached file; null: none. */
  readonly file?: string | null
  readonly modifiedAt?: string
}

/** How the preflight of a case stands, against the file that is really attached. */
function judged({ file = spotless(FILE), modifiedAt, ...options }: Given = {}) {
  const c = new WorkedCase(options)
  if (file !== null) c.getsFile(modifiedAt ? { modifiedAt } : {})
  return { c, ...against(c, file) }
}

function against(c: WorkedCase, file: string | null) {
  const { bucket, prefix, reportName: report } = c.case.payer
  const verdict =
    file === null
      ? null
      : validateCrawlerTemplate(new TextEncoder().encode(file), { bucket, prefix, report }, ['nodejs16.x'])
  const { findings, items } = preflight(c.case, c.settings, verdict)
  const said = (level: string) =>
    findings.filter((f) => wholeFinding(f).level === level).map((f) => `${f.field}: ${f.code}`)
  return { findings, items, errors: said('error'), warnings: said('warning'), info: said('info') }
}

const fileOf = (own: Partial<SampleOptions>) => spotless({ ...FILE, ...own })

test('a case that has all seven items in order is ready, and its items are what goes out', () => {
  const { c, items, errors, warnings, info } = judged()
  expect({ errors, warnings }).toEqual({ errors: [], warnings: [] })
  // What is normal is said and no more.
  expect(info).toEqual(['bucket: item.bucket-differs', 'crawlerStackName: item.stack-not-created'])
  expect(items).toEqual(itemsOf(c.case, c.settings))
  expect(items).toMatchObject({
    mspAccountId: '999900001111',
    managementAccountId: '111122223333',
    bucket: BUCKET,
    stackName: 'SpotEcoStack',
    prefix: 'spotinst_eco',
    orgIds: ['606606606606'],
  })
})

describe('an item that is absent', () => {
  test.each([
    ['the crawler file', { file: null }, 'crawlerFile: item.crawler-file-missing'],
    ['the MSP’s account', { settings: { mspAccountId: '' } }, 'mspAccountId: account-id.missing'],
    ['the management account', { customer: { managementAccountId: '' } }, 'managementAccountId: account-id.missing'],
    ['the bucket', { payer: { bucket: '' } }, 'bucket: item.bucket-missing'],
    ['the stack name', { payer: { crawlerStackName: '' } }, 'crawlerStackName: item.stack-name-missing'],
    ['the Org IDs', { customer: { orgIds: [] } }, 'orgIds: item.org-ids-missing'],
  ] satisfies readonly [string, Given, string][])('%s refuses the submission', (_, given, error) => {
    const { errors, items } = judged(given)
    expect(errors).toContain(error)
    expect(items).toBeNull()
  })

  test('the prefix: it may be empty, where the report was really made without one, and is warned of', () => {
    const { errors, warnings, items } = judged({ payer: { prefix: '' }, file: fileOf({ prefix: '' }) })
    expect(errors).toEqual([])
    expect(warnings).toEqual(['prefix: item.prefix-empty'])
    expect(items?.prefix).toBe('')
  })

  test('the prefix alone, where the file has one: refused', () => {
    expect(judged({ payer: { prefix: '' } }).errors).toEqual(['crawlerFile: item.crawler-file-invalid'])
  })
})

describe('an item that is malformed', () => {
  test.each([
    [
      'an XML error page for a crawler file',
      { file: savedInstead.accessDenied },
      'crawlerFile: item.crawler-file-invalid',
    ],
    ['a sign-in page for a crawler file', { file: savedInstead.signIn }, 'crawlerFile: item.crawler-file-invalid'],
    ['half a crawler file', { file: spotless(FILE).slice(0, 4_000) }, 'crawlerFile: item.crawler-file-invalid'],
    [
      '13 digits for the MSP’s account',
      { settings: { mspAccountId: '9999000011112' } },
      'mspAccountId: account-id.malformed',
    ],
    [
      '11 digits for the management account',
      { customer: { managementAccountId: '11112222333' } },
      'managementAccountId: account-id.leading-zeros',
    ],
    [
      'a spreadsheet’s number for the management account',
      { customer: { managementAccountId: '1.11122E+11' } },
      'managementAccountId: account-id.spreadsheet',
    ],
    ['a bucket that S3 would refuse', { payer: { bucket: 'spot_bucket' } }, 'bucket: bucket.illegal-character'],
    [
      'a stack name with spaces',
      { payer: { crawlerStackName: 'Spot Eco Stack' } },
      'crawlerStackName: stack-name.illegal',
    ],
    ['a prefix with a blank', { payer: { prefix: 'spot inst' } }, 'prefix: prefix.illegal'],
    ['a Spot account for an Org ID', { customer: { orgIds: ['act-1234abcd'] } }, 'orgIds: org-id.is-spot-account'],
    [
      'a Flexera Org ID for a Spot one',
      { customer: { orgIds: ['606606606606', '4711'] } },
      'orgIds: org-id.is-flexera',
    ],
  ] satisfies readonly [string, Given, string][])('%s refuses the submission', (_, given, error) => {
    const { errors, items } = judged(given)
    expect(errors).toContain(error)
    expect(items).toBeNull()
  })

  test.each([
    ['an Org ID of another length than usual', { customer: { orgIds: ['6066066'] } }, 'orgIds: org-id.unusual-length'],
    [
      'a runtime that AWS has retired',
      { file: fileOf({ runtime: 'nodejs16.x' }) },
      'crawlerFile: crawler-template.runtime-retired',
    ],
  ] satisfies readonly [string, Given, string][])('%s is warned of, and goes out', (_, given, warning) => {
    const { errors, warnings, items } = judged(given)
    expect(errors).toEqual([])
    expect(warnings).toEqual([warning])
    expect(items).not.toBeNull()
  })

  test('a prefix as the console shows it is warned of, and fits no file', () => {
    const { errors, warnings } = judged({ payer: { prefix: 'spotinst_eco/spotinst-cur-report/date-range' } })
    expect(warnings).toContain('prefix: prefix.date-range-dropped')
    expect(errors).toEqual(['crawlerFile: item.crawler-file-invalid'])
  })
})

describe('an item swapped with its neighbour', () => {
  const MSP = '999900001111'
  const MANAGEMENT = '111122223333'

  test.each([
    [
      'the crawler file with one of another report',
      { file: fileOf({ report: 'another-report' }) },
      'crawlerFile: item.crawler-file-invalid',
    ],
    [
      'the crawler file with one of another customer’s bucket',
      { file: fileOf({ bucket: 'spotinst-cur-report-444455556666' }) },
      'crawlerFile: item.crawler-file-invalid',
    ],
    [
      'the MSP’s account in both places',
      { customer: { managementAccountId: MSP }, payer: { accountId: MSP } },
      'managementAccountId: item.msp-equals-management',
    ],
    [
      'the management account with the bucket',
      { customer: { managementAccountId: BUCKET }, payer: { bucket: MANAGEMENT } },
      'managementAccountId: account-id.not-digits',
    ],
    [
      'the bucket with the stack name',
      { payer: { bucket: 'SpotEcoStack', crawlerStackName: BUCKET } },
      'bucket: bucket.upper-case',
    ],
    [
      'the stack name with the prefix',
      { payer: { crawlerStackName: 'spotinst_eco', prefix: 'SpotEcoStack' } },
      'crawlerStackName: stack-name.illegal',
    ],
    [
      'the prefix with the Org ID',
      { payer: { prefix: '606606606606' }, customer: { orgIds: ['spotinst_eco'] } },
      'orgIds: org-id.malformed',
    ],
    [
      'the bucket with a prefix that is as legal',
      { payer: { bucket: 'spotinst-eco', prefix: BUCKET } },
      'crawlerFile: item.crawler-file-invalid',
    ],
    [
      'the stack name with a prefix that is as legal',
      { payer: { crawlerStackName: 'eco', prefix: 'SpotEcoStack' } },
      'crawlerFile: item.crawler-file-invalid',
    ],
  ] satisfies readonly [string, Given, string][])('%s: refused', (_, given, error) => {
    const { errors, items } = judged(given)
    expect(errors).toContain(error)
    expect(items).toBeNull()
  })

  test.each([
    [
      'the MSP’s account with the management account',
      { settings: { mspAccountId: MANAGEMENT }, customer: { managementAccountId: MSP } },
      'managementAccountId: item.payer-is-another',
    ],
    [
      'the management account with the shared payer',
      { payer: { kind: 'shared' as const } },
      'managementAccountId: item.management-is-shared-payer',
    ],
    ['the management account with the Org ID', { customer: { orgIds: [MANAGEMENT] } }, 'orgIds: org-id.equals-account'],
    ['the MSP’s account in the place of the Org ID', { customer: { orgIds: [MSP] } }, 'orgIds: org-id.equals-account'],
    [
      'the bucket in the place of the stack name',
      { payer: { crawlerStackName: BUCKET } },
      'crawlerStackName: item.ids-equal',
    ],
    [
      'the stack name in the place of the prefix',
      { payer: { prefix: 'SpotEcoStack' }, file: fileOf({ prefix: 'SpotEcoStack' }) },
      'prefix: item.ids-equal',
    ],
  ] satisfies readonly [string, Given, string][])('%s: warned of', (_, given, warning) => {
    const { errors, warnings } = judged(given)
    expect(errors).toEqual([])
    expect(warnings).toEqual([warning])
  })

  test('a shared payer with a customer’s own management account is as it should be', () => {
    const payer = { kind: 'shared', accountId: '444455556666' } as const
    expect(judged({ payer })).toMatchObject({ errors: [], warnings: [] })
  })
})

describe('what else is known of the case', () => {
  const delivered = (actual: string) =>
    makeCheck({
      checkId: 'report.delivered',
      lines: [{ label: LAST_DELIVERY_LABEL, expected: 'a date', actual, outcome: 'pass' }],
    })

  test.each([
    ['2026-11-18T08:00:00.000Z', ['crawlerFile: item.crawler-file-older']],
    ['2026-11-17T08:00:00.000Z', []],
    ['N/A', []],
  ])('a delivery of %s after the file was written: %j', (actual, expected) => {
    const c = new WorkedCase().getsFile({ modifiedAt: '2026-11-17T08:00:00.000Z' })
    c.changes((change) => change.withCheck(delivered(actual)))
    expect(against(c, spotless(FILE)).warnings).toEqual(expected)
  })

  test('a stack that was seen is not said to be missing', () => {
    const c = new WorkedCase().getsFile().sees('crawler-stack.status')
    expect(against(c, spotless(FILE)).info).toEqual(['bucket: item.bucket-differs'])
  })

  test('a stack that failed, and a look at something else, leave it missing', () => {
    const c = new WorkedCase().getsFile().sees('crawler-stack.status', 'warn').sees('bucket.ready')
    expect(against(c, spotless(FILE)).info).toContain('crawlerStackName: item.stack-not-created')
  })

  test('the delivery is read from the check that looks for it, and from its own line', () => {
    const lines = [
      { label: 'Last status', expected: 'SUCCESS', actual: '2026-12-24T08:00:00.000Z', outcome: 'pass' as const },
      { label: LAST_DELIVERY_LABEL, expected: 'a date', actual: '2026-11-16T08:00:00.000Z', outcome: 'pass' as const },
    ]
    const c = new WorkedCase().getsFile({ modifiedAt: '2026-11-17T08:00:00.000Z' })
    c.sees('bucket.ready', 'pass', { lines: delivered('2026-12-24T08:00:00.000Z').lines }).sees(
      'report.delivered',
      'pass',
      { lines },
    )
    expect(against(c, spotless(FILE)).warnings).toEqual([])
  })

  test('a bucket named as in the document needs no remark', () => {
    const given = { payer: { bucket: 'spotinst-cur-report' }, file: fileOf({ bucket: 'spotinst-cur-report' }) }
    expect(judged(given).info).toEqual(['crawlerStackName: item.stack-not-created'])
  })

  test('nobody to send it to is warned of', () => {
    const settings = { recipient: { kind: 'sales', name: 'Sam', email: '' } } as const
    expect(judged({ settings }).warnings).toEqual(['recipient: item.no-recipient'])
  })
})
