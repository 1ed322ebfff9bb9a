import { describe, expect, it } from 'vitest'
import { FIELD_HEADS, IMPORT_FIELDS } from '../../../../../shared/domain/exchange/columns.ts'
import { customerCells } from '../../../../../shared/domain/exchange/customer-cells.ts'
import { ImportTable } from '../../../../support/import-table.ts'
import { makeCustomer, makePayer } from '../../../../support/records.ts'
import { START } from '../../../../support/worked-case.ts'

const HEADS = 'Customer|Management account|Spot Org IDs'
const ACME = 'Acme|111122223333|606606606606'
const there = { customers: [makeCustomer()], payers: [makePayer()] }

describe('a row of a customer that is not there', () => {
  it('adds it with all that the row says, and its payer with it', () => {
    const table = new ImportTable(
      'Customer|Management account|Spot Org IDs|Tags|Notes|Contact|Contact e-mail|Contact role',
    )
    table.reads(
      'Acme|1111-2222-3333|606606606606; 707707707707|big, pilot;big|Call first|Kim|Kim <kim@acme.example>|CFO',
    )
    expect(table.problems).toEqual([])
    const [planned] = table.customers
    expect(planned).toMatchObject({ line: 2, before: null, fields: [] })
    expect(planned?.customer).toEqual({
      id: 'id-2',
      name: 'Acme',
      managementAccountId: '111122223333',
      orgIds: ['606606606606', '707707707707'],
      payerId: 'id-1',
      contacts: [{ name: 'Kim', email: 'kim@acme.example', role: 'CFO' }],
      tags: ['big', 'pilot'],
      notes: 'Call first',
      createdAt: START,
      updatedAt: START,
      revision: 0,
    })
    expect(table.change.puts.map(({ kind, record }) => [kind, record])).toEqual([
      ['payer', planned?.payer],
      ['customer', planned?.customer],
    ])
    expect(table.change.activity).toEqual([
      {
        at: START,
        who: 'Ana',
        what: 'customer.added',
        caseId: null,
        customerId: 'id-2',
        payerId: 'id-1',
        params: {
          name: 'Acme',
          managementAccountId: '111122223333',
          orgIds: ['606606606606', '707707707707'],
          payer: '111122223333',
          bucket: 'spotinst-cur-report-111122223333',
        },
      },
    ])
  })

  it('may leave everything but name and account blank', () => {
    const [planned] = new ImportTable(`${HEADS}|Tags|Notes|Contact`).reads('Acme|111122223333|\u00A0| ||').customers
    expect(planned?.customer).toMatchObject({ orgIds: [], tags: [], notes: '', contacts: [] })
  })

  it('may have fewer cells than there are heads, and blank ones beyond them', () => {
    expect(new ImportTable(HEADS).reads('Acme|111122223333', 'Bolt|222233334444||| ').problems).toEqual([])
  })

  it('is read as the text that an export guarded from being run', () => {
    const [planned] = new ImportTable(HEADS).reads('\'=Acme|="012345678901"|606606606606;').customers
    expect(planned?.customer).toMatchObject({ name: '=Acme', managementAccountId: '012345678901' })
  })
})

describe('a row of a customer that is there', () => {
  it('changes what it says otherwise, keeps the rest, and records both', () => {
    const contacts = [
      { name: 'Kim', email: 'kim@acme.example', role: 'CFO' },
      { name: 'Lee', email: '', role: '' },
    ]
    const customer = makeCustomer({ contacts, notes: 'Keep me', tags: ['pilot'] })
    const table = new ImportTable('Customer|Account|Org IDs|Tags|Notes|Contact role', {
      ...there,
      customers: [customer],
    })
    table.reads('Acme Foods GmbH|111122223333||pilot; big||CEO')
    expect(table.customers).toEqual([
      {
        line: 2,
        before: customer,
        payer: makePayer(),
        customer: {
          ...customer,
          name: 'Acme Foods GmbH',
          tags: ['pilot', 'big'],
          contacts: [{ name: 'Kim', email: 'kim@acme.example', role: 'CEO' }, contacts[1]],
          updatedAt: START,
        },
        fields: [
          { field: 'name', before: 'Acme Foods', after: 'Acme Foods GmbH' },
          { field: 'tags', before: 'pilot', after: 'pilot; big' },
          { field: 'contactRole', before: 'CFO', after: 'CEO' },
        ],
      },
    ])
    expect(table.change.puts).toEqual([{ kind: 'customer', record: table.customers[0]?.customer }])
    expect(table.change.activity).toEqual([
      {
        at: START,
        who: 'Ana',
        what: 'customer.changed',
        caseId: null,
        customerId: 'customer-1',
        payerId: 'payer-1',
        params: {
          fields: ['name', 'tags', 'contactRole'],
          before: { name: 'Acme Foods', tags: 'pilot', contactRole: 'CFO' },
          after: { name: 'Acme Foods GmbH', tags: 'pilot; big', contactRole: 'CEO' },
        },
      },
    ])
  })

  it('changes nothing where it is what an export wrote, whatever the records hold', () => {
    // A tag with a comma and a contact without a name could not be read anew.
    const customer = makeCustomer({
      tags: ['a, b', 'c'],
      notes: ' as it was\n',
      contacts: [{ name: '', email: 'no address', role: '' }],
      orgIds: ['606606606606', '707707707707'],
    })
    const payer = makePayer({ awsProfile: 'acme' })
    const cells = customerCells(customer, payer)
    const table = new ImportTable(IMPORT_FIELDS.map((field) => FIELD_HEADS[field]).join('|'), {
      customers: [customer],
      payers: [payer],
    })
    table.reads(IMPORT_FIELDS.map((field) => cells[field]).join('|'))
    expect(table.problems).toEqual([])
    expect(table.customers).toEqual([{ line: 2, before: customer, customer, payer, fields: [] }])
    expect(table.customers[0]?.customer).toBe(customer)
    expect(table.change).toEqual({ puts: [], activity: [] })
  })

  it('is written by an export cell by cell', () => {
    const payer = makePayer({ awsProfile: 'acme', kind: 'shared', accountId: '001122223333' })
    expect(
      customerCells(makeCustomer({ orgIds: ['6066066', '7077077'], tags: ['a', 'b'], notes: 'n' }), payer),
    ).toEqual({
      name: 'Acme Foods',
      managementAccountId: '1111-2222-3333',
      orgIds: '6066066; 7077077;',
      payerAccountId: '0011-2222-3333',
      payerKind: 'shared',
      partition: 'aws',
      region: 'us-east-1',
      reportName: 'spotinst-cur-report',
      bucket: 'spotinst-cur-report-111122223333',
      prefix: 'spotinst_eco',
      crawlerStackName: 'SpotEcoStack',
      awsProfile: 'acme',
      tags: 'a; b',
      notes: 'n',
      contactName: 'Kim',
      contactEmail: 'kim@acme.example',
      contactRole: 'Finance',
    })
    expect(customerCells(makeCustomer({ contacts: [] }), makePayer())).toMatchObject({
      awsProfile: '',
      contactName: '',
      contactEmail: '',
      contactRole: '',
    })
  })

  it('leaves it with the payer that bills it, unless the row names another, which is refused', () => {
    const has = { customers: [makeCustomer()], payers: [makePayer({ accountId: '999988887777', kind: 'shared' })] }
    const heads = 'Customer|Account|Payer account'
    const named = new ImportTable(heads, has).reads('Acme Foods|111122223333|9999 8888 7777')
    expect(named.problems).toEqual([])
    expect(named.customers[0]?.payer.id).toBe('payer-1')
    expect(new ImportTable(heads, has).reads('Acme Foods|111122223333|').customers[0]?.payer.id).toBe('payer-1')
    const moved = new ImportTable(heads, has).reads('Acme Foods|111122223333|555566667777')
    expect(moved.problems).toEqual([[2, 'Payer account', '555566667777', 'import.payer-moves', null]])
    expect(moved.planner.problems[0]?.refusal.params).toEqual({ from: '999988887777', to: '555566667777' })
    expect(moved.customers).toEqual([])
  })

  it('is refused where the workspace has its account twice', () => {
    const customers = [makeCustomer(), makeCustomer({ id: 'customer-2' })]
    const table = new ImportTable(HEADS, { ...there, customers }).reads(ACME)
    expect(table.problems).toEqual([[2, 'Management account', '111122223333', 'import.account-twice', null]])
    expect(table.customers).toEqual([])
  })
})

describe('what cannot be read', () => {
  it.each<[string, string, readonly unknown[]]>([
    ['a rounded account', 'Acme|1.11122E+11|', ['Management account', '1.11122E+11', 'account-id.spreadsheet', null]],
    [
      'an account without its zeros',
      'Acme|1122223333|',
      ['Management account', '1122223333', 'account-id.leading-zeros', '001122223333'],
    ],
    ['no account', 'Acme||', ['Management account', '', 'account-id.missing', null]],
    ['no name', '|111122223333|', ['Customer', '', 'name.missing', null]],
    [
      'a name that is too long',
      `${'x'.repeat(201)}|111122223333|`,
      ['Customer', expect.any(String), 'name.too-long', null],
    ],
    ['a Flexera Org ID', 'Acme|111122223333|4711', ['Spot Org IDs', '4711', 'org-id.is-flexera', null]],
    ['more cells than heads', 'Acme|111122223333||and|more', [null, 'more', 'import.too-many-cells', null]],
  ])('is told with line, column, value and what could stand there: %s', (_, row, problem) => {
    const table = new ImportTable(HEADS).reads(row)
    expect(table.problems).toEqual([[2, ...problem]])
    expect(table.notes).toEqual([])
  })

  it('is told under the file’s own head, and with the head it would have where the column is missing', () => {
    expect(new ImportTable('Client|Master payer').reads('Acme|4711').problems[0]?.[1]).toBe('Master payer')
    expect(new ImportTable('Tags|Master payer').reads('x|111122223333').problems[0]?.[1]).toBe('Customer')
  })

  it('is put right where lost zeros shall come back', () => {
    const table = new ImportTable(HEADS, {}, true).reads('Acme|1122223333|', 'Bolt|12|')
    expect(table.customers.map(({ customer }) => customer.managementAccountId)).toEqual(['001122223333'])
    expect(table.problems).toMatchObject([[3, 'Management account', '12', expect.any(String), null]])
  })

  it.each<[string, string, string, string]>([
    ['a tag of 41 characters', 'Tags', `fine;${'x'.repeat(41)}`, 'import.tag-too-long'],
    ['51 tags', 'Tags', Array.from({ length: 51 }, (_, n) => `t${n}`).join(), 'import.too-many-tags'],
    ['a note of 20,001 characters', 'Notes', 'x'.repeat(20_001), 'import.note-too-long'],
    ['no address', 'Contact e-mail', 'kim', 'contact-email.malformed'],
    ['a contact’s name that is too long', 'Contact', 'x'.repeat(201), 'name.too-long'],
    ['a role that is too long', 'Contact role', 'x'.repeat(201), 'name.too-long'],
  ])('leaves the customer as it is: %s', (_, head, text, code) => {
    const table = new ImportTable(`Customer|Account|${head}`, there).reads(`Acme Foods|111122223333|${text}`)
    expect(table.problems).toMatchObject([[2, head, expect.any(String), code, null]])
    expect(table.customers[0]?.customer).toEqual(makeCustomer())
  })

  it.each<[string, string, object]>([
    ['Tags', 'x'.repeat(40), { tags: ['x'.repeat(40)] }],
    ['Tags', Array.from({ length: 50 }, (_, n) => `t${n}`).join(), { tags: expect.arrayContaining(['t0', 't49']) }],
    ['Tags', 'a,\nb ; ;c', { tags: ['a', 'b', 'c'] }],
    ['Notes', 'x'.repeat(20_000), { notes: 'x'.repeat(20_000) }],
  ])('begins only beyond what a record holds: %s', (head, text, customer) => {
    const table = new ImportTable(`Customer|Account|${head}`, there).reads(`Acme Foods|111122223333|${text}`)
    expect(table.problems).toEqual([])
    expect(table.customers[0]?.customer).toMatchObject(customer)
  })
})

describe('rows of one account', () => {
  it('that say the same are one, as an export writes a customer with two cases', () => {
    const table = new ImportTable(HEADS).reads(ACME, 'Bolt|222233334444|', ACME, ACME)
    expect(table.problems).toEqual([])
    expect(table.planner.repeated).toBe(2)
    expect(table.customers.map(({ line }) => line)).toEqual([2, 3])
  })

  it('that differ are refused with the line that spoke of it first', () => {
    const table = new ImportTable(HEADS).reads(ACME, 'Acme|1111 2222 3333|707707707707')
    expect(table.problems).toEqual([[3, 'Management account', '1111 2222 3333', 'import.repeated-differently', null]])
    expect(table.planner.problems[0]?.refusal.params).toEqual({ account: '111122223333', line: 2 })
    expect(table.planner.repeated).toBe(0)
  })
})

describe('what is worth a look', () => {
  it.each([
    ['its own account', '111122223333'],
    ['its payer’s account', '999988887777'],
    ['the MSP’s account', '999900001111'],
  ])('is an Org ID that equals %s', (_, orgId) => {
    const table = new ImportTable(`${HEADS}|Payer account`).reads(`Acme|111122223333|${orgId}|999988887777`)
    expect(table.notes).toEqual([[2, 'warning', 'org-id.equals-account', undefined]])
  })

  it('is a second customer of a name, however it is written', () => {
    const table = new ImportTable(HEADS).reads('Acme|111122223333|', 'ACME|222233334444|', 'acme|333344445555|')
    expect(table.notes).toEqual([
      [3, 'warning', 'import.same-name', 'name'],
      [4, 'warning', 'import.same-name', 'name'],
    ])
    expect(table.planner.notes.map(({ finding }) => finding.params)).toEqual([
      { name: 'ACME', line: 2 },
      { name: 'acme', line: 2 },
    ])
  })

  it('is not a customer that has been there under the name', () => {
    const table = new ImportTable(HEADS, there).reads('Acme Foods|999988887777|', 'Acme Foods|111122223333|')
    expect(table.notes).toEqual([])
  })

  it('is not looked for in a row that cannot be taken', () => {
    const heads = `${HEADS}|Contact e-mail`
    expect(new ImportTable(heads).reads('Acme|111122223333|111122223333|nobody').notes).toEqual([])
    expect(new ImportTable(heads).reads('Acme|111122223333|111122223333|').notes).toHaveLength(1)
  })
})

describe('a long file', () => {
  it('goes through in parts, and what is settled is not put again', () => {
    const table = new ImportTable(HEADS).reads(ACME)
    expect(table.change.puts).toHaveLength(2)
    table.planner.settle()
    expect(table.change).toEqual({ puts: [], activity: [] })
    table.reads('Bolt|222233334444|', ACME)
    expect(table.change.puts).toHaveLength(2)
    expect(table.planner.repeated).toBe(1)
    expect(table.customers.map(({ customer }) => customer.name)).toEqual(['Bolt'])
  })
})
