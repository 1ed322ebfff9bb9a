import { useEffect } from 'react'
import type { InputOf, OperationName } from '../../shared/contract/index.ts'
import type { QueryState, QueryStore } from './query-store.ts'

/**
 * Asks `input` while the component is shown (null asks nothing) and returns what the store knows of it. What is shown is
 * fetched again after changes only until it is left, so a screen that nobody sees costs the host nothing. An answer to
 * another question is returned meanwhile only with `keep`.
 */
export function useAsked<N extends OperationName>(
  store: QueryStore<N>,
  input: InputOf<N> | null,
  { keep = false } = {},
): QueryState<N> {
  const key = JSON.stringify(input)
  useEffect(() => {
    const { input: before, load, leave } = store.getState()
    const asked: InputOf<N> | null = JSON.parse(key)
    if (asked === null) return
    void load(asked, { keep: keep || JSON.stringify(before) === key })
    return leave
  }, [store, key, keep])

  const state = store()
  const isOfAnother = !keep && JSON.stringify(state.input) !== key
  return isOfAnother ? { ...state, data: null, error: null, slow: false } : state
}
