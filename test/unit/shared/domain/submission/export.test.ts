import { describe, expect, test } from 'vitest'
import { refuseExport } from '../../../../../shared/domain/submission/export.ts'
import { PHASE_1, ready } from '../../../../support/submissions.ts'
import { WorkedCase } from '../../../../support/worked-case.ts'

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
    expect(refuseExport(c.case, c.procedure, [], c.act())).toMatchObject({ code: 'step.gate-shut', field: 'step' })
    expect(refuseExport(c.does('crawler-stack.name').case, c.procedure, [], c.act())).toBeNull()
  })

  test('in a case that is not open', () => {
    const c = ready()
    c.take(c.move('hold'))
    expect(refuseExport(c.case, c.procedure, [], c.act())?.code).toBe('case.not-open')
  })
})
