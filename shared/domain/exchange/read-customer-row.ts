import { notParsed, type Parsed, parsed } from '../parsed.ts'
import type { Contact } from '../records/base.ts'
import type { Customer } from '../records/customer.ts'
import { PAYER_KINDS, type Partition, type PayerKind } from '../records/payer.ts'
import { refuse } from '../refusal.ts'
import { parseAccountId } from '../values/account-id.ts'
import { parseContactEmail } from '../values/contact-email.ts'
import { parseDisplayName } from '../values/display-name.ts'
import { parseOrgIds } from '../values/org-id.ts'
import { shown } from '../values/typed-text.ts'
import type { ImportField } from './columns.ts'

/** Cells of a row that are not blank, by field. */
export type Cells = ReadonlyMap<ImportField, string>

/** Told of each cell that cannot be read. */
export type OnProblem = (field: ImportField, parsed: Parsed<unknown>) => void

/**
 * The account of a cell. A lost leading zero is put back only where that was asked for: the refusal offers it.
 * @param restoreZeros put back what a spreadsheet took away
 */
export function readAccountCell(text: string, restoreZeros: boolean): Parsed<string> {
  const read = parseAccountId(text)
  if (read.ok || !restoreZeros || read.refusal.code !== 'account-id.leading-zeros') return read
  return parsed(String(read.refusal.params.padded))
}

type OwnFields = Pick<Customer, 'name' | 'orgIds' | 'tags' | 'notes' | 'contacts'>

/**
 * What the cells say of a customer, over what is known. Blank cells leave a value as it is, and so does a cell that
 * holds what an export wrote for it.
 * @param written the cells as an export writes them now; none for a new customer
 */
export function readCustomerCells(
  cells: Cells,
  has: OwnFields,
  written: Readonly<Record<ImportField, string>> | null,
  problem: OnProblem,
): OwnFields {
  const take = <T>(field: ImportField, parse: (text: string) => Parsed<T>, keep: T): T => {
    const text = cells.get(field)
    if (text === undefined || text === written?.[field]) return keep
    const read = parse(text)
    if (read.ok) return read.value
    problem(field, read)
    return keep
  }
  return {
    name: take('name', parseDisplayName, has.name),
    orgIds: [...take('orgIds', parseOrgIds, has.orgIds)],
    tags: take('tags', parseTags, has.tags),
    notes: take('notes', parseNotes, has.notes),
    contacts: readContact(take, has.contacts),
  }
}

/** The first contact is the one a table has; the others stay. */
function readContact(
  take: <T>(field: ImportField, parse: (text: string) => Parsed<T>, keep: T) => T,
  has: readonly Contact[],
): Contact[] {
  const [first = { name: '', email: '', role: '' }, ...others] = has
  const contact = {
    name: take('contactName', parseDisplayName, first.name),
    email: take('contactEmail', parseContactEmail, first.email),
    role: take('contactRole', parseDisplayName, first.role),
  }
  const isBlank = Object.values(contact).every((text) => text === '')
  return isBlank ? [...has] : [contact, ...others]
}

function parseTags(text: string): Parsed<string[]> {
  const tags = [...new Set(text.split(/[,;\n]/).map((tag) => tag.trim()))].filter((tag) => tag !== '')
  const long = tags.find((tag) => tag.length > 40)
  if (long !== undefined) return notParsed(refuse('import.tag-too-long', { tag: shown(long), longest: 40 }))
  if (tags.length > 50) return notParsed(refuse('import.too-many-tags', { count: tags.length, most: 50 }))
  return parsed(tags)
}

const LONGEST_NOTE = 20_000

function parseNotes(text: string): Parsed<string> {
  return text.length <= LONGEST_NOTE
    ? parsed(text)
    : notParsed(refuse('import.note-too-long', { length: text.length, longest: LONGEST_NOTE }))
}

export function parsePayerKind(text: string): Parsed<PayerKind> {
  const said = text
    .trim()
    .toLowerCase()
    .replace(/^billing /, '')
  const kind = PAYER_KINDS.find((one) => one === said)
  if (kind) return parsed(kind)
  return notParsed(refuse('payer.unknown-kind', { text: shown(text), kinds: PAYER_KINDS.join(', ') }))
}

export function parsePartition(text: string): Parsed<Partition> {
  const said = text.trim().toLowerCase()
  if (said === 'aws' || said === 'aws-cn') return parsed(said)
  return notParsed(refuse('import.partition-unknown', { text: shown(text) }))
}
