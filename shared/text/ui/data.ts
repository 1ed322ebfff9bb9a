import type { BackupReason } from '../../domain/records/backup.ts'

const reasons: Readonly<Record<BackupReason, string>> = {
  daily: 'Start of the day',
  demand: 'Made by hand',
  'before-migration': 'Before an update',
  'before-restore': 'Before a restore',
  'before-bulk': 'Before a large change',
}

/** Sentences about where the workspace is, its backups, checking and rescuing it. */
export const dataText = {
  title: 'Data and backups',
  lead: 'Everything is in one folder on this computer. Nothing of it is sent anywhere.',
  open: 'Open data and backups',
  openHint: 'Where the workspace is, its backups, restoring one, checking everything, and exporting the record.',
  place: {
    title: 'Where it is',
    hint: 'The database, the attached files and the backups of this workspace.',
    folder: 'Folder',
    show: 'Show the folder',
  },
  backups: {
    title: 'Backups',
    hint: 'Made at the start of each day, before an update, a restore and a large change. Three of today are kept, one of each other day, ten in all.',
    none: 'There is no backup yet. One is made by itself at the start of each day, or now.',
    now: 'Back up now',
    toFile: 'Back up to a file',
    other: 'Restore from a file',
    made: (cases: string) => `Backed up: ${cases}`,
    restore: 'Restore',
    reasons,
    unreadable: (name: string) => ({
      message: `“${name}” in the backups folder is not a whole backup.`,
      remedy: 'It is left as it is. Move it away if you do not need it.',
    }),
  },
  file: {
    title: 'Back up to a file',
    lead: 'One file with the database and all attached files. It is read back byte for byte before it gets its name.',
    path: 'Path of the file',
    pathHelp: 'Whole path, such as a folder of another disk. A file that is there is never overwritten.',
    button: 'Back up',
    done: (path: string) => `Written and read back: ${path}`,
  },
  choose: {
    title: 'Restore a backup',
    lead: 'Choose one to see what it holds. Nothing is replaced before you confirm.',
    path: 'Another file',
    pathHelp: 'Whole path of a backup, such as one on another disk.',
    look: 'Look at it',
    none: 'There is no backup in the folder of this workspace.',
  },
  restore: {
    title: 'What this backup holds',
    reading: 'Reading every byte of the backup…',
    backup: 'The backup',
    present: 'The workspace now',
    unreadable: 'It cannot be read.',
    kept: 'What is there now is kept: it is backed up first, and where it is damaged its files are put aside.',
    newer: (cases: string) => `The workspace holds more than the backup: ${cases} more now.`,
    button: 'Replace the workspace with this backup',
    done: 'The backup is restored',
    keptIn: (path: string) => `What it replaced is kept in ${path}.`,
    nothingKept: 'There was nothing to keep.',
    rows: {
      made: 'Made',
      why: 'Why',
      company: 'Company',
      cases: 'Cases',
      customers: 'Customers',
      attachments: 'Attached files',
      lastChange: 'Last change',
      version: 'Data version',
      size: 'Size',
    },
    noChange: 'None',
  },
  verify: {
    title: 'Check everything',
    hint: 'Reads all of it: the database, every attached file against its hash, and the chain of the record.',
    button: 'Check everything',
    ok: (cases: string, entries: string, files: string) => `In order: ${cases}, ${entries} of the record, ${files}.`,
    bad: 'Not everything is in order.',
  },
  rescue: {
    title: 'Save what can be read',
    hint: 'Writes what can still be read as JSON files into a new folder, with the attached files. Changes nothing in the workspace.',
    path: 'New folder',
    pathHelp: 'Whole path of a folder that is empty or not there yet.',
    button: 'Save what can be read',
    done: (path: string) => `Saved in ${path}`,
    whole: 'All of it',
    lost: (why: string) => `Not all of it: ${why}`,
    files: (n: string) => `${n} saved beside them.`,
    head: { what: 'What', entries: 'Entries', read: 'Could be read' },
  },
  record: {
    title: 'The record',
    hint: 'Who did what and when, as a file. Its order and its chain are checked above.',
    csv: 'Save as CSV',
    json: 'Save as JSON',
    changes: 'See what can be taken back',
  },
  folder: {
    title: 'Open another folder',
    lead: 'The workspace in that folder is opened until the app ends. The folder it is started with stays the usual one.',
    path: 'Folder',
    pathHelp: 'Whole path of the folder with “casebook.db” in it.',
    button: 'Open this folder',
  },
  failed: {
    again: 'Try again',
    restore: 'Restore a backup',
    rescue: 'Save what can be read',
    folder: 'Open another folder',
    practise: 'Practise instead',
    leavePractice: 'Leave practice',
  },
} as const

/** What can be done on the screen of a failure; `again` is on every one. */
export type FailureWay = 'restore' | 'rescue' | 'folder'

interface FailureText {
  /** In place of the host's own way out, which speaks to the terminal as well. */
  readonly remedy?: string
  readonly ways: readonly FailureWay[]
}

const OTHERS: FailureText = { ways: ['folder'] }

/** By code of the failure: what helps on the screen, most helpful first. */
const failures: Readonly<Record<string, FailureText>> = {
  'store.corrupt': {
    remedy:
      'Restore the newest backup: the damaged file is put aside, not deleted. Before that, you can save what can still be read.',
    ways: ['restore', 'rescue', 'folder'],
  },
  'store.row-unreadable': {
    remedy: 'Restore the newest backup, which holds the entry as it was, or save what can still be read.',
    ways: ['restore', 'rescue', 'folder'],
  },
  'store.newer': { ways: ['folder', 'restore', 'rescue'] },
  'store.migration-differs': { ways: ['folder', 'rescue'] },
  'store.migration-failed': { ways: ['rescue', 'folder'] },
  'store.io': { ways: ['folder', 'rescue'] },
  'practice.state-unreadable': { ways: ['restore'] },
}

export function failureText(code: string): FailureText {
  return failures[code] ?? OTHERS
}
