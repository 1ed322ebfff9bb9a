import { create } from 'zustand'
import type { CaseOrder } from '../../../shared/domain/records/case-filter.ts'

export type ColumnId = 'case' | 'customer' | 'next' | 'phase' | 'wait' | 'due' | 'owner' | 'payer' | 'tags' | 'touched'

export interface Column {
  readonly id: ColumnId
  readonly title: string
  /** Pixels until somebody makes it wider or narrower. */
  readonly width: number
  /** The order a click on its head asks for. */
  readonly order: CaseOrder | null
  /** A list without it could not be told apart. */
  readonly always?: boolean
  /** Takes a share of the room that is left over. */
  readonly grows?: boolean
}

export const COLUMNS: readonly Column[] = [
  { id: 'case', title: 'Case', width: 76, order: 'number', always: true },
  { id: 'customer', title: 'Customer', width: 220, order: 'customer', always: true, grows: true },
  { id: 'next', title: 'Next step', width: 240, order: null, grows: true },
  { id: 'phase', title: 'Phase', width: 150, order: null },
  { id: 'wait', title: 'Waits for', width: 210, order: null },
  { id: 'due', title: 'Due', width: 120, order: 'due' },
  { id: 'owner', title: 'Owner', width: 100, order: 'owner' },
  { id: 'payer', title: 'Payer', width: 140, order: null },
  { id: 'tags', title: 'Tags', width: 150, order: null },
  { id: 'touched', title: 'Last touched', width: 130, order: 'updated' },
]

const USUAL: readonly ColumnId[] = ['case', 'customer', 'next', 'phase', 'due', 'owner']
const NARROW: Partial<Record<ColumnId, number>> = { case: 48, due: 112 }
const NARROWEST = 56
const WIDEST = 640
const KEPT = 'casebook.case-columns'

interface CaseColumns {
  readonly shown: readonly ColumnId[]
  readonly widths: Readonly<Partial<Record<ColumnId, number>>>
  toggle(id: ColumnId): void
  resize(id: ColumnId, width: number): void
  asUsual(): void
}

/** Which columns the list has and how wide they are; a matter of this screen, so the browser keeps it. */
export const useColumns = create<CaseColumns>()((set, get) => ({
  ...kept(),
  toggle: (id) => {
    const { shown } = get()
    set({ shown: shown.includes(id) ? shown.filter((one) => one !== id) : [...shown, id] })
    keep(get())
  },
  resize: (id, width) => {
    set({ widths: { ...get().widths, [id]: Math.round(Math.min(WIDEST, Math.max(NARROWEST, width))) } })
    keep(get())
  },
  asUsual: () => {
    set({ shown: USUAL, widths: {} })
    keep(get())
  },
}))

/** How much room there is: all, a narrow window, or a telephone’s width. */
export type Room = 'wide' | 'narrow' | 'narrowest'
const IN_NARROW: readonly ColumnId[] = ['case', 'customer', 'due']

/** The columns of the list in their order, each with its width; where there is little room, those one cannot do without. */
export function shownColumns({ shown, widths }: Pick<CaseColumns, 'shown' | 'widths'>, room: Room): readonly Column[] {
  const wanted = COLUMNS.filter((column) => column.always || shown.includes(column.id))
  if (room === 'wide') {
    return wanted.map((column) => {
      const width = widths[column.id]
      return width === undefined ? column : { ...column, width, grows: false }
    })
  }
  const few = wanted.filter(({ id }) => IN_NARROW.includes(id) && (room === 'narrow' || id !== 'due'))
  return few.map((column) =>
    column.id === 'customer'
      ? { ...column, width: 120, grows: true }
      : { ...column, width: NARROW[column.id] ?? column.width },
  )
}

function keep({ shown, widths }: CaseColumns): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify({ shown, widths }))
  } catch {
    // Without storage the columns are as usual after the next start.
  }
}

function kept(): Pick<CaseColumns, 'shown' | 'widths'> {
  try {
    const value = JSON.parse(localStorage.getItem(KEPT) ?? 'null') as Partial<CaseColumns> | null
    const known = (id: unknown): id is ColumnId => COLUMNS.some((column) => column.id === id)
    if (value && Array.isArray(value.shown)) {
      const widths = Object.entries(value.widths ?? {}).filter(([id, px]) => known(id) && Number.isFinite(px))
      return { shown: value.shown.filter(known), widths: Object.fromEntries(widths) }
    }
  } catch {
    // Not ours: as usual.
  }
  return { shown: USUAL, widths: {} }
}
