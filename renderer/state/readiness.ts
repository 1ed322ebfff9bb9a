import { createStore } from 'zustand/vanilla'

/** How many first answers the current screen still waits for: none means that it shows what it is for. */
export const pendingStore = createStore<{ readonly pending: number }>()(() => ({ pending: 0 }))

export const readiness = {
  /** Counts one wait in; the returned function counts it out, once. */
  begin(): () => void {
    let settled = false
    pendingStore.setState((s) => ({ pending: s.pending + 1 }))
    return () => {
      if (settled) return
      settled = true
      pendingStore.setState((s) => ({ pending: s.pending - 1 }))
    }
  },
}
