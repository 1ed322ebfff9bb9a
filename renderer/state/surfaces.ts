import { create } from 'zustand'

/** Which of the app's own surfaces lies on top of the screen. */
export type Surface = 'palette' | 'shortcuts' | 'new-case' | 'glossary' | 'messages' | null

interface Surfaces {
  readonly open: Surface
  /** Record ID of the customer the new case is for; null: it is asked. */
  readonly customer: string | null
  /** The procedure that is chosen beforehand; null: the usual one. */
  readonly procedure: string | null
  show(surface: Surface): void
  /** Opens another case of a customer that is here already. */
  newCaseFor(customer: string, procedure?: string): void
}

export const useSurface = create<Surfaces>()((set) => ({
  open: null,
  customer: null,
  procedure: null,
  show: (open) => set({ open, customer: null, procedure: null }),
  newCaseFor: (customer, procedure) => set({ open: 'new-case', customer, procedure: procedure ?? null }),
}))
