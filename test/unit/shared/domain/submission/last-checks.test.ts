import { describe, expect, it } from 'vitest'
import { lastChecks } from '../../../../../shared/domain/submission/last-checks.ts'
import { preflight } from '../../../../../shared/domain/submission/preflight.ts'
import { sentence } from '../../../../../shared/text/messages/index.ts'
import { WorkedCase } from '../../../../support/worked-case.ts'

const failed = (label: string) => [
  { label: 'Report', expected: 'a', actual: 'a', outcome: 'pass' as const },
  { label, expected: 'spotinst_eco', actual: 'eco', outcome: 'fail' as const },
]
const said = (worked: WorkedCase) =>
  lastChecks(worked.case).map(({ level, field, code }) => `${level} ${field}: ${code}`)

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
    expect(message).toContain('2026-11-16 09:00 UTC')
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
