import { create } from 'zustand'
import type { HandoverReport } from '../../../shared/contract/operations/handovers.ts'
import { asOperationError, client } from '../../client/index.ts'
import { toast } from '../../state/toasts.ts'
import type { FieldProblem } from '../../ui/field.tsx'
import { isPicked, type PickedFile, pickFile } from './exchange-file.ts'

export type Side = 'ours' | 'theirs'

interface HandoverState {
  readonly file: PickedFile | null
  readonly report: HandoverReport | null
  /** By conflict. */
  readonly choices: Readonly<Record<string, Side>>
  readonly error: FieldProblem | null
  readonly busy: boolean
  readonly isUndone: boolean
  take(file: File): Promise<void>
  /** The same with a file that is read already. */
  plan(file: PickedFile): Promise<void>
  refuse(error: FieldProblem): void
  choose(conflict: string, side: Side): void
  /** `newer`: whose record was changed last; where nobody knows, it stays open. */
  chooseAll(side: Side | 'newer'): void
  run(): Promise<void>
  undo(sequence: number): Promise<void>
  clear(): void
}

const EMPTY = { file: null, report: null, choices: {}, error: null, busy: false, isUndone: false } as const

/** The handover being taken over. It outlives its screen, as whoever chooses may have to look at the case first. */
export const useHandover = create<HandoverState>()((set, get) => ({
  ...EMPTY,
  take: async (picked) => {
    const file = await pickFile(picked)
    if (isPicked(file)) await get().plan(file)
    else get().refuse(file)
  },
  refuse: (error) => set({ ...EMPTY, error }),
  plan: async (file) => {
    set({ ...EMPTY, file, busy: true })
    try {
      set({ report: await client.send('handover.plan', file) })
    } catch (thrown) {
      set({ error: asOperationError(thrown) })
    } finally {
      set({ busy: false })
    }
  },
  choose: (conflict, side) => set({ choices: { ...get().choices, [conflict]: side } }),
  chooseAll: (side) => {
    const { report, choices } = get()
    const all = (report?.conflicts ?? []).map(({ id, newer }) => [id, side === 'newer' ? newer : side] as const)
    const known = all.filter((one): one is readonly [string, Side] => one[1] !== null)
    set({ choices: { ...choices, ...Object.fromEntries(known) } })
  },
  run: async () => {
    const { file, choices, busy } = get()
    if (file === null || busy) return
    set({ busy: true, error: null })
    try {
      set({ report: await client.send('handover.take', { ...file, choices }) })
    } catch (thrown) {
      set({ error: asOperationError(thrown) })
    } finally {
      set({ busy: false })
    }
  },
  undo: async (sequence) => {
    try {
      await client.send('undo.change', { sequence })
      set({ isUndone: true })
    } catch (thrown) {
      toast.failed(thrown)
    }
  },
  clear: () => set(EMPTY),
}))
