import { describe, expect, it } from 'vitest'
import { toBase64 } from '../../../shared/contract/base64.ts'
import type { OpenDeskOfTest } from '../../support/open-desk.ts'
import { settledDesk } from '../../support/open-desk.ts'
import { openedCase, readyCase } from '../../support/ready-case.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const base64 = (text: string) => toBase64(new TextEncoder().encode(text))
const file = (text: string) => ({ name: 'customers.csv', base64: base64(text) })
const table = (...rows: readonly string[]) => file(['Customer,Management account,Spot Org IDs', ...rows].join('\r\n'))
const customersOf = async (desk: OpenDeskOfTest) =>
  (await desk.send('customer.list', {})).customers.map(({ name, managementAccountId, orgIds }) => [
    name,
    managementAccountId,
    orgIds.join(),
  ])

describe('importing customers', () => {
  it('takes what a spreadsheet holds: quotes, line ends in cells, blanks, marks, semicolons and UTF-16', async () => {
    const desk = await settledDesk()
    const text = [
      'sep=;',
      'Kunde;Konto;Org;Bemerkung;leer',
      '"Zürich; Söhne ""東京""";1111-2222-3333;606606606606;"erste',
      'zweite"',
      '',
      "\u00A0 Bolt \u00A0;'012345678901; 707707707707, 808808808808;;",
    ].join('\r\n')
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
    const input = {
      name: 'kunden.csv',
      base64: toBase64(bytes),
      columns: { Kunde: 'name', Konto: 'managementAccountId', Org: 'orgIds', Bemerkung: 'notes' },
    }
    const plan = await desk.send('import.plan', input)
    expect(plan).toMatchObject({ ok: true, applied: false, encoding: 'UTF-16', delimiter: ';', problems: [] })
    expect(plan.changes.map(({ line, customer }) => [line, customer])).toEqual([
      [3, 'Zürich; Söhne "東京"'],
      [6, 'Bolt'],
    ])
    expect(await customersOf(desk)).toEqual([])

    const done = await desk.send('import.run', input)
    expect(done).toMatchObject({ applied: true, counts: { rows: 2, added: 2, payersAdded: 2, problems: 0 } })
    expect(await customersOf(desk)).toEqual([
      ['Bolt', '012345678901', '707707707707,808808808808'],
      ['Zürich; Söhne "東京"', '111122223333', '606606606606'],
    ])
    const { customers } = await desk.send('customer.list', { text: 'Söhne' })
    expect(customers[0]?.notes.replaceAll('\r\n', '\n')).toBe('erste\nzweite')
    const { rows } = await desk.send('activity.list', { limit: 1 })
    expect(rows[0]?.sentence).toBe('Imported kunden.csv: 2 customers added, 0 changed, 0 cases opened')

    // The columns are remembered: the next file needs no word about them.
    const again = await desk.send('import.run', { name: input.name, base64: input.base64 })
    expect(again.columns.map(({ by }) => by)).toEqual([
      'remembered',
      'remembered',
      'remembered',
      'remembered',
      'nobody',
    ])
    expect(again.counts).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
    expect((await desk.send('activity.list', { limit: 1 })).rows).toEqual(rows)
  })

  it('takes all of a file or nothing, and says of each cell what is wrong with it', async () => {
    const desk = await settledDesk()
    await openedCase(desk, { name: 'There', account: '999988887777' })
    const input = table(
      'Fine,111122223333,606606606606',
      'Rounded,1.23457E+11,606606606607',
      'Shortened,1122223333,606606606608',
      'Spot,act-12345678,606606606609',
      ',222233334444,606606606610',
      'Short Org,333344445555,12345',
      'Twice,111122223333,999999999999',
      'Same again,444455556666,606606606611',
      'Same again,444455556666,606606606611',
      'More,555566667777,606606606612,and more',
    )
    const report = await desk.send('import.run', input)
    expect(report).toMatchObject({ ok: false, applied: false, counts: { rows: 10, repeated: 1, problems: 7 } })
    expect(report.problems.map(({ line, column, value, code, offer }) => [line, column, value, code, offer])).toEqual([
      [3, 'Management account', '1.23457E+11', 'account-id.spreadsheet', null],
      [4, 'Management account', '1122223333', 'account-id.leading-zeros', '001122223333'],
      [5, 'Management account', 'act-12345678', 'account-id.is-spot-account', null],
      [6, 'Customer', '', 'name.missing', null],
      [7, 'Spot Org IDs', '12345', 'org-id.is-flexera', null],
      [8, 'Management account', '111122223333', 'import.repeated-differently', null],
      [11, null, 'and more', 'import.too-many-cells', null],
    ])
    for (const { message, remedy } of report.problems) {
      expect(message).not.toBe('')
      expect(remedy).not.toBe('')
    }
    expect((await customersOf(desk)).map(([name]) => name)).toEqual(['There'])
    expect((await desk.send('activity.list', { limit: 500 })).rows.map(({ what }) => what)).not.toContain('import.done')
  })

  it('puts leading zeros back where that is asked for, and only there', async () => {
    const desk = await settledDesk()
    const input = table('Acme,1122223333,606606606606')
    expect((await desk.send('import.run', input)).applied).toBe(false)
    expect((await desk.send('import.run', { ...input, restoreZeros: true })).applied).toBe(true)
    expect(await customersOf(desk)).toEqual([['Acme', '001122223333', '606606606606']])
  })

  it('changes what differs, keeps what is blank, and shows both before it does', async () => {
    const desk = await settledDesk()
    const { customer } = await openedCase(desk)
    await desk.send('customer.set', {
      customer: customer.id,
      revision: customer.revision,
      set: {
        notes: 'Keep me',
        tags: ['pilot'],
        contacts: [
          { name: 'Kim', email: 'kim@acme.example', role: 'CFO' },
          { name: 'Lee', email: '', role: '' },
        ],
      },
    })
    const input = file(
      'Customer,Account,Tags,Notes,Contact e-mail\nAcme Foods GmbH,1111 2222 3333,"pilot, big",,Kim <kim@foods.example>\n',
    )
    const plan = await desk.send('import.plan', input)
    expect(plan.changes).toEqual([
      {
        line: 2,
        customer: 'Acme Foods GmbH',
        what: 'changed',
        fields: [
          { head: 'Customer', before: 'Acme Foods', after: 'Acme Foods GmbH' },
          { head: 'Tags', before: 'pilot', after: 'pilot; big' },
          { head: 'Contact e-mail', before: 'kim@acme.example', after: 'kim@foods.example' },
        ],
      },
    ])
    await desk.send('import.run', input)
    const [now] = (await desk.send('customer.list', {})).customers
    expect(now).toMatchObject({
      name: 'Acme Foods GmbH',
      notes: 'Keep me',
      tags: ['pilot', 'big'],
      contacts: [
        { name: 'Kim', email: 'kim@foods.example', role: 'CFO' },
        { name: 'Lee', email: '', role: '' },
      ],
    })
  })

  it('puts customers on a shared payer that it makes once, and refuses rows that contradict one another', async () => {
    const desk = await settledDesk()
    const head = 'Customer,Management account,Payer account,Bucket,Prefix'
    const rows = ['Acme,111122223333,9999-8888-7777,our-cur-bucket,', 'Bolt,222233334444,999988887777,,spotinst_eco/']
    const done = await desk.send('import.run', file([head, ...rows].join('\n')))
    expect(done.counts).toMatchObject({ added: 2, payersAdded: 1 })
    const { payers } = await desk.send('payer.list', {})
    expect(payers).toEqual([
      expect.objectContaining({
        accountId: '999988887777',
        kind: 'shared',
        bucket: 'our-cur-bucket',
        prefix: 'spotinst_eco',
        customers: 2,
      }),
    ])
    const wrong = [...rows, 'Cord,333344445555,999988887777,another-bucket,', 'Acme,111122223333,555566667777,,']
    const report = await desk.send('import.plan', file([head, ...wrong].join('\n')))
    expect(report.problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [4, 'Bucket', 'import.payer-differs'],
      [5, 'Management account', 'import.repeated-differently'],
    ])
    const moved = await desk.send('import.plan', file([head, 'Acme,111122223333,555566667777,,'].join('\n')))
    expect(moved.problems.map(({ code }) => code)).toEqual(['import.payer-moves'])
  })

  it('changes nothing beneath cases that stand on it', async () => {
    const desk = await settledDesk()
    const c = await readyCase(desk)
    await desk.send('submission.export', { case: c.id, format: 'folder', out: temporaryFolder() })
    await desk.send('submission.sent', { case: c.id })
    const input = file('Customer,Account,Bucket,Org IDs\nAcme Foods,111122223333,another-bucket,808808808808\n')
    expect((await desk.send('import.run', input)).problems.map(({ column, code }) => [column, code])).toEqual([
      ['Bucket', 'import.payer-has-cases'],
      ['Org IDs', 'import.already-sent'],
    ])
  })

  it('can open a case for each customer that has none open', async () => {
    const desk = await settledDesk()
    await openedCase(desk)
    const input = {
      ...table('Acme Foods,111122223333,606606606606', 'Bolt,222233334444,707707707707'),
      open: 'msp-cur-extraction',
    }
    expect((await desk.send('import.run', input)).counts).toMatchObject({ added: 1, unchanged: 1, casesOpened: 1 })
    const { rows } = await desk.send('case.list', { order: 'number' })
    expect(rows.map(({ ref, customer }) => [ref, customer])).toEqual([
      ['C-1', 'Acme Foods'],
      ['C-2', 'Bolt'],
    ])
    expect((await desk.send('import.run', input)).counts).toMatchObject({ added: 0, casesOpened: 0 })
    const transfer = file('Customer,Account,Payer kind\nCord,333344445555,transfer\n')
    const without = await desk.send('import.plan', { ...transfer, open: 'msp-cur-extraction' })
    expect(without).toMatchObject({ ok: true, counts: { added: 1, casesOpened: 0, casesRefused: 1 } })
    expect(without.notes.map(({ line, finding }) => [line, finding.code])).toEqual([[2, 'payer.transfer']])
    expect(await desk.refused('import.run', { ...transfer, open: 'unheard-of' })).toMatchObject({
      code: 'procedure.unknown',
    })
  })

  it('opens them in any procedure, with its answers for all, and asks once for one that is missing', async () => {
    const desk = await settledDesk()
    const list = table('Acme,111122223333,606606606606', 'Bolt,222233334444,707707707707')
    const plan = (facts: Record<string, string>) =>
      desk.send('import.plan', { ...list, open: 'eco-connect', facts }).then(({ ok, problems }) => ({
        ok,
        problems: problems.map(({ line, code }) => [line, code]),
      }))
    expect(await plan({})).toEqual({ ok: false, problems: [[1, 'intake.unanswered']] })
    expect(await plan({ managedByMsp: 'perhaps' })).toEqual({ ok: false, problems: [[1, 'fact.not-a-choice']] })
    expect(await plan({ managedByMsp: 'yes', region: 'eu-west-1' })).toEqual({
      ok: false,
      problems: [[1, 'import.fact-elsewhere']],
    })
    const taken = await desk.send('import.run', { ...list, open: 'eco-connect', facts: { managedByMsp: 'yes' } })
    expect(taken.counts).toMatchObject({ casesOpened: 2, casesRefused: 0 })
    const second = await desk.send('case.get', { case: 'C-2' })
    expect(second.procedure.id).toBe('eco-connect')
    expect(second.facts.find((f) => f.name === 'managedByMsp')?.value).toBe('yes')
    // What is answered for the list goes before what another case has.
    await desk.send('import.run', { ...list, open: 'cloud-analyzer-existing', facts: { managedByMsp: 'no' } })
    const third = await desk.send('case.get', { case: 'C-3' })
    expect(third.facts.find((f) => f.name === 'managedByMsp')?.value).toBe('no')
  })

  it('says what is worth a look: swapped IDs, two of one name, a guessed encoding', async () => {
    const desk = await settledDesk()
    const plan = await desk.send(
      'import.plan',
      table('Acme,111122223333,111122223333', 'acme,222233334444,606606606606'),
    )
    expect(plan.ok).toBe(true)
    expect(plan.notes.map(({ line, finding }) => [line, finding.code])).toEqual([
      [2, 'org-id.equals-account'],
      [3, 'import.same-name'],
    ])
    const bytes = Buffer.from('Customer,Account\nZ\u00fcrich,111122223333\n', 'latin1')
    const guessed = await desk.send('import.plan', { name: 'old.csv', base64: toBase64(bytes) })
    expect(guessed.notes[0]).toMatchObject({ line: null, finding: { code: 'import.encoding-guessed' } })
    expect(guessed.changes[0]?.customer).toBe('Zürich')
  })

  it.each<[string, string, string]>([
    ['nothing', '', 'import.empty'],
    ['heads alone', 'Customer,Account\n', 'import.no-rows'],
    ['an open quote', 'Customer,Account\n"Acme,111122223333\n', 'csv.broken'],
    ['a quote in the middle', 'Customer,Account\n"Ac"me,111122223333\n', 'csv.broken'],
  ])('refuses a file with %s', async (_name, text, code) => {
    const desk = await settledDesk()
    expect(await desk.refused('import.run', file(text))).toMatchObject({ code })
  })

  it('tells of columns that do not do with all columns beside it, and takes nothing', async () => {
    const desk = await settledDesk()
    const report = await desk.send('import.run', file('sep=;\nKunde;Konto\nAcme;111122223333\n'))
    expect(report).toMatchObject({ applied: false, ok: false, sequence: null, delimiter: ';' })
    expect(report.columns.map(({ head, field, sample }) => [head, field, sample])).toEqual([
      ['Kunde', null, 'Acme'],
      ['Konto', null, '111122223333'],
    ])
    expect(report.problems).toMatchObject([{ line: 2, column: null, code: 'import.column-missing' }])
    expect(await customersOf(desk)).toEqual([])
  })

  it('can be taken back as one change', async () => {
    const desk = await settledDesk()
    const report = await desk.send('import.run', table('Acme,111122223333,606606606606'))
    expect(await customersOf(desk)).toHaveLength(1)
    await desk.send('undo.change', { sequence: report.sequence ?? 0 })
    expect(await customersOf(desk)).toEqual([])
    expect((await desk.send('import.run', table('Acme,111122223333,606606606606'))).counts.added).toBe(1)
  })

  it('can be cancelled while it reads, and has changed nothing then', async () => {
    const desk = await settledDesk()
    const rows = Array.from({ length: 20_000 }, (_, n) => `Customer ${n},${111_100_000_000 + n},`)
    const running = desk.refused('import.run', { ...table(...rows), job: 'x' })
    await expect
      .poll(async () => (await desk.send('job.state', { job: 'x' }).catch(() => null))?.total ?? 0, {
        interval: 1,
        timeout: 30_000,
      })
      .toBe(20_000)
    await desk.send('job.cancel', { job: 'x' })
    expect(await running).toMatchObject({ code: 'job.cancelled' })
    expect(await customersOf(desk)).toEqual([])
  })
})
