import { describe, expect, test } from 'vitest'
import type { ReportDefinition } from '../../../../../shared/domain/aws-facts.ts'
import {
  checkReportDefinition,
  checkReportDelivered,
  expectedReport,
} from '../../../../../shared/domain/checks/report.ts'
import { outcomeOf } from '../../../../../shared/domain/checks/verdict.ts'
import { makeFacts } from '../../../../support/facts.ts'
import { codesOf } from '../../../../support/parsing.ts'
import { goodReport as good } from '../../../../support/report-definition.ts'

const facts = makeFacts()
const DELIVERED = '2026-11-17T08:10:27.000Z'

describe('the settings of a report', () => {
  test('that would be asked of AWS are those of the procedure', () => {
    const { lastDelivery: _at, lastStatus: _status, ...asked } = good
    expect(expectedReport(facts)).toEqual(asked)
  })

  test('as the procedure has them pass, line for line', () => {
    const seen = checkReportDefinition([good], [], facts)
    expect(outcomeOf(seen)).toBe('pass')
    expect(seen.lines).toHaveLength(11)
  })

  test.each([
    ['Time granularity', { timeUnit: 'DAILY' }, 'DAILY'],
    ['Resource IDs', { schemaElements: [] }, 'missing'],
    ['Data integration', { artifacts: ['QUICKSIGHT'] }, 'QUICKSIGHT'],
    ['Data integration', { artifacts: [] }, 'none'],
    ['Format', { format: 'textORcsv' }, 'textORcsv'],
    ['Compression', { compression: 'GZIP' }, 'GZIP'],
    ['Bucket', { bucket: 'another' }, 'another'],
    ['Prefix', { prefix: '' }, ''],
    ['Region', { region: 'eu-west-1' }, 'eu-west-1'],
    ['Versioning', { versioning: 'CREATE_NEW_REPORT' }, 'CREATE_NEW_REPORT'],
    ['Refresh of closed months', { refreshClosedReports: false }, 'off'],
  ] satisfies readonly [string, Partial<ReportDefinition>, string][])(
    '%s that differs is named',
    (label, own, actual) => {
      const seen = checkReportDefinition([{ ...good, ...own }], [], facts)
      expect(outcomeOf(seen)).toBe('fail')
      expect(seen.findings).toMatchObject([{ code: 'report.field-differs', params: { label, actual } }])
    },
  )

  test('are held against the report of that name, whatever others there are', () => {
    const other = { ...good, name: 'other', timeUnit: 'MONTHLY' }
    expect(outcomeOf(checkReportDefinition([other, good], [], facts))).toBe('pass')
  })

  test('of a report that is not there fail, with the account that was looked at', () => {
    const seen = checkReportDefinition([{ ...good, name: 'other' }], [], facts)
    expect(outcomeOf(seen)).toBe('fail')
    expect(seen.findings).toMatchObject([{ code: 'report.missing', params: { account: '111122223333' } }])
  })

  test('of a report that finds no room say so: an account has ten', () => {
    const others = Array.from({ length: 10 }, (_, i) => ({ ...good, name: `other-${i}` }))
    expect(codesOf(checkReportDefinition(others, [], facts).findings)).toEqual(['aws.report-limit', 'report.missing'])
    expect(codesOf(checkReportDefinition(others.slice(1), [], facts).findings)).toEqual(['report.missing'])
  })

  test('are not looked for in a standard data export: it is named as the dead end that it is (trap 3)', () => {
    const seen = checkReportDefinition([], ['cur2-daily'], facts)
    expect(codesOf(seen.findings)).toEqual(['report.is-data-export', 'report.missing'])
  })
})

describe('the delivery of a report', () => {
  test.each([
    ['has come', { lastDelivery: DELIVERED, lastStatus: 'SUCCESS' }, 'pass', []],
    ['has come without a status', { lastDelivery: DELIVERED, lastStatus: null }, 'pass', []],
    ['has not come yet', {}, 'unknown', ['report.not-delivered']],
    ['failed for want of permission', { lastStatus: 'ERROR_PERMISSIONS' }, 'fail', ['report.error-permissions']],
    ['failed for want of a bucket', { lastStatus: 'ERROR_NO_BUCKET' }, 'fail', ['report.error-no-bucket']],
    [
      'came once and fails since',
      { lastDelivery: DELIVERED, lastStatus: 'ERROR_PERMISSIONS' },
      'fail',
      ['report.error-permissions'],
    ],
  ] satisfies readonly [string, Partial<ReportDefinition>, string, string[]][])('%s', (_, own, outcome, codes) => {
    const seen = checkReportDelivered([{ ...good, ...own }], facts)
    expect(outcomeOf(seen)).toBe(outcome)
    expect(codesOf(seen.findings)).toEqual(codes)
  })

  test('is shown as the instant AWS gives, or as the console’s N/A', () => {
    expect(checkReportDelivered([{ ...good, lastDelivery: DELIVERED }], facts).lines[0]?.actual).toBe(DELIVERED)
    expect(checkReportDelivered([good], facts).lines[0]?.actual).toBe('N/A')
  })

  test('of a report that is not there is a failure, not a wait', () => {
    expect(outcomeOf(checkReportDelivered([], facts))).toBe('fail')
  })
})
