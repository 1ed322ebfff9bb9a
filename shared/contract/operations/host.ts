import { z } from 'zod'
import { InstantText, ShortText } from '../../domain/records/base.ts'
import { command, query } from '../operation.ts'

export const WorkspaceStatus = z.strictObject({
  /** `ready`, `empty` (no MSP profile yet: first run) or `failed` (the store could not be opened). */
  state: z.enum(['ready', 'empty', 'failed']),
  kind: z.enum(['real', 'practice']),
  folder: z.string(),
  error: z.strictObject({ code: ShortText, message: z.string(), remedy: z.string() }).nullable(),
})

export const HostStatus = z.strictObject({
  version: ShortText,
  host: z.enum(['electron', 'headless', 'cli']),
  workspace: WorkspaceStatus,
  /** Now, as this workspace's clock has it, and the zone times are read in. */
  now: InstantText,
  zone: ShortText,
  /** Whether this host can show a folder in the system's file manager. */
  canShowFolder: z.boolean(),
  company: ShortText.nullable(),
  operator: ShortText.nullable(),
})
export type HostStatus = z.infer<typeof HostStatus>

/** What the desktop app does beside its window. Null where the app runs without one, in a browser or a terminal. */
export const DesktopView = z.strictObject({
  /** `can` is false where the system, or the way the app was installed, has no such thing. */
  startAtLogin: z.strictObject({ can: z.boolean(), on: z.boolean() }),
  /** Whether closing the window leaves the app running in the tray. */
  stayInTray: z.boolean(),
  /** Nothing is asked for updates before packages are signed. */
  updates: z.literal('off'),
})
export type DesktopView = z.infer<typeof DesktopView>

/** A handover file that was opened with the app, from the file manager. */
export const HandedFile = z.strictObject({ name: ShortText, base64: z.string() })

/** The path of an export as `submission.export` gave it. It is looked for among the exports and nowhere else. */
const ExportPath = z.strictObject({ path: z.string().min(1).max(4_000) })
const Nothing = z.strictObject({})
/** Where the operator has just pointed in a dialog of the system; null where they left it without. */
const ChosenPath = z.string().nullable()

/** Operations that answer whatever state the store is in. */
export const hostOperations = {
  'host.status': query(z.strictObject({}), HostStatus),
  /** Leave this data folder for another one, until the app ends. What is there is opened; nothing is made. */
  'host.open-folder': command(z.strictObject({ folder: z.string().min(1).max(4_000) }), HostStatus),
  /** Shows a folder of the workspace in the system's file manager. */
  'host.show-folder': command(
    z.strictObject({ what: z.enum(['workspace', 'backups']) }),
    z.strictObject({ folder: z.string() }),
  ),
  /** Leave this workspace for the practice one beside it, or come back. */
  'host.switch': command(z.strictObject({ kind: z.enum(['real', 'practice']) }), HostStatus),
  'host.desktop': query(Nothing, DesktopView.nullable()),
  /** Changes settings of this machine, not of the workspace. Refused where there is no desktop app. */
  'host.desktop-set': command(
    z.strictObject({ startAtLogin: z.boolean().optional(), stayInTray: z.boolean().optional() }),
    DesktopView,
  ),
  /** Shows an export in the system's file manager. */
  'host.reveal': command(ExportPath, Nothing),
  /** Begins to drag an export out of the window, to a mail or a folder; answered once the system has it. */
  'host.drag-out': command(ExportPath, Nothing),
  /** Has the operator choose a folder in a dialog of the system. The page names none. */
  'host.choose-folder': command(Nothing, ChosenPath),
  /** Has the operator choose where a backup is saved to, or which one is opened, in a dialog of the system. */
  'host.choose-backup': command(z.strictObject({ to: z.enum(['save', 'open']) }), ChosenPath),
  /** The handover file that the app was last opened with, once; null where there is none. */
  'host.take-handed': command(Nothing, HandedFile.nullable()),
}
