import type { Catalogue } from '../sentence.ts'

/** Sentences about backups, restoring, verifying and rescuing. */
export const keepingMessages = {
  'backup.unreadable': (p: { file: string; detail: string }) => ({
    message: `“${p.file}” is not a whole backup of MSP Casebook: ${p.detail}.`,
    remedy: 'Choose another backup. Nothing was changed.',
  }),
  'backup.newer': (p: { file: string; version: number; newest: number }) => ({
    message: `“${p.file}” was made by a newer version of MSP Casebook (its data version is ${p.version}, this app knows up to ${p.newest}).`,
    remedy: 'Install the newest version of MSP Casebook and restore it with that. Nothing was changed.',
  }),
  'backup.exists': (p: { file: string }) => ({
    message: `“${p.file}” is there already.`,
    remedy: 'Choose another name. It was not overwritten.',
  }),
  'backup.missing-file': (p: { file: string }) => ({
    message: `There is no backup at “${p.file}”.`,
    remedy: 'Choose one of the list, or give the whole path of the file.',
  }),
  'backup.other-kind': (p: { file: string; kind: 'real' | 'practice' }) => ({
    message:
      p.kind === 'practice'
        ? `“${p.file}” is a backup of a practice workspace, and this one is real.`
        : `“${p.file}” is a backup of a real workspace, and this one is for practice.`,
    remedy: 'Switch to the other workspace first. Nothing was changed.',
  }),
  'backup.without-attachment': (p: { sha256: string }) => ({
    message: `The file with the hash ${p.sha256.slice(0, 12)}… was not there, or not what it was, when the backup was made.`,
    remedy: 'Attach the file again, or take it from an older backup.',
  }),
  'restore.unconfirmed': (_p: Record<never, never>) => ({
    message: 'Restoring replaces all that is in the workspace now, and needs your confirmation.',
    remedy: 'Look at what the backup holds, then confirm.',
  }),
  'view.unknown': (_p: Record<never, never>) => ({
    message: 'This view is not kept any more.',
    remedy: 'Somebody has removed it. Choose another one, or keep the list as it is under a new name.',
  }),
  'view.name-taken': (p: { name: string }) => ({
    message: `There is a view “${p.name}” already.`,
    remedy: 'Give this one another name, or change the one that is there.',
  }),
  'view.name-long': (p: { most: number }) => ({
    message: `The name of a view has at most ${p.most} characters.`,
    remedy: 'Shorten it: the filters themselves are shown beside the list.',
  }),
  'view.too-many': (p: { most: number }) => ({
    message: `${p.most} views are kept already.`,
    remedy: 'Remove one that nobody uses any more.',
  }),
  'undo.partly': (p: { done: number; parts: number; again: boolean; because: string }) => ({
    message: `${p.done} of ${p.parts} parts of the change were ${p.again ? 'made again' : 'taken back'}. ${p.because}`,
    remedy: p.again
      ? 'Undo what stands in its way first, then make this one again: it goes on with the rest.'
      : 'Undo the later change first, then undo this one again: it goes on with the rest.',
  }),
  'reminder.no-wait': (p: { case: string }) => ({
    message: `${p.case} does not wait for that any more.`,
    remedy: 'Look at the case: the wait was met or cancelled.',
  }),
  'reminder.snooze-range': (_p: Record<never, never>) => ({
    message: 'A reminder can be put off to a time from now on, 30 days at most.',
    remedy: 'Choose another time, or put the case on hold.',
  }),
  'rescue.nothing': (p: { folder: string }) => ({
    message: `There is no database in “${p.folder}” to read anything from.`,
    remedy: 'Choose the folder of the workspace, or restore a backup.',
  }),
  'rescue.exists': (p: { folder: string }) => ({
    message: `“${p.folder}” holds something already.`,
    remedy: 'Choose a new or an empty folder. Nothing was overwritten.',
  }),
  'verify.attachment-missing': (p: { sha256: string; name: string; case: string }) => ({
    message: `The file “${p.name}” of ${p.case} is not in the attachments folder (hash ${p.sha256.slice(0, 12)}…).`,
    remedy: 'Attach it again, or restore a backup that holds it.',
  }),
  'verify.attachment-altered': (p: { sha256: string; name: string; case: string }) => ({
    message: `The file “${p.name}” of ${p.case} was changed in the attachments folder (hash ${p.sha256.slice(0, 12)}…).`,
    remedy: 'Attach the right file again, or restore a backup that holds it. It is not used as it is.',
  }),
  'verify.schema': (p: { name: string }) => ({
    message: `“${p.name}” in the database is not as the app made it.`,
    remedy: 'Restore a backup that was made before another program changed it.',
  }),
  'verify.clock': (p: { at: string; now: string }) => ({
    message: `The newest entry was recorded at ${p.at}, and this computer’s clock reads ${p.now}: it was set back.`,
    remedy: 'Set the clock. Order is kept by sequence; nothing is lost.',
  }),
} satisfies Catalogue
