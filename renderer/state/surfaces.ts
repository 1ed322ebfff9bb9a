import { create } from 'zustand'

/** Which of the app's own surfaces lies on top of the screen. */
export type Surface = 'palette' | 'shortcuts' | 'new-case' | null

export const useSurface = create<{ readonly open: Surface; show(surface: Surface): void }>()((set) => ({
  open: null,
  show: (open) => set({ open }),
}))
