import type { Catalogue } from '../sentence.ts'

type None = Record<never, never>

/** Sentences about taking data in and out. */
export const exchangeMessages = {
  'job.unknown': (p: { job: string }) => ({
    message: `No work is known under “${p.job}”.`,
    remedy: 'It may have ended a while ago; look at what it was to bring about.',
  }),
  'job.running': (p: { job: string }) => ({
    message: `Work under “${p.job}” is going on already.`,
    remedy: 'Wait until it has ended, or cancel it.',
  }),
  'job.cancelled': (_: None) => ({
    message: 'It was cancelled before it was done. Nothing was changed.',
    remedy: 'Start it again whenever you like.',
  }),
  'csv.broken': (p: { line: number; reason: 'open-quote' | 'quote-inside' | 'other' }) => ({
    message: `Line ${p.line}: ${csvReasons[p.reason]}. Nothing was read.`,
    remedy: 'Save the file anew from the program it comes from, or correct that line.',
  }),
  'import.empty': (_: None) => ({
    message: 'The file is empty.',
    remedy: 'Save it anew from the program it comes from.',
  }),
  'import.is-workbook': (_: None) => ({
    message: 'This is a workbook, not a CSV file.',
    remedy: 'Open it in the spreadsheet and save it as CSV (UTF-8).',
  }),
  'import.not-text': (_: None) => ({
    message: 'This is not a text file.',
    remedy: 'Choose a CSV file, or save the list as CSV (UTF-8).',
  }),
  'import.no-rows': (_: None) => ({
    message: 'The file has no rows under its heads.',
    remedy: 'Put the names of the columns on the first line and a customer on each line after it.',
  }),
  'import.too-many-rows': (p: { rows: number; most: number }) => ({
    message: `The file has ${p.rows} rows; one import takes up to ${p.most}.`,
    remedy: 'Split it and import the parts one after the other.',
  }),
  'import.encoding-guessed': (p: { encoding: string }) => ({
    message: `The file is not UTF-8; it was read as ${p.encoding}, as older spreadsheets write.`,
    remedy: 'Look at names with accents in the preview. If they are wrong, save the file as CSV (UTF-8).',
  }),
  'import.column-unknown': (p: { column: string; columns: string }) => ({
    message: `The file has no column “${p.column}”.`,
    remedy: `Its columns are: ${p.columns}.`,
  }),
  'import.field-unknown': (p: { field: string; fields: string }) => ({
    message: `A column cannot be taken for “${p.field}”.`,
    remedy: `Choose one of: ${p.fields}; or leave the column out.`,
  }),
  'import.field-twice': (p: { field: string; columns: string }) => ({
    message: `Two columns are taken for “${p.field}”: ${p.columns}.`,
    remedy: 'Leave one of them out.',
  }),
  'import.column-missing': (p: { field: string; head: string; columns: string }) => ({
    message: `No column holds “${p.head}”. The columns are: ${p.columns}.`,
    remedy: `Say which column it is (${p.field}), or name it “${p.head}”.`,
  }),
  'import.too-many-cells': (p: { columns: number }) => ({
    message: `The row has more cells than the ${p.columns} columns that have heads.`,
    remedy: 'Put texts that hold the delimiter in quotes, or give the further columns heads.',
  }),
  'import.repeated-differently': (p: { account: string; line: number }) => ({
    message: `Line ${p.line} names the management account ${p.account} too, with other values.`,
    remedy: 'Keep the row that is right.',
  }),
  'import.account-twice': (p: { account: string }) => ({
    message: `The workspace has two customers with the management account ${p.account}.`,
    remedy: 'Correct one of them there first; it cannot be told which one the row means.',
  }),
  'import.payer-moves': (p: { from: string; to: string }) => ({
    message: `The customer is billed by ${p.from} in the workspace, the row says ${p.to}.`,
    remedy: 'An import moves no customer to another payer. Correct the row.',
  }),
  'import.payer-differs': (p: { account: string; head: string; line: number; other: string }) => ({
    message: `Line ${p.line} says “${p.other}” as “${p.head}” of the same payer ${p.account}.`,
    remedy: 'A payer is recorded once: give all its customers the same value, or leave the cell blank.',
  }),
  'import.payer-has-cases': (p: { account: string; cases: number; head: string }) => ({
    message: `“${p.head}” of the payer ${p.account} is in use by ${p.cases === 1 ? 'an open case' : `${p.cases} open cases`}.`,
    remedy: 'Change it at the payer, which shows every case that it touches; or leave the cell as it is.',
  }),
  'import.already-sent': (p: { case: string }) => ({
    message: `Spot has the Org IDs of ${p.case} as they are in the workspace: its submission was sent.`,
    remedy: 'Withdraw that submission first, or leave the cell as it is.',
  }),
  'import.fact-elsewhere': (p: { fact: string }) => ({
    message: `“${p.fact}” is a fact of the customer or the payer, and not the same for every case of a list.`,
    remedy: 'Put it into a column of the file, or leave it out.',
  }),
  'import.same-name': (p: { name: string; line: number }) => ({
    message: `Line ${p.line} has a customer “${p.name}” too, with another management account.`,
    remedy: 'Nothing to do where they are two; otherwise remove one.',
  }),
  'import.tag-too-long': (p: { tag: string; longest: number }) => ({
    message: `The tag “${p.tag}” has more than ${p.longest} characters.`,
    remedy: 'Separate tags by commas or semicolons, and put longer texts into the notes.',
  }),
  'import.too-many-tags': (p: { count: number; most: number }) => ({
    message: `The row has ${p.count} tags; a customer takes ${p.most}.`,
    remedy: 'Keep those by which you look for the customer.',
  }),
  'import.note-too-long': (p: { length: number; longest: number }) => ({
    message: `The note has ${p.length} characters; ${p.longest} fit.`,
    remedy: 'Shorten it, or keep it as a file with a case.',
  }),
  'import.partition-unknown': (p: { text: string }) => ({
    message: `“${p.text}” is no partition of AWS.`,
    remedy: 'Write aws, or aws-cn for AWS China.',
  }),
  'export.nothing-selected': (_: None) => ({
    message: 'No case is selected.',
    remedy: 'Choose cases, or a view that has some.',
  }),
  'export.too-large': (p: { megabytes: number }) => ({
    message: `This export has ${p.megabytes} MB, more than can be handed to a window.`,
    remedy: 'Export fewer cases at a time, or write it to a file on the command line: casebook export --out FILE.',
  }),
} satisfies Catalogue

const csvReasons = {
  'open-quote': 'a quote is opened and never closed',
  'quote-inside': 'a quote stands in the middle of a cell; inside a quoted cell it has to be doubled',
  other: 'the file is not in the form of a CSV file',
} as const
