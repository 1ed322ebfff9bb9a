import { create } from 'zustand'

/** Something that was told in passing, and can be looked up again. */
export interface Message {
  readonly id: number
  readonly kind: 'reminder' | 'news' | 'failed'
  readonly title: string
  readonly description: string
  /** Leads to what it speaks of; null where it leads nowhere. */
  readonly open: (() => void) | null
}

/** Older ones are forgotten: what they spoke of stands on Today, among the checks and in the timelines. */
const MOST = 50

interface Messages {
  /** Newest first. */
  readonly list: readonly Message[]
  /** How many came since somebody looked. */
  readonly fresh: number
  keep(message: Omit<Message, 'id'>): void
  seen(): void
}

/** What was told in this window, so that a message may be put away at once. */
export const useMessageList = create<Messages>()((set, get) => ({
  list: [],
  fresh: 0,
  keep: (message) => {
    const { list, fresh } = get()
    const id = (list[0]?.id ?? 0) + 1
    set({ list: [{ ...message, id }, ...list].slice(0, MOST), fresh: fresh + 1 })
  },
  seen: () => set({ fresh: 0 }),
}))
