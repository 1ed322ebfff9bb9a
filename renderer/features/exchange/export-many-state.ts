import { create } from 'zustand'
import type { InputOf } from '../../../shared/contract/index.ts'
import type { ExportReport } from '../../../shared/contract/operations/exports.ts'
import { exchangeText } from '../../../shared/text/ui/exchange.ts'
import { asOperationError, client, type OperationError } from '../../client/index.ts'
import { runJob } from '../../state/jobs.ts'

/** Cases named one by one, those of a view, or without either all of the workspace. */
export type Selection = Pick<InputOf<'submission.export-many'>, 'cases' | 'query' | 'except'>
type Form = Pick<InputOf<'submission.export-many'>, 'format' | 'out'>

/** Where the report of the last one stands. */
export const EXPORT_HREF = '#/exchange/export'

interface ExportManyState {
  /** The one that is going on. */
  readonly job: string | null
  /** Of the last one that this window began. */
  readonly report: ExportReport | null
  /** Whether it went into the workspace's own folder for exports. */
  readonly isOurs: boolean
  readonly error: OperationError | null
  start(selection: Selection, form: Form): Promise<void>
  clear(): void
}

/** Bundles of many cases. It goes on when its dialog is closed. */
export const useExportMany = create<ExportManyState>()((set, get) => ({
  job: null,
  report: null,
  isOurs: true,
  error: null,
  start: async (selection, form) => {
    if (get().job !== null) return
    set({ report: null, error: null, isOurs: form.out === undefined })
    try {
      const report = await runJob(
        { title: exchangeText.many.running, href: EXPORT_HREF },
        (job) => {
          set({ job })
          return client.send('submission.export-many', { job, ...selection, ...form })
        },
        ({ isCancelled }) => isCancelled,
      )
      set({ report })
    } catch (thrown) {
      set({ error: asOperationError(thrown) })
    } finally {
      set({ job: null })
    }
  },
  clear: () => set({ report: null, error: null }),
}))
