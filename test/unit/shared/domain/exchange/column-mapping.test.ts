import { describe, expect, it } from 'vitest'
import { mapColumns, refuseColumns, toRemember } from '../../../../../shared/domain/exchange/column-mapping.ts'
import { CASE_HEADS, FIELD_HEADS, IMPORT_FIELDS } from '../../../../../shared/domain/exchange/columns.ts'
import { isRefusal } from '../../../../../shared/domain/refusal.ts'
import { refusedWith } from '../../../../support/worked-case.ts'

function mapped(
  heads: readonly string[],
  chosen: Record<string, string> = {},
  remembered: Record<string, string> = {},
) {
  const columns = mapColumns(heads, chosen, remembered)
  if (isRefusal(columns)) throw new Error(columns.code)
  return columns
}
const fields = (...of: Parameters<typeof mapped>) => mapped(...of).map(({ field, by }) => [field, by])

describe('the columns of a file', () => {
  it('as an export writes them are all known, and those of cases are left out', () => {
    const heads = [...IMPORT_FIELDS.map((field) => FIELD_HEADS[field]), ...CASE_HEADS]
    expect(mapped(heads).map(({ field }) => field)).toEqual([...IMPORT_FIELDS, ...CASE_HEADS.map(() => null)])
  })

  it.each([
    ['Customer Name', 'name'],
    ['MASTER PAYER ACCOUNT ID', 'managementAccountId'],
    ['aws_account_id', 'managementAccountId'],
    ['Spot OrgIDs', 'orgIds'],
    ['E-Mail', 'contactEmail'],
  ])('are known by heads that people give them: %s', (head, field) => {
    const others = ['Company', 'Management account'].filter((other) => !mappedAs(other, field))
    expect(mapped([head, ...others])[0]).toEqual({ head, field, by: 'head' })
  })
  const mappedAs = (head: string, field: string) =>
    (head === 'Company' && field === 'name') || (head === 'Management account' && field === 'managementAccountId')

  it('are what was chosen before what was remembered, and that before their heads', () => {
    const heads = ['Kunde', 'Konto', 'Tags', 'Note']
    expect(fields(heads, { Kunde: 'name', Tags: '' }, { konto: 'managementAccountId', kunde: 'notes' })).toEqual([
      ['name', 'chosen'],
      ['managementAccountId', 'remembered'],
      [null, 'chosen'],
      ['notes', 'head'],
    ])
  })

  it.each<[string, readonly string[], Record<string, string>, string]>([
    ['a column that is not there', ['Customer', 'Account'], { Kunde: 'name' }, 'import.column-unknown'],
    ['a field that is not there', ['Customer', 'Account'], { Customer: 'nom' }, 'import.field-unknown'],
    ['what every object has', ['Customer', 'Account'], { Customer: 'constructor' }, 'import.field-unknown'],
  ])('are refused with %s', (_name, heads, chosen, code) => {
    expect(refusedWith(mapColumns(heads, chosen, {}))).toMatchObject({ code, field: 'columns' })
  })

  it.each<[string, readonly string[], string | null]>([
    ['one field from two columns', ['Customer', 'Company', 'Account'], 'import.field-twice'],
    ['no account', ['Customer', 'Tags'], 'import.column-missing'],
    ['no name', ['Account'], 'import.column-missing'],
    ['all that is needed', ['Customer', 'Account'], null],
  ])('are told to be readable or not: with %s', (_name, heads, code) => {
    const refusal = refuseColumns(mapped(heads))
    expect(refusal?.code ?? null).toBe(code)
    if (refusal) expect(refusedWith(refusal).field).toBe('columns')
  })

  it('are named where they will not do', () => {
    const paramsOf = (decided: unknown) => refusedWith(decided).params
    expect(paramsOf(mapColumns(['A', 'B'], { C: 'name' }, {}))).toEqual({ column: 'C', columns: 'A, B' })
    expect(paramsOf(mapColumns(['A'], { A: 'nom' }, {}))).toEqual({ field: 'nom', fields: IMPORT_FIELDS.join(', ') })
    expect(paramsOf(refuseColumns(mapped(['Customer', 'Company', 'Account'])))).toEqual({
      field: 'Customer',
      columns: 'Customer, Company',
    })
    expect(paramsOf(refuseColumns(mapped(['Customer', 'Size'])))).toEqual({
      field: 'managementAccountId',
      head: 'Management account',
      columns: 'Customer, Size',
    })
  })

  it.each([
    [' Spot   Org-IDs ', 'orgIds', 'head'],
    ['Crawler (stack)', 'crawlerStackName', 'head'],
    ['Régión', 'region', 'head'],
    ['Case', null, 'nobody'],
    ['Size', null, 'nobody'],
    ['', null, 'nobody'],
  ])('are known however their heads are written: %j', (head, field, by) => {
    expect(mapped([head])).toEqual([{ head, field, by }])
  })

  it('that were chosen are remembered, and forgotten where the head says it by itself', () => {
    const columns = mapped(['Kunde', 'Account', 'Tags', 'Other'], { Kunde: 'name', Tags: '', Other: 'notes' })
    const kept = toRemember(columns, { mail: 'contactEmail' })
    expect(kept).toEqual({ mail: 'contactEmail', kunde: 'name', tags: '', other: 'notes' })
    // What was remembered, or says it by itself, was not chosen now; a column without a head cannot be known again.
    expect(toRemember(mapped(['Kunde', 'Account', ''], { '': 'tags' }, { kunde: 'name' }), {})).toEqual({})
    expect(toRemember(mapped(['Case'], { Case: '' }), { case: 'notes' })).toEqual({})
    expect(toRemember(mapped(['Customer', 'Account', 'Tags'], { Tags: 'tags' }), kept)).toEqual({
      mail: 'contactEmail',
      kunde: 'name',
      other: 'notes',
    })
  })
})
