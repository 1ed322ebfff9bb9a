import type { ChangeEvent, OperationName, OutputOf, ParsedInputOf } from '../../shared/contract/index.ts'
import type { Registry } from '../../shared/procedures/index.ts'
import type { Desktop } from '../services/desktop-port.ts'
import type { Notifier } from '../services/notifier-port.ts'
import type { Log } from '../services/ports.ts'

/**
 * What answers each operation. A handler gets its input parsed, gives its output for the dispatch to parse,
 * and throws CasebookError (or anything that carries a `refusal`) for what it refuses.
 */
export type Handlers = { readonly [N in OperationName]: (input: ParsedInputOf<N>) => Promise<OutputOf<N>> }

/** An opened workspace, as the hosts see it. `host.status` answers even where the store could not be opened. */
export interface Desk {
  readonly handlers: Handlers
  /** Time has passed unseen (sleep, a clock that was set): what has fallen due meanwhile is told now. */
  wake(): void
  /** Lets running operations end, then closes the store. Safe to call twice. */
  close(): Promise<void>
}

export interface DeskOptions {
  /** The data folder; the practice workspace lies beside the real one in it. */
  readonly folder: string
  readonly kind: 'real' | 'practice'
  readonly host: 'electron' | 'headless' | 'cli'
  readonly version: string
  readonly log: Log
  /** Shows notifications of the system; absent: the host has none. */
  readonly notifier?: Notifier
  /** The desktop around the window, where the host has one. */
  readonly desktop?: Desktop
  /** Shows a folder in the system's file manager; absent: the host cannot. */
  readonly showFolder?: (folder: string) => void
  /** The procedures cases run in; absent: the app's own. */
  readonly procedures?: Registry
  onChange(event: ChangeEvent): void
}

/** Opens a workspace. A store that cannot be opened is not a rejection: `host.status` tells it. */
export type OpenDesk = (options: DeskOptions) => Promise<Desk>
