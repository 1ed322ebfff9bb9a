import { describe, expect, test } from 'vitest'
import { itemsOf } from '../../../../../shared/domain/submission/items.ts'
import { type CaseOptions, WorkedCase } from '../../../../support/worked-case.ts'

const items = (options: CaseOptions) => {
  const c = new WorkedCase(options).getsFile()
  return itemsOf(c.case, c.settings)
}

describe('the seven items', () => {
  test('are those of the case, with the file that is attached', () => {
    expect(items({})).toMatchObject({
      bucket: 'spotinst-cur-report-111122223333',
      crawlerFile: { attachmentId: 'file-0' },
    })
  })

  test.each([[{ payer: { bucket: '' } }], [{ payer: { crawlerStackName: '' } }], [{ customer: { orgIds: [] } }]])(
    'are none while one is missing: %o',
    (options) => {
      expect(items(options)).toBeNull()
    },
  )

  test('are none without a file, and complete with an empty prefix', () => {
    const c = new WorkedCase()
    expect(itemsOf(c.case, c.settings)).toBeNull()
    expect(items({ payer: { prefix: '' } })?.prefix).toBe('')
  })
})
