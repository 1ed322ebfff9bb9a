import { describe, expect, test } from 'vitest'
import { outdatedChecks } from '../../../../../shared/domain/case/outdated-checks.ts'
import type { FactName, Facts } from '../../../../../shared/domain/facts.ts'
import {
  ATHENA_REPORT,
  REDSHIFT_REPORT,
  type ReportProfile,
} from '../../../../../shared/domain/procedure/report-profile.ts'
import { CHECK_IDS, type CheckId } from '../../../../../shared/domain/procedure/types.ts'
import type { CheckRecord } from '../../../../../shared/domain/records/check.ts'
import { makeFacts } from '../../../../support/facts.ts'
import { makeCheck } from '../../../../support/records.ts'
import { WorkedCase } from '../../../../support/worked-case.ts'

const before = makeFacts({ billingReportName: 'billing', billingBucket: 'b', billingPrefix: 'p', billingRegion: 'r' })
const passed = (checkId: CheckId, own: Partial<CheckRecord> = {}) =>
  makeCheck({ checkId, outcome: 'pass', findings: [], ...own })

/** The checks that a change of facts makes out of date. */
function outdated(
  change: Partial<Facts>,
  profile: ReportProfile = ATHENA_REPORT,
  checks = CHECK_IDS.map((id) => passed(id)),
) {
  return outdatedChecks(checks, profile, before, { ...before, ...change })
}
const idsOf = (records: readonly CheckRecord[]) => records.map(({ checkId }) => checkId)

describe('a fact that changes puts those checks out of date that looked at it', () => {
  const REPORT = ['report.definition', 'report.delivered', 'crawler-file.present', 'crawler.schedule'] as const
  test.each<[FactName, readonly CheckId[]]>([
    ['reportName', REPORT],
    ['prefix', REPORT],
    ['bucket', ['bucket.ready', ...REPORT]],
    ['crawlerStackName', ['crawler-stack.status']],
    ['extractorStackName', ['extractor-stack.status']],
    ['region', CHECK_IDS.filter((id) => id !== 'account.payer' && id !== 'report.delivered')],
    ['partition', CHECK_IDS],
    ['orgIds', []],
    ['billingReportName', []],
  ])('%s: %j', (fact, ids) => {
    expect(idsOf(outdated({ [fact]: 'another' })).toSorted()).toEqual([...ids].toSorted())
  })

  test.each<[FactName, readonly CheckId[]]>([
    ['billingReportName', REPORT],
    ['billingPrefix', REPORT],
    ['billingBucket', ['bucket.ready', ...REPORT]],
    ['billingRegion', CHECK_IDS.filter((id) => id !== 'account.payer' && id !== 'report.delivered')],
    ['reportName', []],
    ['prefix', []],
    ['bucket', []],
    ['region', []],
  ])('%s, where the procedure has a report of its own: %j', (fact, ids) => {
    expect(idsOf(outdated({ [fact]: 'another' }, REDSHIFT_REPORT)).toSorted()).toEqual([...ids].toSorted())
  })

  test('and none where nothing changes, or where a check is one of a later version', () => {
    expect(outdated({})).toEqual([])
    expect(outdated({ partition: 'aws-cn' }, ATHENA_REPORT, [makeCheck({ checkId: 'moon.phase' })])).toEqual([])
  })
})

describe('a check that is out of date', () => {
  const seen = { level: 'warning', code: 'bucket.policy-other', params: { bucket: 'b' }, field: null } as const

  test('says nothing any more, says why, and keeps what it saw', () => {
    const check = passed('bucket.ready', { findings: [seen] })
    expect(outdated({ bucket: 'another' }, ATHENA_REPORT, [check])).toEqual([
      {
        ...check,
        outcome: 'unknown',
        findings: [
          { level: 'warning', code: 'check.outdated', params: { facts: 'CUR bucket name' }, field: null },
          seen,
        ],
      },
    ])
  })

  test('says all that has changed since, each once', () => {
    const [first] = outdated({ bucket: 'another', region: 'eu-west-1' }, ATHENA_REPORT, [
      passed('bucket.ready', { findings: [seen] }),
    ])
    if (!first) throw new Error('Nothing is out of date.')
    expect(first.findings[0]?.params.facts).toBe('Region, CUR bucket name')
    const [again] = outdated({ partition: 'aws-cn', bucket: 'third' }, ATHENA_REPORT, [first])
    expect(again?.findings).toEqual([
      {
        level: 'warning',
        code: 'check.outdated',
        params: { facts: 'Region, CUR bucket name, AWS partition' },
        field: null,
      },
      seen,
    ])
  })

  test('holds no more findings than a record does', () => {
    const findings = Array.from({ length: 60 }, () => seen)
    expect(
      outdated({ bucket: 'another' }, ATHENA_REPORT, [passed('bucket.ready', { findings })])[0]?.findings,
    ).toHaveLength(60)
  })

  test('is marked by the change of the case itself, unless the same change looked anew', () => {
    const c = new WorkedCase().sees('bucket.ready').sees('account.payer')
    c.sets({ bucket: 'our-cur' })
    expect(c.case.checks.map(({ checkId, outcome }) => [checkId, outcome])).toEqual([
      ['bucket.ready', 'unknown'],
      ['account.payer', 'pass'],
    ])
    c.changes((change) =>
      change
        .withPayer({ bucket: 'third' })
        .withCheck(makeCheck({ checkId: 'bucket.ready', outcome: 'pass', findings: [] })),
    )
    expect(c.case.checks.find(({ checkId }) => checkId === 'bucket.ready')?.outcome).toBe('pass')
  })
})
