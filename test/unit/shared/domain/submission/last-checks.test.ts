import { describe, expect, it } from 'vitest'
import type { CheckRecord } from '../../../../../shared/domain/records/check.ts'
import { lastChecks } from '../../../../../shared/domain/submission/last-checks.ts'
import { preflight } from '../../../../../shared/domain/submission/preflight.ts'
import { sentence } from '../../../../../shared/text/messages/index.ts'
import { wholeFinding } from '../../../../support/told.ts'
import { WorkedCase } from '../../../../support/worked-case.ts'

const failed = (label: string) => [
  { label: 'Report', expected: 'a', actual: 'a', outcome: 'pass' as const },
  { label, expected: 'spotinst_eco', actual: 'eco', outcome: 'fail' as const },
]
const said = (worked: WorkedCase) =>
  lastChecks(worked.case)
    .map(wholeFinding)
    .map(({ level, field, code }) => `${level} ${field}: ${code}`)

describe('the last look at AWS', () => {
  it.each([
    ['report.definition', 'Prefix', 'prefix'],
    ['report.definition', 'Bucket', 'bucket'],
    ['report.definition', 'Format', 'bucket'],
    ['bucket.ready', 'Owner', 'bucket'],
    ['crawler-file.present', 'File', 'crawlerFile'],
    ['crawler-stack.status', 'Status', 'crawlerStackName'],
    ['account.payer', 'Account', 'managementAccountId'],
  ] as const)('that failed (%s, %s) is warned of at %s', (check, label, field) => {
    const worked = new WorkedCase().sees(check, 'fail', { lines: failed(label) })
    expect(said(worked)).toEqual([`warning ${field}: item.check-failed`])
  })

  it('says what AWS said, and when', () => {
    const findings = [
      { level: 'error' as const, code: 'report.error-no-bucket', params: { bucket: 'gone' }, field: null },
    ]
    const worked = new WorkedCase().sees('bucket.ready', 'fail', { findings })
    const [one] = lastChecks(worked.case)
    const { message } = sentence('item.check-failed', one?.params ?? {})
    expect(message).toContain(sentence('report.error-no-bucket', { bucket: 'gone' }).message)
    expect(message).toContain('16 Nov 2026, 09:00 UTC')
  })

  it('says the first error, or the first line that failed where there is none that it knows', () => {
    const first = (own: Partial<CheckRecord>) =>
      lastChecks(new WorkedCase().sees('report.definition', 'fail', own).case)[0]?.params.first
    const warning = { level: 'warning' as const, code: 'region.not-us-east-1', params: { region: 'r' }, field: null }
    const error = { level: 'error' as const, code: 'report.error-no-bucket', params: { bucket: 'gone' }, field: null }
    expect(first({ findings: [warning, error], lines: failed('Prefix') })).toBe(
      sentence('report.error-no-bucket', { bucket: 'gone' }).message,
    )
    const line = 'Prefix: expected spotinst_eco, is eco.'
    expect(first({ findings: [warning], lines: failed('Prefix') })).toBe(line)
    expect(first({ findings: [{ ...error, code: 'of.a-later-version' }], lines: failed('Prefix') })).toBe(line)
    expect(first({ findings: [], lines: [] })).toBe('')
  })

  it('says nothing of a stack that is yet to be made, and warns of one that is gone', () => {
    const findings = [
      { level: 'error' as const, code: 'stack.missing', params: { stack: 'SpotEcoStack' }, field: null },
    ]
    const looked = new WorkedCase().sees('crawler-stack.status', 'fail', { findings, lines: failed('Stack') })
    expect(said(looked)).toEqual([])
    const { id: caseId } = looked.case.record
    const [stepId, at, by] = ['crawler-stack.create', looked.now, 'Ana']
    const created = { caseId, stepId, state: 'done' as const, at, by, reason: '', evidence: null }
    const [gone] = lastChecks({ ...looked.case, steps: [created] })
    expect(gone).toMatchObject({ code: 'item.check-failed', field: 'crawlerStackName' })
  })

  it('of a thing that is no item of the submission needs no warning', () => {
    expect(said(new WorkedCase().sees('lambda.concurrency', 'fail', { lines: failed('Prefix') }))).toEqual([])
  })

  it.each(['pass', 'warn', 'unknown', 'no-access'] as const)('that came out as “%s” needs no warning', (outcome) => {
    expect(said(new WorkedCase().sees('report.definition', outcome, { lines: failed('Prefix') }))).toEqual([])
  })

  it('counts for the submission, as a warning that is recorded and does not refuse it', () => {
    const worked = new WorkedCase().getsFile().sees('report.definition', 'fail', { lines: failed('Prefix') })
    const { findings } = preflight(worked.case, worked.settings, null)
    expect(findings.filter(({ code }) => code === 'item.check-failed')).toHaveLength(1)
  })
})
