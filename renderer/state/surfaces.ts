import { create } from 'zustand'

/** Which of the app's own surfaces lies on top of the screen. */
export type Surface = 'palette' | 'shortcuts' | 'new-case' | 'glossary' | null

interface Surfaces {
  readonly open: Surface
  /** Record ID of the customer the new case is for; null: it is asked. */
  readonly customer: string | null
  show(surface: Surface): void
  /** Opens another case of a customer that is here already. */
  newCaseFor(customer: string): void
}

export const useSurface = create<Surfaces>()((set) => ({
  open: null,
  customer: null,
  show: (open) => set({ open, customer: null }),
  newCaseFor: (customer) => set({ open: 'new-case', customer }),
}))
