import type { ChangeEvent } from '../../shared/contract/index.ts'

/** Carries change events from the desk to every window and page that listens. */
export interface Changes {
  emit(event: ChangeEvent): void
  /** Listens until the returned function is called. */
  subscribe(listener: (event: ChangeEvent) => void): () => void
}

export function createChanges(): Changes {
  const listeners = new Set<(event: ChangeEvent) => void>()
  return {
    emit(event) {
      for (const listener of [...listeners]) listener(event)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
