import { useSyncExternalStore } from 'react'
import type { Room } from './case-columns.ts'

const narrow = window.matchMedia('(max-width: 60rem)')
const narrowest = window.matchMedia('(max-width: 30rem)')

/** How much room the list has for columns. */
export function useRoom(): Room {
  return useSyncExternalStore(listen, read)
}

function read(): Room {
  if (narrowest.matches) return 'narrowest'
  return narrow.matches ? 'narrow' : 'wide'
}

function listen(changed: () => void): () => void {
  for (const query of [narrow, narrowest]) query.addEventListener('change', changed)
  return () => {
    for (const query of [narrow, narrowest]) query.removeEventListener('change', changed)
  }
}
