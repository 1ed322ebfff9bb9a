import { z } from 'zod'
import { ShortText } from '../../domain/records/base.ts'
import { command, query } from '../operation.ts'
import { FindingView } from '../views.ts'
import { JobId } from './jobs.ts'

const Text = z.string().max(20_000)

/** A file of up to 24 MB as base64: as much as one operation carries. */
const Base64 = z.string().max(33_000_000)

const ImportInput = {
  name: ShortText,
  base64: Base64,
  /** What columns are taken for, where their heads do not say it: field by head; '' leaves a column out. */
  columns: z.record(ShortText, ShortText).optional(),
  /** Puts back leading zeros that a spreadsheet took from account IDs. */
  restoreZeros: z.boolean().optional(),
  /** Opens a case in this procedure for each customer of the file that has none open in it. */
  open: ShortText.optional(),
  /** Answers of its intake, for every case that is opened; facts of a payer or a customer stand in columns. */
  facts: z.record(ShortText, Text).optional(),
  job: JobId.optional(),
}

export const ImportReport = z.strictObject({
  /** Whether it was taken; a file with a row that cannot be taken is not taken at all. */
  applied: z.boolean(),
  /** Whether nothing stands against taking it. */
  ok: z.boolean(),
  /** Place of the change in the sequence, by which it is taken back; null where nothing was changed. */
  sequence: z.int().nullable(),
  name: ShortText,
  encoding: ShortText,
  delimiter: z.enum([',', ';', '\t']),
  columns: z.array(
    z.strictObject({
      head: z.string(),
      /** Null: left out. */
      field: ShortText.nullable(),
      by: z.enum(['chosen', 'remembered', 'head', 'nobody']),
      sample: z.string(),
    }),
  ),
  /** The fields a column can be taken for. */
  fields: z.array(z.strictObject({ field: ShortText, head: ShortText })),
  counts: z.strictObject({
    rows: z.int(),
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    repeated: z.int(),
    payersAdded: z.int(),
    payersChanged: z.int(),
    casesOpened: z.int(),
    /** Customers that are taken without a case: it cannot run on their payer. */
    casesRefused: z.int(),
    problems: z.int(),
  }),
  /** The first of the cells that cannot be taken. */
  problems: z.array(
    z.strictObject({
      line: z.int(),
      column: z.string().nullable(),
      value: z.string(),
      code: z.string(),
      message: Text,
      remedy: Text,
      offer: z.string().nullable(),
    }),
  ),
  notes: z.array(z.strictObject({ line: z.int().nullable(), finding: FindingView })),
  /** The first of the rows that change something. */
  changes: z.array(
    z.strictObject({
      line: z.int(),
      customer: z.string(),
      what: z.enum(['added', 'changed']),
      fields: z.array(z.strictObject({ head: z.string(), before: Text, after: Text })),
    }),
  ),
})
export type ImportReport = z.infer<typeof ImportReport>

export const importOperations = {
  /** Reads a customer list and says what taking it would do, row by row. Changes nothing. */
  'import.plan': query(z.strictObject(ImportInput), ImportReport),
  /** Takes the list as one change: all of it, or nothing with the report of what stands against it. */
  'import.run': command(z.strictObject(ImportInput), ImportReport),
}
