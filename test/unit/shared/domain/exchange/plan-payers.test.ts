import { describe, expect, it } from 'vitest'
import { ImportTable } from '../../../../support/import-table.ts'
import { makeCustomer, makePayer } from '../../../../support/records.ts'
import { START } from '../../../../support/worked-case.ts'

const SHARED = '999988887777'
const HEADS = 'Customer|Account|Payer|Payer kind|Partition|Region|Report|Bucket|Prefix|Crawler stack|AWS profile'
const there = { payers: [makePayer({ accountId: SHARED, kind: 'shared', bucket: 'our-cur', awsProfile: 'acme' })] }
const recorded = (table: ImportTable) => table.change.activity.map(({ what }) => what)

describe('the payer of a row', () => {
  it('is the customer itself where none is named, with the documents’ values', () => {
    const table = new ImportTable(HEADS).reads('Acme|111122223333')
    expect(table.payers).toEqual([
      makePayer({ id: 'id-1', createdAt: START, updatedAt: START, awsProfile: null, kind: 'dedicated' }),
    ])
    expect(recorded(table)).toEqual(['customer.added'])
  })

  it('is shared where another account is named, made once, and recorded by itself', () => {
    const table = new ImportTable(HEADS).reads(`Acme|111122223333|${SHARED}`, `Bolt|222233334444|${SHARED}`)
    expect(table.payers).toMatchObject([{ accountId: SHARED, kind: 'shared', revision: 0 }])
    expect(table.customers.map(({ customer }) => customer.payerId)).toEqual(['id-1', 'id-1'])
    expect(recorded(table)).toEqual(['payer.added', 'customer.added', 'customer.added'])
    expect(table.change.activity[0]).toMatchObject({ at: START, who: 'Ana', payerId: 'id-1' })
  })

  it('takes every value that a row says', () => {
    const table = new ImportTable(HEADS).reads(
      `Acme|111122223333|${SHARED}|Billing Transfer| AWS-CN |cn-north-1|daily|our-cur|eco/|EcoStack|acme`,
    )
    expect(table.problems).toEqual([])
    expect(table.payers).toMatchObject([
      {
        kind: 'transfer',
        partition: 'aws-cn',
        region: 'cn-north-1',
        reportName: 'daily',
        bucket: 'our-cur',
        prefix: 'eco',
        crawlerStackName: 'EcoStack',
        awsProfile: 'acme',
      },
    ])
  })

  it('may be told of in several rows, each with a part', () => {
    const table = new ImportTable(HEADS).reads(
      `Acme|111122223333|${SHARED}||||daily`,
      `Bolt|222233334444|${SHARED}||||daily|our-cur`,
      `Cord|333344445555|${SHARED}`,
    )
    expect(table.problems).toEqual([])
    expect(table.payers).toMatchObject([{ reportName: 'daily', bucket: 'our-cur' }])
  })

  it('is refused what another row said otherwise, with the line that said it first', () => {
    const table = new ImportTable(HEADS).reads(
      `Acme|111122223333|${SHARED}|||||our-cur`,
      `Bolt|222233334444|${SHARED}|||||another|eco`,
    )
    expect(table.problems).toEqual([[3, 'Bucket', 'another', 'import.payer-differs', null]])
    expect(table.planner.problems[0]?.refusal.params).toEqual({
      account: SHARED,
      head: 'Bucket',
      line: 2,
      other: 'our-cur',
    })
    expect(table.payers).toMatchObject([{ bucket: 'our-cur', prefix: 'eco' }])
  })

  it.each<[string, string, string, string]>([
    ['Payer kind', 'resold', 'resold', 'payer.unknown-kind'],
    ['Partition', 'azure', 'azure', 'import.partition-unknown'],
    ['Region', 'Mars', 'Mars', 'region.malformed'],
    ['Bucket', 'Our_Bucket', 'Our_Bucket', 'bucket.illegal-character'],
    ['Crawler stack', 'Eco Stack', 'Eco Stack', 'stack-name.illegal'],
  ])('is refused a cell that cannot be read: %s', (head, text, value, code) => {
    const table = new ImportTable(`Customer|Account|${head}`).reads(`Acme|111122223333|${text}`)
    expect(table.problems).toMatchObject([[2, head, value, code, null]])
    expect(table.payers).toMatchObject([{ kind: 'dedicated', partition: 'aws', region: 'us-east-1' }])
  })

  it('is refused an account that cannot be read', () => {
    const table = new ImportTable(HEADS).reads('Acme|111122223333|act-12345678')
    expect(table.problems).toMatchObject([[2, 'Payer', 'act-12345678', 'account-id.is-spot-account', null]])
    expect(table.change).toEqual({ puts: [], activity: [] })
  })

  it('brings its region along where it moves to China', () => {
    const table = new ImportTable(HEADS).reads(`Acme|111122223333|${SHARED}||aws-cn`)
    expect(table.payers).toMatchObject([{ partition: 'aws-cn', region: expect.stringMatching(/^cn-/) }])
  })

  it('has the name of its AWS profile cut to what the record holds', () => {
    const table = new ImportTable('Customer|Account|AWS profile').reads(`Acme|111122223333|${'x'.repeat(201)}`)
    expect(table.payers[0]?.awsProfile).toBe('x'.repeat(200))
  })
})

describe('a payer that is there', () => {
  it('stays as it is where rows say nothing of it, or what it is', () => {
    const table = new ImportTable(HEADS, there).reads(
      `Acme|111122223333|${SHARED}`,
      `Bolt|222233334444|${SHARED}|shared|aws|us-east-1|spotinst-cur-report|our-cur|spotinst_eco|SpotEcoStack|acme`,
    )
    expect(table.payers).toEqual([])
    expect(table.customers.map(({ customer }) => customer.payerId)).toEqual(['payer-1', 'payer-1'])
    expect(recorded(table)).toEqual(['customer.added', 'customer.added'])
  })

  it('remembers what was said of it, though it was so before', () => {
    const table = new ImportTable(HEADS, there).reads(
      `Acme|111122223333|${SHARED}|||||our-cur`,
      `Bolt|222233334444|${SHARED}|||||another`,
    )
    expect(table.problems).toMatchObject([[3, 'Bucket', 'another', 'import.payer-differs', null]])
    expect(table.payers).toEqual([])
  })

  it('is changed once, and recorded with what was said', () => {
    const table = new ImportTable(HEADS, there).reads(
      `Acme|111122223333|${SHARED}||||daily`,
      `Bolt|222233334444|${SHARED}|||||||EcoStack`,
    )
    expect(table.payers).toEqual([
      { ...there.payers[0], reportName: 'daily', crawlerStackName: 'EcoStack', updatedAt: START },
    ])
    expect(table.change.puts.filter(({ kind }) => kind === 'payer')).toHaveLength(1)
    expect(table.change.activity[0]).toMatchObject({
      what: 'payer.changed',
      payerId: 'payer-1',
      params: { accountId: SHARED, fields: ['reportName', 'crawlerStackName'] },
    })
  })

  it('takes another AWS profile', () => {
    const table = new ImportTable('Customer|Account|Payer|AWS profile', there).reads(
      `Acme|111122223333|${SHARED}|other`,
    )
    expect(table.payers).toMatchObject([{ awsProfile: 'other', updatedAt: START }])
  })

  it('is changed with its own customer, too', () => {
    const has = { customers: [makeCustomer()], payers: [makePayer()] }
    const table = new ImportTable('Customer|Account|Payer kind', has).reads('Acme Foods|111122223333|shared')
    expect(table.payers).toMatchObject([{ id: 'payer-1', kind: 'shared' }])
    expect(recorded(table)).toEqual(['payer.changed'])
  })
})

describe('a payer of which a part of the file is settled', () => {
  it('is not put again while later rows say nothing new', () => {
    const table = new ImportTable(HEADS).reads(`Acme|111122223333|${SHARED}|||||our-cur`)
    table.planner.settle()
    table.reads(`Bolt|222233334444|${SHARED}|||||our-cur`, `Cord|333344445555|${SHARED}`)
    expect(table.payers).toEqual([])
    expect(table.customers.map(({ customer }) => customer.payerId)).toEqual(['id-1', 'id-1'])
  })

  it('is changed once more by what a later row says, as the store has it by then', () => {
    const table = new ImportTable(HEADS).reads(`Acme|111122223333|${SHARED}|||||our-cur`)
    table.planner.settle()
    table.reads(`Bolt|222233334444|${SHARED}|||||another`, `Cord|333344445555|${SHARED}||||daily`)
    expect(table.problems).toMatchObject([[3, 'Bucket', 'another', 'import.payer-differs', null]])
    expect(table.payers).toMatchObject([{ id: 'id-1', bucket: 'our-cur', reportName: 'daily', revision: 1 }])
    expect(recorded(table)).toEqual(['payer.changed', 'customer.added', 'customer.added'])
  })

  it('is the one that was made, where nothing had been said of it at first', () => {
    const table = new ImportTable(HEADS).reads('Acme|111122223333')
    const [made] = table.payers
    table.planner.settle()
    table.reads('Bolt|222233334444|111122223333', 'Cord|333344445555|111122223333|||||our-cur')
    expect(table.problems).toEqual([])
    expect(table.payers).toEqual([{ ...made, bucket: 'our-cur', revision: 1 }])
    expect(table.customers.map(({ customer }) => customer.payerId)).toEqual([made?.id, made?.id])
    expect(recorded(table)).toEqual(['payer.changed', 'customer.added', 'customer.added'])
    expect(table.planner.payers).toMatchObject([{ before: null, isOwn: true, isSettled: true }])
  })
})
