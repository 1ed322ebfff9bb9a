import type { ImportReport } from '../../../shared/contract/operations/imports.ts'
import type { NewActivity } from '../../../shared/domain/records/activity.ts'
import type { ChangeSet } from '../../../shared/domain/records/change-set.ts'
import type { Context } from '../context.ts'
import type { AppHandlers } from '../handlers.ts'
import type { JobControl } from '../jobs.ts'
import { beginReading, type ImportReading } from './import-reading.ts'

/** Ends the change where a row cannot be taken: nothing of it is kept. */
class RowAtFault extends Error {}

/** Taking in a list of customers, as it comes out of a spreadsheet. */
export function importHandlers(context: Context): Pick<AppHandlers, 'import.plan' | 'import.run'> {
  return {
    'import.plan': (input) =>
      inJob(input, async (job) => {
        const reading = await beginReading(context, input, job)
        await readToEnd(reading)
        return reading.report()
      }),

    'import.run': (input) =>
      inJob(input, async (job) => {
        const reading = await beginReading(context, input, job)
        const sequence = await take(reading)
        const report = reading.report()
        return sequence === undefined ? report : { ...report, applied: true, sequence }
      }),
  }

  /** One transaction, filled while the file is read. Gives its place, null where nothing changes, undefined where a row is at fault. */
  async function take(reading: ImportReading): Promise<number | null | undefined> {
    try {
      const committed = await context.commitParts(partsOf(reading), 'cases')
      if (committed === null) await remember(reading)
      return committed?.sequence ?? null
    } catch (thrown) {
      if (!(thrown instanceof RowAtFault)) throw thrown
      // What else is wrong is told as well.
      await readToEnd(reading)
      return undefined
    }
  }

  /** What the file changes, part by part, and that it was taken. Nothing where nothing changes: nor is that recorded. */
  async function* partsOf(reading: ImportReading): AsyncGenerator<ChangeSet> {
    let isAny = false
    for (let part = await reading.next(); part !== null; part = await reading.next()) {
      if (reading.isAtFault) throw new RowAtFault()
      if (part.puts.length === 0) continue
      isAny = true
      yield part
    }
    if (reading.isAtFault) throw new RowAtFault()
    if (!isAny) return
    const { name, counts } = reading.report()
    const remembering = rememberedPart(reading)
    yield {
      puts: remembering.puts,
      activity: [...remembering.activity, entry('import.done', { name, ...counts }, reading)],
    }
  }

  /** Where nothing else changes, what the columns were taken for is remembered all the same. */
  async function remember(reading: ImportReading): Promise<void> {
    const { puts, activity } = rememberedPart(reading)
    const [put] = puts
    if (put?.kind === 'settings') await context.commit({ puts, activity }, 'settings', [put.record.workspaceId])
  }

  function rememberedPart(reading: ImportReading): ChangeSet {
    const record = reading.remembered
    if (record === null) return { puts: [], activity: [] }
    const activity = [entry('settings.changed', { fields: ['importColumns'] }, reading)]
    return { puts: [{ kind: 'settings', record }], activity }
  }

  function entry(what: string, params: NewActivity['params'], { act }: ImportReading): NewActivity {
    return { at: act.now, who: act.by, what, caseId: null, customerId: null, payerId: null, params }
  }

  function inJob(
    { job }: { readonly job?: string | undefined },
    work: (job: JobControl) => Promise<ImportReport>,
  ): Promise<ImportReport> {
    return context.jobs.run(job ?? context.ports.ids.next(), 'import', work)
  }
}

async function readToEnd(reading: ImportReading): Promise<void> {
  while ((await reading.next()) !== null);
}
