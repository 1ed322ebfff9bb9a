import type { ConflictValue } from '../../domain/conflict.ts'
import type { AggregateKind } from '../../domain/records/change-set.ts'
import { minute } from '../minute.ts'
import type { Catalogue } from '../sentence.ts'

/** Sentences about the workspace's file, its folder and its lock (DESIGN: SQLite). */
export const storeMessages = {
  'store.newer': (p: { file: string; version: number; newest: number }) => ({
    message: `“${p.file}” was written by a newer version of MSP Casebook (its data version is ${p.version}, this app knows up to ${p.newest}).`,
    remedy: 'Install the newest version of MSP Casebook and open the workspace with it. Nothing was changed.',
  }),
  'store.foreign': (p: { file: string }) => ({
    message: `“${p.file}” is a database of another program.`,
    remedy: 'Choose another folder for the workspace, or move that file away. Nothing was changed.',
  }),
  'store.corrupt': (p: { file: string; detail: string }) => ({
    message: `“${p.file}” is damaged and cannot be read: ${p.detail}.`,
    remedy:
      'Restore the newest backup of its “backups” folder: “casebook restore FILE” keeps the damaged file. What can still be read, “casebook rescue --out DIR” writes out.',
  }),
  'store.full': (p: { folder: string }) => ({
    message: `The disk that holds “${p.folder}” is full. The last change was not saved; everything before it is.`,
    remedy: 'Free some space on that disk, then do it again.',
  }),
  'store.read-only': (p: { folder: string }) => ({
    message: `“${p.folder}” cannot be written to.`,
    remedy: 'Give your user account the right to write there, or choose another folder.',
  }),
  'store.busy': (p: { file: string }) => ({
    message: `Another program is holding “${p.file}”.`,
    remedy: 'Close the program that has the file open (a database viewer, a backup or sync tool), then do it again.',
  }),
  'store.locked-by': (p: { folder: string; pid: number | null; since: string; host: string }) => ({
    message:
      p.pid === null
        ? `“${p.folder}” is open in another MSP Casebook that is just starting.`
        : `“${p.folder}” is open in another MSP Casebook: process ${p.pid} on ${p.host}, since ${minute(p.since)}.`,
    remedy: 'Use the one that is open, or close it first.',
  }),
  'store.lock-broken': (p: { file: string }) => ({
    message: `The lock file “${p.file}” cannot be read.`,
    remedy: 'Make sure that no other MSP Casebook has this folder open, then delete that file; it holds no data.',
  }),
  'store.missing-folder': (p: { folder: string }) => ({
    message: `The folder “${p.folder}” is not there.`,
    remedy: 'Connect the disk or share that holds it, or choose another folder.',
  }),
  'store.no-workspace': (p: { folder: string }) => ({
    message: `There is no workspace in “${p.folder}”.`,
    remedy: 'Make one with “casebook init”, or choose the folder that holds yours.',
  }),
  'store.io': (p: { folder: string; detail: string }) => ({
    message: `Reading or writing in “${p.folder}” failed: ${p.detail}.`,
    remedy: 'Check the disk and its connection, then do it again.',
  }),
  'store.row-unreadable': (p: { table: string; key: string; detail: string }) => ({
    message: `An entry of “${p.table}” (${p.key}) does not have the form it should have: ${p.detail}.`,
    remedy: 'Run “casebook verify”; it lists what is damaged. The newest backup holds the entry as it was.',
  }),
  'store.migration-differs': (p: { file: string; version: number }) => ({
    message: `“${p.file}” was prepared by an unreleased build: its data version ${p.version} is not the released one.`,
    remedy: 'Open it with the build that made it and export the cases. Nothing was changed.',
  }),
  'store.migration-failed': (p: { version: number; detail: string; backup: string }) => ({
    message: `The workspace could not be brought to data version ${p.version}: ${p.detail}. It is as it was.`,
    remedy: `Go on with the version of MSP Casebook you used before. A copy is at “${p.backup}”.`,
  }),
  'conflict.revision': (p: {
    kind: AggregateKind
    id: string
    expected: number
    actual: number
    /** Who made the other change, and when; absent where that is not known. */
    by?: string
    at?: string
    /** What both set, each with its value. */
    values?: readonly ConflictValue[]
  }) => ({
    message:
      p.expected === 0
        ? `${subjects[p.kind]} there already.`
        : `${subjects[p.kind]} not as you saw ${p.kind === 'settings' ? 'them' : 'it'} any more: ${p.by ?? 'someone'} made a change${p.at ? ` at ${minute(p.at)}` : ''} meanwhile (revision ${p.actual} instead of ${p.expected}).${bothValues(p.values ?? [])}`,
    remedy: 'Look at the present state, then make your change again.',
  }),
  'conflict.case-number': (p: { number: number }) => ({
    message: `The number C-${p.number} was just given to another case.`,
    remedy: 'Open the case again: it gets the next free number.',
  }),
  'conflict.payer-account': (p: { accountId: string }) => ({
    message: `There is a payer with the account ${p.accountId} already.`,
    remedy: 'Use that payer; a billing account is recorded once.',
  }),
  'undo.nothing': (p: { what: 'undo' | 'redo' }) => ({
    message: p.what === 'undo' ? 'There is nothing of yours to take back.' : 'There is nothing to make again.',
    remedy: p.what === 'undo' ? 'Every change you make can be taken back from here on.' : 'Take a change back first.',
  }),
  'undo.unknown': (_p: Record<never, never>) => ({
    message: 'This change cannot be taken back any more: it is too long ago, or it was never kept.',
    remedy: 'Enter the former value by hand; the timeline says what it was.',
  }),
  'undo.changed-since': (p: { who: string; at: string; sequence: number }) => ({
    message: `The same was changed again since, by ${p.who} at ${minute(p.at)}; taking this back would undo that as well.`,
    remedy: 'Take the later change back first, or enter the former value by hand.',
  }),
  'undo.in-use': (p: { kind: string }) => ({
    message: `Something was added since that needs this ${p.kind}; it cannot be removed.`,
    remedy: 'Take back what was added first.',
  }),
  'undo.outside': (p: { action: string }) => ({
    message: `This was done on AWS (${p.action}); the casebook cannot take it back there.`,
    remedy: 'Undo it in the AWS console where it has to be undone, and reopen the step here.',
  }),
  'undo.first': (_p: Record<never, never>) => ({
    message: 'Setting up the workspace cannot be taken back.',
    remedy: 'Change the profile in the settings.',
  }),
  'list.mark-unknown': (_p: Record<never, never>) => ({
    message: 'This list cannot be continued from there.',
    remedy: 'Load the list from its beginning.',
  }),
  'attachment.unknown': (p: { case: string }) => ({
    message: `${p.case} keeps no such file.`,
    remedy: 'Look at the files of the case: taking a step back takes its evidence along.',
  }),
  'attachment.missing': (p: { sha256: string }) => ({
    message: `The file with the hash ${p.sha256.slice(0, 12)}… is not in the attachments folder any more.`,
    remedy: 'Attach the file again, or restore the backup that holds it.',
  }),
  'attachment.altered': (p: { sha256: string }) => ({
    message: `The file with the hash ${p.sha256.slice(0, 12)}… was changed in the attachments folder since it was attached.`,
    remedy: 'Attach the right file again, or restore the backup that holds it. It is not used as it is.',
  }),
  'export.exists': (p: { path: string }) => ({
    message: `“${p.path}” is there already, with other content.`,
    remedy: 'Move it away or choose another folder. It was not overwritten.',
  }),
  'export.unsafe-name': (p: { name: string }) => ({
    message: `“${p.name}” cannot be the name of a file on every system.`,
    remedy: 'Use letters, digits, hyphens, dots and underscores.',
  }),
  'export.failed': (p: { path: string; reason: ExportFailure; detail: string }) => ({
    message: `“${p.path}” could not be written: ${exportReasons[p.reason](p.detail)}. No part of it was left behind.`,
    remedy: exportRemedies[p.reason],
  }),
  'verify.database': (p: { detail: string }) => ({
    message: `The database is damaged: ${p.detail}.`,
    remedy: 'Keep a copy of the whole folder, then restore the newest backup.',
  }),
  'verify.reference': (p: { table: string; count: number }) => ({
    message: `${p.count} entries of “${p.table}” point to something that is not there.`,
    remedy: 'Restore the newest backup, or ask for help with a copy of the folder.',
  }),
  'verify.activity': (p: { sequence: number }) => ({
    message: `The activity was altered: entry ${p.sequence} does not fit the one before it, or is missing.`,
    remedy: 'Compare it with a backup. Entries before it are as they were written.',
  }),
  'verify.search': (p: { index: string }) => ({
    message: `The search index “${p.index}” does not agree with the cases and customers.`,
    remedy: 'Restore the newest backup; the cases themselves are not affected.',
  }),
  'verify.tally': (p: { tally: string }) => ({
    message: `The totals of “${p.tally}” do not agree with the cases, waits and customers.`,
    remedy: 'Restore the newest backup; the records themselves are not affected.',
  }),
} satisfies Catalogue

/** Values shown in the sentence; the rest is in its parameters. */
const SHOWN = 3

function bothValues(values: readonly ConflictValue[]): string {
  const said = values.slice(0, SHOWN).map(({ field, yours, theirs }) => {
    const now = theirs === '' ? 'blank' : `“${short(theirs)}”`
    return ` ${field}: it is ${now} now, you want ${yours === '' ? 'it blank' : `“${short(yours)}”`}.`
  })
  return said.join('')
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

const subjects: Readonly<Record<AggregateKind, string>> = {
  settings: 'The settings are',
  customer: 'This customer is',
  payer: 'This payer is',
  case: 'This case is',
}

export type ExportFailure = 'full' | 'read-only' | 'missing' | 'other'

const exportReasons: Readonly<Record<ExportFailure, (detail: string) => string>> = {
  full: () => 'the disk is full',
  'read-only': () => 'the folder cannot be written to',
  missing: () => 'the folder is not there',
  other: (detail) => detail,
}

const exportRemedies: Readonly<Record<ExportFailure, string>> = {
  full: 'Free some space on that disk, then export again.',
  'read-only': 'Choose another folder, or give your user account the right to write there.',
  missing: 'Choose another folder, or connect the disk that holds it.',
  other: 'Check the disk and its connection, then export again.',
}
