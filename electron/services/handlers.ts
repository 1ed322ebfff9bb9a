import type { Contract, OperationName, OutputOf, ParsedInputOf } from '../../shared/contract/index.ts'
import type { hostOperations } from '../../shared/contract/operations/host.ts'

/** Operations a workspace answers; those on the host itself stay with the host. */
export type AppOperation = Exclude<OperationName, keyof typeof hostOperations>

export type Handler<N extends keyof Contract> = (input: ParsedInputOf<N>) => Promise<OutputOf<N>>

/** What an opened workspace answers, one handler an operation. */
export type AppHandlers = { readonly [N in AppOperation]: Handler<N> }
