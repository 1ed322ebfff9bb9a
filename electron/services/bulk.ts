import type { ParsedInputOf } from '../../shared/contract/index.ts'
import type { Act } from '../../shared/domain/case/act.ts'
import { bulkEdited } from '../../shared/domain/case/bulk-edit.ts'
import { changeState, refuseMove } from '../../shared/domain/case/change-state.ts'
import type { CaseRecord } from '../../shared/domain/records/case.ts'
import type { ChangeSet } from '../../shared/domain/records/change-set.ts'
import { isRefusal, type Refusal } from '../../shared/domain/refusal.ts'
import { sentence } from '../../shared/text/messages/index.ts'
import { stateWords } from '../../shared/text/states.ts'
import type { Context } from './context.ts'
import { pagesOf, sizeOf } from './exchange/selection.ts'
import type { AppHandlers } from './handlers.ts'
import type { JobControl } from './jobs.ts'
import type { CaseRow } from './ports.ts'

/** Rows of a preview: enough to see that it is what was meant. */
const SHOWN = 12
/** Cases that a preview looks at: it is made anew with every letter that is typed. */
const LOOKED_AT = 5_000
/** Cases that others are told of by name; of more they only hear that there were. */
const NAMED = 500

type Edit = ParsedInputOf<'case.bulk'>['set']
type Refused = { ref: string; customer: string; message: string; remedy: string }

/** One edit over many cases. */
export function bulkHandlers(context: Context): Pick<AppHandlers, 'case.bulk-preview' | 'case.bulk'> {
  return {
    async 'case.bulk-preview'({ set, ...selected }) {
      await context.settings()
      const preview = { looked: 0, changes: 0, rows: [] as Row[], refused: 0, refusals: [] as Refused[] }
      for await (const page of pagesOf(context, selected)) {
        for (const row of page) look(row, set, preview)
        if (preview.looked >= LOOKED_AT) break
      }
      return { total: await sizeOf(context, selected), ...preview }
    },

    async 'case.bulk'({ set, job, ...selected }) {
      const act = context.act(await context.settings())
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

function look({ record, customerName: customer }: CaseRow, set: Edit, preview: Preview): void {
  preview.looked += 1
  // A reason that is still to be typed is the form's to ask for, once, not each case's.
  const refusal = set.state ? refuseMove(record, set.state.to, set.state.reason?.trim() || '…') : null
  if (refusal) {
    preview.refused += 1
    if (preview.refusals.length < SHOWN) preview.refusals.push(refused(record, customer, refusal))
    return
  }
  const after = foreseen(record, set)
  if (after === record) return
  preview.changes += 1
  if (preview.rows.length >= SHOWN) return
  const ref = `C-${record.number}`
  preview.rows.push({ ref, customer, before: described(record, set), after: described(after, set) })
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
    if (job.isCancelled()) break
    const puts: ChangeSet['puts'][number][] = []
    const activity: ChangeSet['activity'][number][] = []
    for (const row of page) {
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
      // Of several pages it is not known before how many change.
      if (first === null) await context.beforeChange(total > page.length ? total : puts.length)
      const { sequence } = await context.ports.store.commit({ puts, activity }, first)
      first ??= sequence
      last = sequence
    }
    done += page.length
    await job.progress(done, total)
  }
  if (last !== null) context.ports.onChange({ topic: 'cases', sequence: last, ids: ids.length > NAMED ? [] : ids })
  return { changed, refused: turnedDown, refusals, isCancelled: job.isCancelled(), sequence: last }
}

/** The change of one case; null where it is as it should be. */
async function changeOf(
  context: Context,
  before: CaseRecord,
  set: Edit,
  act: Act,
): Promise<Pick<ChangeSet, 'puts' | 'activity'> | Refusal | null> {
  const edited = bulkEdited(before, set)
  const described = edited === before ? null : describing(before, { ...edited, updatedAt: act.now }, act)
  if (!set.state) return described
  const refusal = refuseMove(before, set.state.to, set.state.reason ?? '')
  if (refusal) return refusal
  const c = await context.case(before.id)
  const edit = { ...c, record: { ...c.record, owner: edited.owner, tags: edited.tags } }
  const moved = changeState(edit, context.procedure(c), set.state.to, set.state.reason ?? '', act)
  if (isRefusal(moved)) return moved
  return { puts: moved.puts, activity: [...(described?.activity ?? []), ...moved.activity] }
}

function describing(before: CaseRecord, after: CaseRecord, act: Act): Pick<ChangeSet, 'puts' | 'activity'> {
  const of = { caseId: after.id, customerId: after.customerId, payerId: after.payerId }
  const params = { fields: changedFields(before, after) }
  return {
    puts: [{ kind: 'case', record: after }],
    activity: [{ at: act.now, who: act.by, what: 'case.described', ...of, params }],
  }
}

/** The record as it would be, as far as a preview tells of it. */
function foreseen(record: CaseRecord, set: Edit): CaseRecord {
  const edited = bulkEdited(record, set)
  if (!set.state) return edited
  return { ...edited, state: set.state.to === 'hold' ? 'on-hold' : 'open' }
}

function refused({ number }: CaseRecord, customer: string, { code, params }: Refusal): Refused {
  const { message, remedy } = sentence(code, params)
  return { ref: `C-${number}`, customer, message, remedy }
}

/** What the edit is about, in words. */
function described({ owner, tags, state }: CaseRecord, set: Edit): string {
  const about = [owner, ...tags.map((tag) => `#${tag}`)].join(' ')
  return set.state ? `${stateWords[state]} · ${about}` : about
}

function changedFields(before: CaseRecord, after: CaseRecord): readonly string[] {
  return [...(before.owner === after.owner ? [] : ['owner']), ...(before.tags === after.tags ? [] : ['tags'])]
}
