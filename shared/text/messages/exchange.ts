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
  'export.nothing-selected': (_: None) => ({
    message: 'No case is selected.',
    remedy: 'Choose cases, or a view that has some.',
  }),
} satisfies Catalogue

const csvReasons = {
  'open-quote': 'a quote is opened and never closed',
  'quote-inside': 'a quote stands in the middle of a cell; inside a quoted cell it has to be doubled',
  other: 'the file is not in the form of a CSV file',
} as const
