import { onTestFinished } from 'vitest'
import { type OpenOptions, openStore } from '../../electron/store/open-store.ts'
import type { SqliteStore } from '../../electron/store/sqlite-store.ts'
import { temporaryFolder } from './temporary-folder.ts'

export const noon = '2026-11-21T12:00:00.000Z'

/** Opens a workspace, by default a new one in a folder of its own; it is closed when the test is over. */
export async function openWorkspaceStore(own: Partial<OpenOptions> = {}): Promise<SqliteStore> {
  const folder = own.folder ?? temporaryFolder()
  const store = await openStore({ folder, now: () => noon, create: true, ...own })
  onTestFinished(() => store.close())
  return store
}
