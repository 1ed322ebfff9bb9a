import type { Contract, OperationName, OutputOf, ParsedInputOf } from '../../shared/contract/index.ts'
import type { hostOperations } from '../../shared/contract/operations/host.ts'
import type { keepingOperations } from '../../shared/contract/operations/keeping.ts'

/** Operations on the workspace as a whole: they answer where it cannot be opened, too. */
export type KeepingOperation = keyof typeof keepingOperations

/** Operations an open workspace answers; those on the host itself and on the files stay with the host. */
export type AppOperation = Exclude<OperationName, keyof typeof hostOperations | KeepingOperation>

export type Handler<N extends keyof Contract> = (input: ParsedInputOf<N>) => Promise<OutputOf<N>>

/** What an opened workspace answers, one handler an operation. */
export type AppHandlers = { readonly [N in AppOperation]: Handler<N> }
