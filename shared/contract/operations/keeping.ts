import { z } from 'zod'
import { BackupReason } from '../../domain/records/backup.ts'
import { InstantText, ShortText } from '../../domain/records/base.ts'
import { command, query } from '../operation.ts'
import { FindingView } from '../views.ts'
import { HostStatus } from './host.ts'
import { JobId } from './jobs.ts'

const Path = z.string().min(1).max(4_000)

/** What a backup holds, to be read before it is put in the place of anything. */
export const BackupView = z.strictObject({
  path: z.string(),
  /** Its name, by which it can be restored where it lies in the workspace's own folder. */
  name: z.string(),
  /** Bytes. */
  size: z.int(),
  createdAt: InstantText,
  createdText: z.string(),
  reason: BackupReason,
  dataVersion: z.int(),
  company: ShortText.nullable(),
  kind: z.enum(['real', 'practice']).nullable(),
  customers: z.int(),
  cases: z.int(),
  attachments: z.int(),
  lastChange: z.strictObject({ sequence: z.int(), at: InstantText, text: z.string() }).nullable(),
  /** Attachments that it lacks. */
  findings: z.array(FindingView),
})
export type BackupView = z.infer<typeof BackupView>

export const VerifyReport = z.strictObject({
  ok: z.boolean(),
  cases: z.int(),
  activity: z.int(),
  attachments: z.int(),
  findings: z.array(FindingView),
})

/** Keeping the workspace safe. They answer where the database cannot be opened, too: that is when they are needed. */
export const keepingOperations = {
  'workspace.backup': command(z.strictObject({ out: Path.optional() }), BackupView),
  'workspace.backups': query(
    z.strictObject({}),
    z.strictObject({
      backups: z.array(BackupView),
      /** Files in the backups folder that are no whole backup. */
      unreadable: z.array(z.string()),
      /** Why the last backup that the app made by itself failed; null where it did not. */
      lastFailure: z.strictObject({ code: ShortText, message: z.string(), remedy: z.string() }).nullable(),
    }),
  ),
  /** Reads every byte of the backup, and says what is in the workspace now beside it. */
  'workspace.restore-preview': query(
    z.strictObject({ file: Path }),
    z.strictObject({
      backup: BackupView,
      present: z
        .strictObject({
          customers: z.int(),
          cases: z.int(),
          lastChange: z.strictObject({ sequence: z.int(), at: InstantText, text: z.string() }).nullable(),
        })
        .nullable(),
    }),
  ),
  'workspace.restore': command(
    z.strictObject({ file: Path, confirmed: z.boolean() }),
    z.strictObject({
      status: HostStatus,
      backup: BackupView,
      /** Where what was replaced is kept; null where there was nothing. */
      kept: z.string().nullable(),
    }),
  ),
  /** Goes on for as long as it takes to read all of it; `job` follows and ends it. */
  'workspace.verify': query(z.strictObject({ job: JobId.optional() }), VerifyReport),
  /** Writes what can still be read as JSON files into a new folder. Changes nothing in the workspace. */
  'workspace.rescue': command(
    z.strictObject({ out: Path }),
    z.strictObject({
      path: z.string(),
      tables: z.array(z.strictObject({ name: z.string(), rows: z.int(), lost: z.string().nullable() })),
      attachments: z.int(),
    }),
  ),
}
