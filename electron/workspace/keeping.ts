import type { BackupView } from '../../shared/contract/operations/keeping.ts'
import { finding } from '../../shared/domain/finding.ts'
import { type Refusal, refuse } from '../../shared/domain/refusal.ts'
import { sentence } from '../../shared/text/messages/index.ts'
import { CasebookError } from '../services/casebook-error.ts'
import type { Handler, KeepingOperation } from '../services/handlers.ts'
import type { Clock } from '../services/ports.ts'
import { findingView } from '../services/views/finding-view.ts'
import { backupPath, listBackups } from '../store/backup/backups.ts'
import { inspectBackup, type Restored, restoreBackup } from '../store/backup/restore.ts'
import { rescue } from '../store/rescue.ts'
import { backupView, lastChangeView } from './backup-view.ts'
import type { OpenedWorkspace } from './open-workspace.ts'

/** What these operations need to know of the desk: where it stands, and how it lets go of the workspace. */
export interface Keeper {
  readonly folder: () => string
  readonly kind: () => 'real' | 'practice'
  readonly clock: () => Clock
  /** Null where none is open. */
  readonly workspace: () => OpenedWorkspace | null
  /** Why the workspace could not be opened; null where it is open, or there is none. */
  readonly failure: () => Refusal | null
}

export type KeepingHandlers = { readonly [N in Exclude<KeepingOperation, 'workspace.restore'>]: Handler<N> }

/** Backups, verifying and rescuing. Restoring is here as well, as the part of it that needs the workspace closed. */
export function keepingHandlers(keeper: Keeper): KeepingHandlers {
  const view = (path: string, manifest: Parameters<typeof backupView>[1]): BackupView =>
    backupView(path, manifest, keeper.clock().zone())
  return {
    async 'workspace.backup'({ out }) {
      const { path, manifest } = await opened(keeper).backups.make('demand', out)
      return view(path, manifest)
    },

    async 'workspace.backups'() {
      const listed = await listBackups(keeper.folder())
      const failure = keeper.workspace()?.backupFailure() ?? null
      return {
        backups: listed.flatMap(({ path, manifest }) => (manifest ? [view(path, manifest)] : [])),
        unreadable: listed.filter(({ manifest }) => manifest === null).map(({ path }) => path),
        lastFailure: failure && { code: failure.code, ...sentence(failure.code, failure.params) },
      }
    },

    async 'workspace.restore-preview'({ file }) {
      const path = backupPath(keeper.folder(), file)
      const { manifest } = await inspectBackup(path)
      const present = (await keeper.workspace()?.contents()) ?? null
      const zone = keeper.clock().zone()
      return {
        backup: view(path, manifest),
        present: present && { ...present, lastChange: lastChangeView(present.lastChange, zone) },
      }
    },

    async 'workspace.verify'({ job }) {
      const workspace = keeper.workspace()
      if (workspace === null) {
        const failure = keeper.failure()
        if (failure === null) throw new CasebookError(refuse('workspace.empty', {}))
        const found = findingView({ ...finding('error', 'workspace.failed', {}), ...failure })
        return { ok: false, cases: 0, activity: 0, attachments: 0, findings: [found] }
      }
      const { findings, ...counts } = await workspace.verify(job)
      const ok = !findings.some(({ level }) => level === 'error')
      return { ok, ...counts, findings: findings.map(findingView) }
    },

    async 'workspace.rescue'({ out }) {
      const { path, tables, attachments } = await rescue(keeper.folder(), out)
      return { path, tables: [...tables], attachments }
    },
  }
}

/** Everything that can be refused, before the workspace is closed: the backup is whole, and of this kind. */
export async function demandRestorable(keeper: Keeper, file: string, confirmed: boolean): Promise<string> {
  if (!confirmed) throw new CasebookError(refuse('restore.unconfirmed', {}, 'confirmed'))
  const path = backupPath(keeper.folder(), file)
  const { manifest } = await inspectBackup(path)
  const kind = manifest.workspace?.kind ?? keeper.kind()
  if (kind !== keeper.kind()) throw new CasebookError(refuse('backup.other-kind', { file: path, kind }))
  return path
}

/** Puts the backup in place. The workspace is closed; `saved` is the backup of it that was just made, if it could be. */
export async function putInPlace(keeper: Keeper, path: string, saved: string | null): Promise<Restored> {
  const restored = await restoreBackup(keeper.folder(), path, keeper.clock().now(), saved !== null)
  return { ...restored, kept: saved ?? restored.kept }
}

function opened(keeper: Keeper): OpenedWorkspace {
  const failure = keeper.failure()
  if (failure !== null) throw new CasebookError(failure)
  const workspace = keeper.workspace()
  if (workspace === null) throw new CasebookError(refuse('workspace.empty', {}))
  return workspace
}
