import { type Command, WrongUsage } from '../command.ts'
import { table } from '../table.ts'

/** How the work goes. */
export const reportCommands: readonly Command[] = [
  {
    path: ['report'],
    summary: 'phases, time in each, overdue, Spot’s turnaround, right the first time, forecast',
    positionals: [],
    options: {
      days: { type: 'string', value: 'N', help: 'how far back; everything without it' },
      procedure: { type: 'string', value: 'NAME', help: 'only cases of this procedure' },
      owner: { type: 'string', value: 'NAME', help: 'only cases of this owner' },
      csv: { type: 'boolean', value: '', help: 'the tables as CSV, lengths of time in hours' },
    },
    workspace: true,
    async run(call) {
      const asked = {
        days: readDays(call.option('days')),
        procedure: call.option('procedure'),
        owner: call.option('owner'),
      }
      if (call.flag('csv')) {
        const made = await call.send('report.csv', asked)
        return { json: made, text: made.csv.trimEnd() }
      }
      const report = await call.send('report.overview', asked)
      const sections = report.sections.map(({ title, headline, columns, rows }) =>
        [
          title,
          headline,
          ...(rows.length > 0
            ? [
                '',
                table(
                  columns.map((column) => column.title),
                  rows,
                ),
              ]
            : []),
        ].join('\n'),
      )
      return { json: report, text: [report.range, ...sections].join('\n\n') }
    },
  },
]

function readDays(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new WrongUsage(`--days takes a number of days, not “${text}”.`)
  return Number(text)
}
