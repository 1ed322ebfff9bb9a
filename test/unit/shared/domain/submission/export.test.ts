import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../../../../shared/domain/refusal.ts'
import { attemptToExport } from '../../../../../shared/domain/submission/attempt.ts'
import { recordExport, recordExportAgain, refuseExport } from '../../../../../shared/domain/submission/export.ts'
import { itemsOf } from '../../../../../shared/domain/submission/items.ts'
import { PHASE_1, ready } from '../../../../support/submissions.ts'
import { refusedWith, WorkedCase } from '../../../../support/worked-case.ts'

describe('an export', () => {
  const files = [{ name: 'crawler-cfn.yml', sha256: 'ab'.repeat(32), size: 9_420 }]
  const written = { from: null, subject: 'For Spot', text: 'Hello', json: '{}' }

  function exported(c: WorkedCase) {
    const submission = attemptToExport(c.case, c.act())
    const items = itemsOf(c.case, c.settings)
    if (isRefusal(submission) || !items) throw new Error('It cannot be exported.')
    const findings = [
      { level: 'info', code: 'item.bucket-differs', params: { bucket: 'b', document: 'd' }, field: 'bucket' },
      { level: 'warning', code: 'item.prefix-empty', params: {}, field: 'prefix' },
    ] as const
    const e = { submission, items, findings, format: 'zip', name: 'a-bundle', files, written } as const
    return c.take(recordExport(c.case, c.procedure, e, c.act()))
  }

  test('is kept with its files, its words and the warnings that stood, and is on the record', () => {
    const c = exported(ready())
    expect(c.case.submissions).toMatchObject([
      {
        attempt: 1,
        state: 'exported',
        items: itemsOf(c.case, c.settings),
        warnings: [{ level: 'warning', code: 'item.prefix-empty', params: {}, field: 'prefix' }],
        exported: { at: c.now, by: 'Ana', format: 'zip', name: 'a-bundle', files },
        written,
      },
    ])
    expect(c.activity.at(-1)).toMatchObject({
      what: 'submission.exported',
      params: {
        submission: c.case.submissions[0]?.id,
        attempt: 1,
        format: 'zip',
        name: 'a-bundle',
        files,
        warnings: ['item.prefix-empty'],
      },
    })
  })

  test('written once more leaves the attempt as it is, and is on the record', () => {
    const c = exported(ready())
    const before = c.case.submissions
    const [submission] = before
    if (!submission) throw new Error('There is no attempt.')
    c.take(recordExportAgain(c.case, c.procedure, submission, { format: 'folder', name: 'again', files }, c.act()))
    expect(c.case.submissions).toEqual(before)
    expect(c.activity.at(-1)).toMatchObject({
      what: 'submission.exported-again',
      params: { submission: submission.id, attempt: 1, format: 'folder', name: 'again', files },
    })
  })
})

describe('an export is refused', () => {
  const error = { level: 'error', code: 'item.bucket-missing', params: {}, field: 'bucket' } as const
  const warning = { level: 'warning', code: 'item.prefix-empty', params: {}, field: 'prefix' } as const

  test('while an error stands, with the first of them and how many there are', () => {
    const c = ready()
    expect(refuseExport(c.case, c.procedure, [warning, error, error], c.act())).toMatchObject({
      code: 'submission.refused',
      params: { errors: 2, first: 'The CUR bucket name is missing.' },
      field: 'bucket',
    })
    expect(refuseExport(c.case, c.procedure, [warning], c.act())).toBeNull()
  })

  test('before its turn: the stack name is fixed before the submission goes out, because it carries it', () => {
    const c = new WorkedCase().does(...PHASE_1, 'report.delivered').getsFile()
    const refusal = refusedWith(refuseExport(c.case, c.procedure, [], c.act()))
    expect(refusal).toMatchObject({ code: 'step.gate-shut', field: 'step' })
    expect(refusal.params.waitsFor).toMatch(/^[A-Z“].+\.$/)
    expect(refuseExport(c.does('crawler-stack.name').case, c.procedure, [], c.act())).toBeNull()
  })

  test('in a case that is not open', () => {
    const c = ready()
    c.take(c.move('hold'))
    expect(refuseExport(c.case, c.procedure, [], c.act())?.code).toBe('case.not-open')
  })
})
