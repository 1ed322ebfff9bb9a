import { create } from 'zustand'
import type { ImportReport } from '../../../shared/contract/operations/imports.ts'
import { exchangeText } from '../../../shared/text/ui/exchange.ts'
import { asOperationError, client } from '../../client/index.ts'
import { runJob } from '../../state/jobs.ts'
import { toast } from '../../state/toasts.ts'
import type { FieldProblem } from '../../ui/field.tsx'
import { isPicked, type PickedFile, pickFile } from './exchange-file.ts'

const text = exchangeText.import
export const IMPORT_HREF = '#/exchange'

interface Options {
  /** Field by head of column, where somebody chose it; '' leaves the column out. */
  readonly columns: Readonly<Record<string, string>>
  readonly restoreZeros: boolean
  /** Procedure in which a case is opened for each customer; null: none is. */
  readonly open: string | null
  /** Answers of its intake, for all of them. */
  readonly answers: Readonly<Record<string, string>>
}

const PLAIN: Options = { columns: {}, restoreZeros: false, open: null, answers: {} }

interface ImportState {
  readonly file: PickedFile | null
  readonly options: Options
  /** What taking the file would do, or did. */
  readonly report: ImportReport | null
  readonly error: FieldProblem | null
  /** The dry run, or the import itself, that is going on. */
  readonly busy: 'plan' | 'run' | null
  readonly job: string | null
  readonly isUndone: boolean
  take(file: File): Promise<void>
  set(options: Partial<Options>): Promise<void>
  run(): Promise<void>
  undo(sequence: number): Promise<void>
  clear(): void
}

const EMPTY = { file: null, options: PLAIN, report: null, error: null, busy: null, job: null, isUndone: false } as const

let asked = 0

/** The list being taken in. It outlives its screen: whoever looks something up in between finds it as it was. */
export const useImport = create<ImportState>()((set, get) => {
  const input = (file: PickedFile, { columns, restoreZeros, open, answers }: Options, job: string) => ({
    ...file,
    columns,
    restoreZeros,
    job,
    ...(open === null ? {} : { open, facts: answers }),
  })

  async function plan(file: PickedFile, options: Options): Promise<void> {
    const mine = ++asked
    set({ busy: 'plan', error: null })
    try {
      const report = await client.send('import.plan', input(file, options, crypto.randomUUID()))
      if (mine === asked) set({ report, busy: null })
    } catch (thrown) {
      // A file that is no list has nothing to map either.
      if (mine === asked) set({ report: null, busy: null, error: asOperationError(thrown) })
    }
  }

  return {
    ...EMPTY,
    take: async (picked) => {
      const file = await pickFile(picked)
      if (!isPicked(file)) {
        set({ ...EMPTY, error: file })
        return
      }
      set({ ...EMPTY, file })
      await plan(file, PLAIN)
    },
    set: async (changed) => {
      const { file } = get()
      const options = { ...get().options, ...changed }
      set({ options })
      if (file) await plan(file, options)
    },
    run: async () => {
      const { file, options, busy } = get()
      if (file === null || busy !== null) return
      set({ busy: 'run', error: null })
      try {
        const report = await runJob({ title: text.running, href: IMPORT_HREF }, (job) => {
          set({ job })
          return client.send('import.run', input(file, options, job))
        })
        set({ report })
      } catch (thrown) {
        set({ error: asOperationError(thrown) })
      } finally {
        set({ busy: null, job: null })
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
    clear: () => {
      asked += 1
      set(EMPTY)
    },
  }
})
