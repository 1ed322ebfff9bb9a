import { create, type StoreApi, type UseBoundStore } from 'zustand'
import type { InputOf, OperationName, OutputOf } from '../../shared/contract/index.ts'
import type { Client } from '../client/client.ts'
import { asOperationError, type OperationError } from '../client/operation-error.ts'
import { readiness } from './readiness.ts'

/** Below this a wait is not felt, and saying “loading” would only flicker. */
export const SLOW_AFTER = 150

export interface QueryState<N extends OperationName> {
  readonly input: InputOf<N> | null
  /** The last answer. It stays while a newer one is fetched, so that nothing jumps. */
  readonly data: OutputOf<N> | null
  readonly error: OperationError | null
  /** A first answer has been missing for longer than 150 ms. */
  readonly slow: boolean
  /** Asks with a new input; the answer of an older question is passed over. `keep`: show the old data meanwhile. */
  load(input: InputOf<N>, options?: { readonly keep?: boolean }): Promise<void>
  /**
   * Asks the last question again; does nothing before the first, nor once it was left. However often it is called while
   * the answer is on its way, one more question follows, so that many changes do not make many answers.
   */
  refresh(): Promise<void>
  /** Nobody sees the answer any more: it stays, but is not asked for again before the next `load`. */
  leave(): void
  /** Takes data that came another way, such as the answer of a command. */
  put(data: OutputOf<N>): void
}

export type QueryStore<N extends OperationName> = UseBoundStore<StoreApi<QueryState<N>>>

/** A store that holds the answer to one query of the contract. */
export function createQueryStore<N extends OperationName>(client: Client, name: N): QueryStore<N> {
  let asked = 0
  let isLeft = false
  let refreshing: Promise<void> | null = null
  let isOld = false
  return create<QueryState<N>>()((set, get) => {
    async function ask(input: InputOf<N>): Promise<void> {
      const mine = ++asked
      const first = get().data === null
      const settle = first ? readiness.begin() : () => {}
      const timer = first ? setTimeout(() => mine === asked && set({ slow: true }), SLOW_AFTER) : undefined
      try {
        const data = await client.send(name, input)
        if (mine === asked) set({ data, error: null, slow: false })
      } catch (thrown) {
        if (mine === asked) set({ error: asOperationError(thrown), slow: false })
      } finally {
        clearTimeout(timer)
        settle()
      }
    }
    async function askUntilNew(first: InputOf<N>): Promise<void> {
      let input: InputOf<N> | null = first
      do {
        isOld = false
        await ask(input)
        input = get().input
      } while (isOld && input !== null && !isLeft)
      refreshing = null
    }
    return {
      input: null,
      data: null,
      error: null,
      slow: false,
      load: (input, { keep = true } = {}) => {
        isLeft = false
        set(keep ? { input } : { input, data: null, error: null, slow: false })
        return ask(input)
      },
      refresh: async () => {
        const { input } = get()
        if (input === null || isLeft) return
        isOld = true
        refreshing ??= askUntilNew(input)
        await refreshing
      },
      leave: () => {
        isLeft = true
      },
      put: (data) => {
        asked++
        set({ data, error: null, slow: false })
      },
    }
  })
}
