import { describe, expect, test } from 'vitest'
import { namesFor, readNaming } from '../../../../shared/domain/naming.ts'
import { blankPayer } from '../../../../shared/domain/payer.ts'
import { makeSettings } from '../../../support/records.ts'

const DOCUMENTS = {
  reportName: 'spotinst-cur-report',
  bucket: 'spotinst-cur-report-111122223333',
  prefix: 'spotinst_eco',
  crawlerStackName: 'SpotEcoStack',
  extractorStackName: 'SpotCurExtractor',
}

describe('naming defaults', () => {
  test('are the documents’ own where the MSP has none, and the MSP’s where it has', () => {
    expect(namesFor({}, '111122223333')).toEqual(DOCUMENTS)
    const ours = { bucket: 'cur-{account}-nw', prefix: 'northwind' }
    expect(namesFor(ours, '111122223333')).toEqual({ ...DOCUMENTS, bucket: 'cur-111122223333-nw', prefix: 'northwind' })
    expect(namesFor(ours, '').bucket).toBe('')
  })

  test('a new payer begins with them', () => {
    const settings = makeSettings({ naming: { bucket: 'nw-{account}', crawlerStackName: 'NorthwindCrawler' } })
    const now = '2026-11-21T12:00:00.000Z'
    const act = { now, at: now, by: 'Ana', zone: 'UTC', settings, newId: () => 'payer-9' }
    expect(blankPayer({ kind: 'dedicated' }, '111122223333', act)).toMatchObject({
      bucket: 'nw-111122223333',
      crawlerStackName: 'NorthwindCrawler',
      reportName: DOCUMENTS.reportName,
    })
  })

  test('are read as a case would read them, and what is blank is left to the documents', () => {
    expect(readNaming({ reportName: '  our-report ', prefix: '', bucket: 'ours-{account}' })).toEqual({
      reportName: 'our-report',
      bucket: 'ours-{account}',
    })
  })

  test.each([
    [{ bucket: 'one-for-all' }, 'naming.bucket-for-all', 'naming.bucket'],
    [{ bucket: 'Our_{account}' }, 'bucket.', 'naming.bucket'],
    [{ crawlerStackName: 'our stack' }, 'stack-name.', 'naming.crawlerStackName'],
  ])('%o is refused at its field', (typed, code, field) => {
    expect(readNaming(typed)).toMatchObject({ refused: true, field })
    expect(readNaming(typed)).toMatchObject({ code: expect.stringContaining(code) })
  })
})
