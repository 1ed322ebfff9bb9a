import { resolve } from 'node:path'
import type { OutputOf } from '../../../shared/contract/index.ts'
import { findingText } from '../case-text.ts'
import type { Command } from '../command.ts'
import { table } from '../table.ts'

type Backup = OutputOf<'workspace.backup'>

/** Keeping the workspace safe, and taking changes back. */
export const keepingCommands: readonly Command[] = [
  {
    path: ['backup'],
    summary: 'back the workspace up into one file, with its attachments',
    positionals: [],
    options: {
      out: { type: 'string', value: 'FILE', help: 'where to; the workspace’s own backups folder without it' },
    },
    workspace: true,
    async run(call) {
      const out = call.option('out')
      const backup = await call.send('workspace.backup', { out: out === undefined ? undefined : resolve(out) })
      return { json: backup, text: `Wrote and read back ${backup.path}.\n${held(backup)}` }
    },
  },
  {
    path: ['backup', 'list'],
    summary: 'the backups in the workspace’s own folder',
    positionals: [],
    options: {},
    workspace: true,
    async run(call) {
      const listed = await call.send('workspace.backups', {})
      const rows = listed.backups.map((b) => [b.name, b.createdText, b.reason, String(b.cases), mebibytes(b.size)])
      const lines = [
        rows.length > 0 ? table(['File', 'Made', 'Why', 'Cases', 'Size'], rows) : 'There are no backups yet.',
        ...listed.unreadable.map((path) => `Not a whole backup: ${path}`),
        ...(listed.lastFailure ? [`${listed.lastFailure.message} ${listed.lastFailure.remedy}`] : []),
      ]
      return { json: listed, text: lines.join('\n') }
    },
  },
  {
    path: ['restore'],
    summary: 'put a backup in the place of the workspace; what it replaces is kept',
    positionals: ['FILE'],
    options: { 'dry-run': { type: 'boolean', value: '', help: 'only show what it holds' } },
    workspace: true,
    async run(call) {
      const file = call.positionals[0] ?? ''
      const preview = await call.send('workspace.restore-preview', { file })
      const { backup, present } = preview
      const now = present
        ? `The workspace now: ${counted(present.cases, 'case')}, last change ${present.lastChange?.text ?? 'none'}.`
        : 'There is no workspace that can be read now.'
      const said = `${held(backup)}\n${now}`
      if (call.flag('dry-run')) return { json: preview, text: said }
      call.say(said)
      const restored = await call.send('workspace.restore', { file, confirmed: true })
      const kept = restored.kept ? `What it replaced is kept in ${restored.kept}.` : 'There was nothing to keep.'
      return { json: restored, text: `Restored ${counted(backup.cases, 'case')} from ${backup.path}. ${kept}` }
    },
  },
  {
    path: ['verify'],
    summary: 'check the database, the attachments against their hashes, and the activity chain',
    positionals: [],
    options: {},
    workspace: true,
    async run(call) {
      const report = await call.send('workspace.verify', {})
      const { ok, cases, activity, attachments, findings } = report
      const text = [
        `${counted(cases, 'case')}, ${activity} activity entries, ${counted(attachments, 'attachment')}.`,
        ...findings.map(findingText),
        ok ? 'In order.' : 'Not in order. “casebook rescue --out DIR” writes what can still be read.',
      ].join('\n')
      return { json: report, text, exit: ok ? (0 as const) : (1 as const) }
    },
  },
  {
    path: ['rescue'],
    summary: 'write what can still be read of a damaged workspace as JSON; changes nothing in it',
    positionals: [],
    options: { out: { type: 'string', value: 'DIR', help: 'a new or empty folder', required: true } },
    workspace: true,
    async run(call) {
      const rescued = await call.send('workspace.rescue', { out: resolve(call.option('out') ?? '') })
      const rows = rescued.tables.map((t) => [t.name, String(t.rows), t.lost ?? ''])
      const text = `${table(['What', 'Entries', 'Not all could be read'], rows)}\n${counted(rescued.attachments, 'attachment')}. All in ${rescued.path}.`
      return { json: rescued, text }
    },
  },
  {
    path: ['undo'],
    summary: 'take your last change back; it stays on the record',
    positionals: [],
    options: { list: { type: 'boolean', value: '', help: 'only show what would be taken back, newest first' } },
    workspace: true,
    async run(call) {
      if (!call.flag('list')) {
        const change = await call.send('undo.last', {})
        return { json: change, text: `Took back: ${change.sentence}.` }
      }
      const { toUndo, toRedo } = await call.send('undo.list', {})
      const rows = toUndo.map((c) => [String(c.sequence), c.at, c.sentence])
      return {
        json: { toUndo, toRedo },
        text: rows.length > 0 ? table(['Entry', 'When', 'What'], rows) : 'There is nothing of yours to take back.',
      }
    },
  },
  {
    path: ['redo'],
    summary: 'make the change again that was taken back last',
    positionals: [],
    options: {},
    workspace: true,
    async run(call) {
      const change = await call.send('undo.redo', {})
      return { json: change, text: `Made again: ${change.sentence}.` }
    },
  },
]

function held(b: Backup): string {
  const of = b.company === null ? 'a workspace without a profile' : `${b.kind} workspace of ${b.company}`
  const last = b.lastChange ? `last change ${b.lastChange.text}` : 'no change yet'
  const lines = [
    `${b.name}: ${of}, ${counted(b.cases, 'case')}, ${counted(b.customers, 'customer')}, ${counted(b.attachments, 'attachment')}, ${last}, data version ${b.dataVersion}, made ${b.createdText}, ${mebibytes(b.size)}.`,
    ...b.findings.map(findingText),
  ]
  return lines.join('\n')
}

function mebibytes(size: number): string {
  return `${(size / 1_048_576).toFixed(1)} MiB`
}

function counted(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`
}
