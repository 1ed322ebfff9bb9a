import type { Act } from '../../shared/domain/case/act.ts'
import { refuseFuture } from '../../shared/domain/case/refuse-future.ts'
import type { CaseRecord } from '../../shared/domain/records/case.ts'
import type { ChangeSet } from '../../shared/domain/records/change-set.ts'
import type { Settings } from '../../shared/domain/records/settings.ts'
import { isRefusal, type Refusal } from '../../shared/domain/refusal.ts'
import { sentence } from '../../shared/text/messages/index.ts'
import { changeOf, type Edit, foresee, isHeavy } from './bulk-change.ts'
import { CasebookError } from './casebook-error.ts'
import type { Context } from './context.ts'
import { pagesOf, sizeOf } from './exchange/selection.ts'
import type { AppHandlers } from './handlers.ts'
import type { JobControl } from './jobs.ts'
import type { CaseRow } from './ports.ts'

/** Rows of a preview: enough to see that it is what was meant. */
const SHOWN = 12
/** Cases that a preview looks at: it is made anew with every letter that is typed. */
const LOOKED_AT = 5_000
/** Cases of a preview that are read whole and judged. */
const JUDGED = 1_000
/** Cases that are read whole before others have a turn. */
const PART = 50
/** Cases that others are told of by name; of more they only hear that there were. */
const NAMED = 500

type Refused = { ref: string; customer: string; message: string; remedy: string }

/** One edit over many cases. */
export function bulkHandlers(context: Context): Pick<AppHandlers, 'case.bulk-preview' | 'case.bulk'> {
  return {
    async 'case.bulk-preview'({ set, ...selected }) {
      const act = actOf(context, await context.settings(), set)
      const most = set.sent ? JUDGED : LOOKED_AT
      const preview = { looked: 0, changes: 0, rows: [] as Row[], refused: 0, refusals: [] as Refused[] }
      for await (const page of pagesOf(context, selected)) {
        for (const part of partsOf(page, set)) {
          for (const row of part) await look(context, row, set, act, preview)
          await context.ports.turn?.()
        }
        if (preview.looked >= most) break
      }
      return { total: await sizeOf(context, selected), ...preview }
    },

    async 'case.bulk'({ set, job, ...selected }) {
      const act = actOf(context, await context.settings(), set)
      const total = await sizeOf(context, selected)
      return context.jobs.run(job ?? context.ports.ids.next(), 'bulk', async (control) => {
        return { total, ...(await editAll(context, selected, set, act, total, control)) }
      })
    },
  }
}

type Row = { ref: string; customer: string; before: string; after: string }
interface Preview {
  looked: number
  changes: number
  rows: Row[]
  refused: number
  refusals: Refused[]
}

async function look(context: Context, row: CaseRow, set: Edit, act: Act, preview: Preview): Promise<void> {
  const { record, customerName: customer } = row
  preview.looked += 1
  const foreseen = await foresee(context, record, set, act)
  if (foreseen === null) return
  if (isRefusal(foreseen)) {
    preview.refused += 1
    if (preview.refusals.length < SHOWN) preview.refusals.push(refused(record, customer, foreseen))
    return
  }
  preview.changes += 1
  if (preview.rows.length < SHOWN) preview.rows.push({ ref: `C-${record.number}`, customer, ...foreseen })
}

/** When it happened, where the edit says so; refuses an instant that is still to come, once and not for each case. */
function actOf(context: Context, settings: Settings, { sent }: Edit): Act {
  const act = context.act(settings, sent?.at)
  const refusal = refuseFuture(act)
  if (refusal) throw new CasebookError(refusal)
  return act
}

/** A page in one go; where every case has to be judged by itself, in parts small enough to be stopped between. */
function partsOf<T>(page: readonly T[], set: Edit): readonly (readonly T[])[] {
  const size = isHeavy(set) ? PART : page.length
  return Array.from({ length: Math.ceil(page.length / Math.max(1, size)) }, (_, n) =>
    page.slice(n * size, (n + 1) * size),
  )
}

/** Page after page, each read just before it is written, so that nobody's change in between is lost. */
async function editAll(
  context: Context,
  selected: Parameters<typeof pagesOf>[1],
  set: Edit,
  act: Act,
  total: number,
  job: JobControl,
) {
  const refusals: Refused[] = []
  const ids: string[] = []
  let [changed, done, turnedDown] = [0, 0, 0]
  let first: number | null = null
  let last: number | null = null
  await job.progress(0, total)
  for await (const page of pagesOf(context, selected)) {
    for (const part of partsOf(page, set)) {
      if (job.isCancelled()) break
      const puts: ChangeSet['puts'][number][] = []
      const activity: ChangeSet['activity'][number][] = []
      for (const row of part) {
        const change = await changeOf(context, row.record, set, act)
        if (isRefusal(change)) {
          turnedDown += 1
          if (refusals.length < SHOWN) refusals.push(refused(row.record, row.customerName, change))
        } else if (change) {
          changed += 1
          if (ids.length <= NAMED) ids.push(row.record.id)
          puts.push(...change.puts)
          activity.push(...change.activity)
        }
      }
      if (puts.length > 0) {
        // Of several parts it is not known before how many change.
        if (first === null) await context.beforeChange(total > part.length ? total : puts.length)
        const { sequence } = await context.ports.store.commit({ puts, activity }, first)
        first ??= sequence
        last = sequence
      }
      done += part.length
      await job.progress(done, total)
    }
    if (job.isCancelled()) break
  }
  if (last !== null) context.ports.onChange({ topic: 'cases', sequence: last, ids: ids.length > NAMED ? [] : ids })
  return { changed, refused: turnedDown, refusals, isCancelled: job.isCancelled(), sequence: last }
}

function refused({ number }: CaseRecord, customer: string, { code, params }: Refusal): Refused {
  const { message, remedy } = sentence(code, params)
  return { ref: `C-${number}`, customer, message, remedy }
}
