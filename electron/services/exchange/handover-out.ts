import { handOver } from '../../../shared/domain/handover/hand-over.ts'
import type { HandoverData } from '../../../shared/domain/handover/schema.ts'
import type { NewActivity } from '../../../shared/domain/records/activity.ts'
import type { Case } from '../../../shared/domain/records/case-aggregate.ts'
import type { Customer } from '../../../shared/domain/records/customer.ts'
import type { Payer } from '../../../shared/domain/records/payer.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import { CasebookError } from '../casebook-error.ts'
import type { Context } from '../context.ts'
import type { AppHandlers } from '../handlers.ts'
import { handOut } from '../made-file.ts'
import { customersWithout } from './customers-without.ts'
import { packHandover } from './handover-file.ts'
import { casesNamed, selectedCases } from './selection.ts'

/** Cases that are read in one go, within a few milliseconds. */
const AT_ONCE = 50
/** All that is on the record of one customer or case; nobody reads that many. */
const ALL = 10_000_000

/** Handing cases over to another workspace. */
export function handoverOutHandlers(context: Context): Pick<AppHandlers, 'handover.export'> {
  const { store } = context.ports
  return {
    async 'handover.export'({ job, out, ...selected }) {
      const settings = await context.settings()
      const { bytes, count } = await context.jobs.run(job ?? context.ports.ids.next(), 'handover', async (control) => {
        const references = await selectedCases(context, selected)
        const cases: Case[] = []
        for (let n = 0; n < references.length; n += AT_ONCE) {
          await control.progress(n, references.length)
          if (control.isCancelled()) throw new CasebookError(refuse('job.cancelled', {}))
          cases.push(...(await casesNamed(context, references.slice(n, n + AT_ONCE))))
        }
        const isWhole = selected.cases === undefined && selected.query === undefined
        const data = handOver(cases, isWhole ? await others(cases) : [])
        if (data.customers.length === 0) throw new CasebookError(refuse('handover.nothing', {}))
        return { bytes: await packHandover(context.ports, settings, data, await activityOf(data)), count: cases.length }
      })
      const mediaType = 'application/vnd.msp-casebook.handover+zip'
      return handOut(context, { name: 'handover.casebook', mediaType, count, bytes }, out)
    },
  }

  async function others(cases: readonly Case[]): Promise<{ customer: Customer; payer: Payer }[]> {
    const found: { customer: Customer; payer: Payer }[] = []
    const seen = new Set(cases.map(({ customer }) => customer.id))
    for await (const page of customersWithout(context, seen)) found.push(...page)
    return found
  }

  /** What is on the record of all that is handed over, and of nothing else; oldest first. */
  async function activityOf(data: HandoverData): Promise<readonly NewActivity[]> {
    const query = { caseId: null, customerId: null, payerId: null, before: null, limit: ALL }
    const entries = new Map<number, NewActivity>()
    const ids = new Set(
      [...data.payers, ...data.customers, ...data.cases.map(({ record }) => record)].map(({ id }) => id),
    )
    const isOurs = (id: string | null) => id === null || ids.has(id)
    const asked = [
      ...data.cases.map(({ record }) => ({ ...query, caseId: record.id })),
      ...data.customers.map(({ id }) => ({ ...query, customerId: id })),
      ...data.payers.map(({ id }) => ({ ...query, payerId: id })),
    ]
    for (const one of asked) {
      for (const { sequence, ...entry } of await store.activity(one)) {
        if (isOurs(entry.caseId) && isOurs(entry.customerId) && isOurs(entry.payerId)) entries.set(sequence, entry)
      }
    }
    return [...entries].toSorted(([a], [b]) => a - b).map(([, entry]) => entry)
  }
}
