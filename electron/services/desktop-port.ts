import type { DesktopView } from '../../shared/contract/operations/host.ts'

/** The desktop around the app's window. Hosts without one have no such port, and what needs it says so. */
export interface Desktop {
  view(): DesktopView
  /** Throws the coded refusal `host.no-login-item` where the system has no such thing. */
  set(change: { readonly startAtLogin?: boolean | undefined; readonly stayInTray?: boolean | undefined }): void
  /** Both take a file or folder that was seen to be an export of ours. */
  reveal(path: string): void
  dragOut(path: string): void
  /** Both open a dialog of the system; null where nothing was chosen in it. */
  chooseFolder(): Promise<string | null>
  chooseBackup(to: 'save' | 'open'): Promise<string | null>
  /** The path of a file that the app was opened with, once; null where there is none. */
  takeHanded(): string | null
}
