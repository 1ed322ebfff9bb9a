import { describe, expect, test } from 'vitest'
import { newCustomer, noticedInOrgIds, readCustomer } from '../../../../shared/domain/customer.ts'
import { codesOf } from '../../../support/parsing.ts'
import { makePayer } from '../../../support/records.ts'
import { refusedWith, START, WorkedCase } from '../../../support/worked-case.ts'

const typed = {
  name: ' Acme  Foods ',
  managementAccountId: '1111-2222-3333',
  orgIds: '606606606606, 707707707707',
  contacts: [{ name: 'Kim', email: 'kim@acme.example', role: 'CFO' }],
  tags: ['pilot'],
}

describe('a customer as typed', () => {
  test('is read as a whole', () => {
    expect(readCustomer(typed)).toEqual({
      name: 'Acme Foods',
      managementAccountId: '111122223333',
      orgIds: ['606606606606', '707707707707'],
    })
  })

  test('may go without Org IDs at first', () => {
    expect(readCustomer({ ...typed, orgIds: '  ' })).toMatchObject({ name: 'Acme Foods', orgIds: [] })
  })

  test.each([
    ['name', { name: ' ' }, 'name.missing'],
    ['managementAccountId', { managementAccountId: '4711' }, 'account-id.malformed'],
    ['orgIds', { orgIds: '4711' }, 'org-id.is-flexera'],
  ])('is refused on the field at fault: %s', (field, own, code) => {
    expect(refusedWith(readCustomer({ ...typed, ...own }))).toMatchObject({ code, field })
  })

  test('becomes a record of its payer, and is on the record', () => {
    const read = { name: 'Acme', managementAccountId: '111122223333', orgIds: ['606606606606'] }
    const { customer, change } = newCustomer(read, typed, makePayer(), new WorkedCase().act())
    expect(customer).toEqual({
      id: 'id-1',
      ...read,
      payerId: 'payer-1',
      contacts: typed.contacts,
      tags: ['pilot'],
      notes: '',
      createdAt: START,
      updatedAt: START,
      revision: 0,
    })
    expect(change).toEqual({
      puts: [{ kind: 'customer', record: customer }],
      activity: [
        {
          at: START,
          who: 'Ana',
          what: 'customer.added',
          caseId: null,
          customerId: 'id-1',
          payerId: 'payer-1',
          params: read,
        },
      ],
    })
  })
})

describe('Org IDs as typed', () => {
  test('are remarked on at their field: of another length than usual, said twice, or equal to an account', () => {
    const noticed = noticedInOrgIds('6066066, 606606606606 606606606606, 111122223333', ['111122223333'])
    expect(codesOf(noticed)).toEqual(['org-id.unusual-length', 'org-id.repeated', 'org-id.equals-account'])
    expect(noticed.map(({ field }) => field)).toEqual(['orgIds', 'orgIds', 'orgIds'])
  })

  test.each([undefined, '', '4711', '606606606606'])('that are %j need no remark', (text) => {
    expect(noticedInOrgIds(text, ['111122223333'])).toEqual([])
  })
})
