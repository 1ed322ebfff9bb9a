import type { ParsedInputOf } from '../../shared/contract/index.ts'
import type { REPORT_SECTIONS, ReportSectionView } from '../../shared/contract/operations/reports.ts'
import { addMillis, HOUR } from '../../shared/domain/instant.ts'
import type { Procedure } from '../../shared/domain/procedure/types.ts'
import { type CaseEvents, eventsOf } from '../../shared/domain/reports/events.ts'
import { FORECAST_WEEKS } from '../../shared/domain/reports/forecast.ts'
import { overviewOf, type PhaseSpread } from '../../shared/domain/reports/overview.ts'
import { waitDefinition } from '../../shared/domain/requests/definitions.ts'
import {
  firstTimeSection,
  forecastSection,
  overdueSection,
  type PhaseName,
  phasesSection,
  phaseTimesSection,
  type ReportSection,
  turnaroundSection,
} from '../../shared/text/reports.ts'
import { localText } from '../../shared/text/times.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'
import type { OverdueWaits, Standing } from './report-port.ts'

/** Cases read at once: a page takes a few hundredths of a second, and then whoever else waits has a turn. */
const PAGE = 400

type Asked = Omit<ParsedInputOf<'report.csv'>, 'section'>
type SectionId = (typeof REPORT_SECTIONS)[number]

interface Answer {
  readonly now: string
  readonly standing: readonly Standing[]
  readonly sections: readonly (ReportSection & { readonly id: SectionId })[]
}

/** How the work goes: where cases stand, how long they take, what Spot does, what is to be expected. */
export function reportHandlers(context: Context): Pick<AppHandlers, 'report.overview' | 'report.csv'> {
  const { clock, packer, store } = context.ports
  const turn = context.ports.turn ?? (async () => {})
  return {
    async 'report.overview'(asked) {
      const { operators } = await context.settings()
      const { now, standing, sections } = await answer(asked)
      const until = localText(now, clock.zone())
      return {
        now,
        range: asked.days ? `${asked.days} days up to ${until}` : `Everything up to ${until}`,
        procedures: context.procedures.newestOfEach.map(({ id, title }) => ({ id, title })),
        owners: [...new Set([...operators.map((o) => o.name), ...standing.map((s) => s.owner)])]
          .filter(Boolean)
          .toSorted(),
        sections: sections.map(viewOf),
      }
    },

    async 'report.csv'({ section, ...asked }) {
      await context.settings()
      const { now, sections } = await answer(asked)
      const tables = sections.filter(({ id }) => section === undefined || id === section).map(csvOf)
      return {
        name: `casebook-${section ?? 'report'}-${now.slice(0, 10)}.csv`,
        csv: packer.writeCsv(tables.flatMap((table, n) => (n === 0 ? table : [[], ...table]))),
      }
    },
  }

  async function answer(asked: Asked): Promise<Answer> {
    const now = clock.now()
    const from = asked.days ? addMillis(now, -asked.days * 24 * HOUR) : null
    const events = await eventsSince(asked, from, now)
    const overview = overviewOf(events, from, now)
    const standing = await store.reports.standing()
    const isAsked = (of: { readonly procedureId: string; readonly owner: string }) =>
      (!asked.procedure || of.procedureId === asked.procedure) && (!asked.owner || of.owner === asked.owner)
    const overdue = (await store.reports.overdue(now)).filter(isAsked)
    const sections: Answer['sections'] = [
      { id: 'phases', ...phasesSection(countsOf(standing.filter(isAsked))) },
      { id: 'phase-times', ...phaseTimesSection(named(overview.phases)) },
      { id: 'overdue', ...overdueSection(overdueCounts(overdue), now) },
      { id: 'turnaround', ...turnaroundSection(overview.turnaround) },
      { id: 'first-time', ...firstTimeSection(overview.firstTime) },
      { id: 'forecast', ...forecastSection(overview.forecast, named(overview.remaining)) },
    ]
    return { now, standing, sections }
  }

  /** Of the range, and of the weeks that the forecast looks at. */
  async function eventsSince(asked: Asked, from: string | null, now: string): Promise<readonly CaseEvents[]> {
    const forecastFrom = addMillis(now, -FORECAST_WEEKS * 7 * 24 * HOUR)
    const query = {
      from: from === null || from < forecastFrom ? from : forecastFrom,
      procedureId: asked.procedure ?? null,
      owner: asked.owner ?? null,
      limit: PAGE,
    }
    const events: CaseEvents[] = []
    let after: string | null = null
    do {
      const page = await store.reports.histories({ ...query, after })
      for (const history of page.rows) {
        const procedure = context.procedures.pinned(history.procedureId, history.procedureVersion)
        if (procedure) events.push(eventsOf(history, procedure))
      }
      after = page.after
      if (after !== null) await turn()
    } while (after !== null)
    return events
  }

  /** Every phase that somebody stands in, in the order of the procedures. */
  function countsOf(standing: readonly Standing[]) {
    return inOrder(standing.map((s) => ({ ...s, phase: s.phase ?? '' }))).map(({ procedureId, phase }) => {
      const here = standing.filter((s) => s.procedureId === procedureId && (s.phase ?? '') === phase)
      const count = (state: Standing['state']) =>
        here.filter((s) => s.state === state).reduce((total, s) => total + s.count, 0)
      return { name: nameOf(procedureId, phase), open: count('open'), onHold: count('on-hold') }
    })
  }

  function named(spreads: readonly PhaseSpread[]): readonly (PhaseSpread & { readonly name: PhaseName })[] {
    return inOrder(spreads).flatMap(({ procedureId, phase }) =>
      spreads
        .filter((s) => s.procedureId === procedureId && s.phase === phase)
        .map((s) => ({ ...s, name: nameOf(procedureId, phase) })),
    )
  }

  function inOrder(of: readonly { readonly procedureId: string; readonly phase: string }[]) {
    const places = context.procedures.newestOfEach.flatMap((p) => [
      ...p.phases.map((f) => `${p.id} ${f.id}`),
      `${p.id} `,
    ])
    const place = (key: string) => (places.includes(key) ? places.indexOf(key) : places.length)
    const found = new Map(of.map(({ procedureId, phase }) => [`${procedureId} ${phase}`, { procedureId, phase }]))
    return [...found].toSorted(([a], [b]) => place(a) - place(b)).map(([, one]) => one)
  }

  function nameOf(procedureId: string, phase: string): PhaseName {
    const procedure = procedureOf(procedureId)
    const title = procedure?.phases.find((p) => p.id === phase)?.title
    return { procedure: procedure?.title ?? procedureId, phase: title ?? (phase === '' ? 'Nothing left to do' : phase) }
  }

  function overdueCounts(overdue: readonly OverdueWaits[]) {
    const waits = new Map<string, { wait: string; count: number; since: string }>()
    for (const { procedureId, definition, count, since } of overdue) {
      const procedure = procedureOf(procedureId)
      const wait = (procedure && waitDefinition(procedure, definition)?.title) ?? definition
      const of = waits.get(wait) ?? { wait, count: 0, since }
      waits.set(wait, { wait, count: of.count + count, since: since < of.since ? since : of.since })
    }
    return [...waits.values()].toSorted((a, b) => b.count - a.count)
  }

  function procedureOf(id: string): Procedure | null {
    return context.procedures.newest(id)
  }
}

function viewOf({ id, title, headline, counted, columns, rows, chart }: Answer['sections'][number]): ReportSectionView {
  return {
    id,
    title,
    headline,
    counted,
    columns: columns.map((column) => ({ title: column.title, numeric: column.numeric })),
    rows: rows.map((row) => row.map((cell) => cell.text)),
    chart,
  }
}

function csvOf({ title, columns, rows }: ReportSection): readonly (readonly string[])[] {
  return [[title], columns.map((column) => column.csv), ...rows.map((row) => row.map((cell) => cell.plain))]
}
