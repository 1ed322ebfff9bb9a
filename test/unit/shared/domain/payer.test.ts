import { describe, expect, test } from 'vitest'
import {
  activity,
  changedPayer,
  changedPayerFacts,
  inPartition,
  newPayer,
  noticedInPayer,
  type PayerTyped,
} from '../../../../shared/domain/payer.ts'
import { isRefusal } from '../../../../shared/domain/refusal.ts'
import { codesOf } from '../../../support/parsing.ts'
import { makePayer } from '../../../support/records.ts'
import { refusedWith, START, WorkedCase } from '../../../support/worked-case.ts'

const act = () => new WorkedCase().act()
function made(own: Partial<PayerTyped> = {}) {
  const payer = newPayer({ accountId: '1111 2222 3333', kind: 'dedicated', ...own }, act())
  if (isRefusal(payer)) throw new Error(payer.code)
  return payer
}
function changed(...of: Parameters<typeof changedPayer>) {
  const payer = changedPayer(...of)
  if (isRefusal(payer)) throw new Error(payer.code)
  return payer
}

describe('a new payer', () => {
  test('has the documents’ values where nothing is typed, and a bucket of its own', () => {
    const { payer, change } = made()
    expect(payer).toEqual(makePayer({ id: 'id-1', createdAt: START, updatedAt: START }))
    expect(change).toEqual({
      puts: [{ kind: 'payer', record: payer }],
      activity: [
        {
          at: START,
          who: 'Ana',
          what: 'payer.added',
          caseId: null,
          customerId: null,
          payerId: 'id-1',
          params: { accountId: '111122223333', kind: 'dedicated', bucket: 'spotinst-cur-report-111122223333' },
        },
      ],
    })
  })

  test('has what was typed, read', () => {
    const own = {
      kind: 'shared',
      reportName: 'daily',
      bucket: 's3://our-cur/',
      prefix: '/eco/daily/date-range/',
      region: 'EU-West-1',
      crawlerStackName: 'EcoStack',
      awsProfile: 'acme',
    } as const
    expect(made(own).payer).toMatchObject({
      kind: 'shared',
      reportName: 'daily',
      bucket: 'our-cur',
      prefix: 'eco',
      region: 'eu-west-1',
      crawlerStackName: 'EcoStack',
      awsProfile: 'acme',
    })
  })

  test('of AWS China lies in China, and is refused a region that does not', () => {
    expect(made({ partition: 'aws-cn' }).payer).toMatchObject({ partition: 'aws-cn', region: 'cn-northwest-1' })
    const typed = { accountId: '111122223333', kind: 'dedicated', partition: 'aws-cn', region: 'us-east-1' } as const
    expect(refusedWith(newPayer(typed, act()))).toMatchObject({ code: 'region.other-partition', field: 'region' })
  })

  test.each([
    ['accountId', { accountId: 'act-12345678' }, 'account-id.is-spot-account'],
    ['reportName', { reportName: 'a/b' }, 'report-name.illegal'],
    ['bucket', { bucket: 'Our-Bucket' }, 'bucket.upper-case'],
    ['crawlerStackName', { crawlerStackName: 'Eco Stack' }, 'stack-name.illegal'],
  ])('is refused on the field at fault: %s', (field, own, code) => {
    const refusal = refusedWith(newPayer({ accountId: '111122223333', kind: 'dedicated', ...own }, act()))
    expect(refusal).toMatchObject({ code, field })
  })
})

describe('a payer that is changed', () => {
  const payer = makePayer()

  test('keeps what is not spoken of', () => {
    expect(changed(payer, {})).toEqual(payer)
    expect(changed(payer, { kind: 'shared', prefix: 'eco' })).toEqual({ ...payer, kind: 'shared', prefix: 'eco' })
  })

  test('reads the prefix by the report’s new name', () => {
    expect(changed(payer, { prefix: 'eco/daily/', reportName: 'daily' })).toMatchObject({ prefix: 'eco' })
  })

  test('takes its region along to another partition, unless one is named', () => {
    expect(changed(payer, { partition: 'aws-cn' })).toMatchObject({ partition: 'aws-cn', region: 'cn-northwest-1' })
    expect(changed(payer, { partition: 'aws-cn', region: 'cn-north-1' })).toMatchObject({ region: 'cn-north-1' })
    expect(refusedWith(changedPayer(payer, { partition: 'aws-cn', region: 'us-east-1' })).field).toBe('region')
    expect(refusedWith(changedPayer(payer, { region: 'cn-north-1' })).code).toBe('region.other-partition')
  })

  test.each([
    ['us-east-1', 'aws', 'us-east-1'],
    ['eu-west-1', 'aws', 'eu-west-1'],
    ['us-gov-west-1', 'aws', 'us-gov-west-1'],
    ['eu-west-1', 'aws-cn', 'cn-northwest-1'],
    ['cn-north-1', 'aws-cn', 'cn-north-1'],
    ['cn-north-1', 'aws', 'us-east-1'],
  ] as const)('from %s to partition %s lies in %s', (region, partition, there) => {
    expect(inPartition({ region }, partition)).toEqual({ partition, region: there })
  })

  test.each([
    ['kind', 'shared', 'payerKind'],
    ['partition', 'aws-cn', 'partition'],
    ['region', 'eu-west-1', 'region'],
    ['reportName', 'daily', 'reportName'],
    ['bucket', 'our-cur', 'bucket'],
    ['prefix', 'eco', 'prefix'],
    ['crawlerStackName', 'EcoStack', 'crawlerStackName'],
  ])('differs in the fact that was changed: %s', (field, value, fact) => {
    expect(changedPayerFacts(payer, { ...payer, [field]: value })).toEqual([fact])
    expect(changedPayerFacts(payer, { ...payer, awsProfile: 'other', updatedAt: START })).toEqual([])
  })

  test('is on the record with what was changed', () => {
    expect(activity('payer.changed', payer, act(), { fields: ['prefix'] })).toMatchObject({
      what: 'payer.changed',
      payerId: 'payer-1',
      params: { accountId: '111122223333', fields: ['prefix'] },
    })
  })
})

describe('what is noticed of a payer as typed', () => {
  const noticed = (...of: Parameters<typeof noticedInPayer>) => {
    const findings = noticedInPayer(...of)
    return codesOf(findings).map((code, i) => `${findings[i]?.field}: ${code}`)
  }

  test('stands at its field', () => {
    expect(
      noticed(makePayer(), { prefix: 'eco/daily/date-range/', reportName: 'daily', bucket: 's3://our.cur' }),
    ).toEqual([
      'bucket: bucket.from-address',
      'bucket: bucket.dots',
      'prefix: prefix.date-range-dropped',
      'prefix: prefix.report-dropped',
    ])
  })

  test('is a region other than the documents’ one, but not in China', () => {
    expect(noticed(makePayer(), { region: 'eu-west-1' })).toEqual(['region: region.not-us-east-1'])
    expect(noticed(makePayer(), { region: 'us-east-1' })).toEqual([])
    expect(noticed(makePayer(), { region: 'cn-north-1', partition: 'aws-cn' })).toEqual([])
    expect(noticed(makePayer({ partition: 'aws-cn' }), { region: 'cn-north-1' })).toEqual([])
  })

  test('is nothing of what cannot be read, or was not typed', () => {
    expect(noticed(makePayer({ region: 'eu-west-1' }), {})).toEqual([])
    expect(noticed(makePayer(), { region: 'cn-north-1', bucket: '?' })).toEqual([])
  })
})
