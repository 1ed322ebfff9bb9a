import { create } from 'zustand'

interface Copied {
  /** What has been copied, by place and exact value: a changed value loses its tick. */
  readonly marks: ReadonlySet<string>
  mark(key: string): void
}

const KEPT = 'casebook.copied'
/** Enough for a day's work; the oldest go first. */
const MOST = 500

function kept(): readonly string[] {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]')
    return Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : []
  } catch {
    return []
  }
}

/** Ticks on copied values. They outlive a reload, not the window. */
export const useCopied = create<Copied>()((set, get) => ({
  marks: new Set(kept()),
  mark: (key) => {
    const marks = [...get().marks, key].slice(-MOST)
    set({ marks: new Set(marks) })
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(marks))
    } catch {
      // Storage that is full or switched off costs the tick after a reload, nothing else.
    }
  },
}))
