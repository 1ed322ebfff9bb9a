import { create } from 'zustand'
import { client } from '../client/index.ts'
import { createQueryStore } from './query-store.ts'

const KEPT = 'casebook.guide'

/** The first case of the practice workspace, if there is one yet, and how it stands. */
export const useFirstCase = createQueryStore(client, 'case.list')
export const useGuidedCase = createQueryStore(client, 'case.get')

/** Whether the guide is shown; kept on this machine, so that it goes on where it was left. */
export const useCoach = create<{ readonly isShown: boolean; show(isShown: boolean): void }>()((set) => ({
  isShown: wasShown(),
  show: (isShown) => {
    set({ isShown })
    try {
      localStorage.setItem(KEPT, isShown ? 'shown' : 'hidden')
    } catch {
      // Without storage the guide comes back with the next start.
    }
  },
}))

function wasShown(): boolean {
  try {
    return localStorage.getItem(KEPT) !== 'hidden'
  } catch {
    return true
  }
}

export function forgetCoach(): void {
  useFirstCase.getState().leave()
  useGuidedCase.getState().leave()
}
