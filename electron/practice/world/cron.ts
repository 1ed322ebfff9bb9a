const fields = ['minute', 'hour', 'day', 'month', 'weekday', 'year'] as const
type Cron = Record<(typeof fields)[number], (value: number) => boolean>

const bounds: Record<(typeof fields)[number], readonly [number, number]> = {
  minute: [0, 59],
  hour: [0, 23],
  day: [1, 31],
  month: [1, 12],
  weekday: [1, 7],
  year: [1970, 2199],
}
const names: Record<string, readonly string[]> = {
  month: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  weekday: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
}
const minuteMs = 60_000
const dayMs = 86_400_000

/** Whether Glue takes the expression: `cron(minutes hours day-of-month month day-of-week year)`, in UTC. */
export function isCronExpression(expression: string): boolean {
  return parse(expression) !== undefined
}

/** The last instant after `after` and not after `now` at which the expression fires; looks back one year at most. */
export function lastFiring(expression: string, after: number, now: number): number | undefined {
  const cron = parse(expression)
  if (!cron) return undefined
  const oldest = Math.max(after, now - 366 * dayMs)
  for (let day = Math.floor(now / dayMs) * dayMs; day > oldest - dayMs; day -= dayMs) {
    const date = new Date(day)
    const fitting =
      cron.year(date.getUTCFullYear()) &&
      cron.month(date.getUTCMonth() + 1) &&
      cron.day(date.getUTCDate()) &&
      cron.weekday(date.getUTCDay() + 1)
    if (!fitting) continue
    for (let minute = 24 * 60 - 1; minute >= 0; minute--) {
      const at = day + minute * minuteMs
      if (at > now || at <= oldest) continue
      if (cron.hour(Math.floor(minute / 60)) && cron.minute(minute % 60)) return at
    }
  }
  return undefined
}

function parse(expression: string): Cron | undefined {
  const parts = /^cron\((.+)\)$/.exec(expression)?.[1]?.trim().split(/\s+/)
  if (parts?.length !== fields.length) return undefined
  // Exactly one of the two day fields is open, and says so with a question mark.
  if ((parts[2] === '?') === (parts[4] === '?')) return undefined
  const tests = fields.map((field, index) => test(parts[index] ?? '', field))
  if (tests.some((one) => one === undefined)) return undefined
  return Object.fromEntries(fields.map((field, index) => [field, tests[index]])) as Cron
}

function test(text: string, field: (typeof fields)[number]): ((value: number) => boolean) | undefined {
  if (text === '*' || (text === '?' && (field === 'day' || field === 'weekday'))) return () => true
  const [low, high] = bounds[field]
  const number = (part: string | undefined) => {
    const named = names[field]?.indexOf((part ?? '').toUpperCase()) ?? -1
    const value = named >= 0 ? named + low : /^\d{1,4}$/.test(part ?? '') ? Number(part) : Number.NaN
    return value >= low && value <= high ? value : undefined
  }
  const allowed = new Set<number>()
  for (const part of text.split(',')) {
    const [, span = '', step] = /^([^/]+)(?:\/(\d{1,4}))?$/.exec(part) ?? []
    const [first, last] = span.split('-')
    const from = span === '*' ? low : number(first)
    const to = span === '*' || (last === undefined && step !== undefined) ? high : number(last ?? first)
    if (from === undefined || to === undefined || from > to || Number(step ?? 1) < 1) return undefined
    for (let value = from; value <= to; value += Number(step ?? 1)) allowed.add(value)
  }
  return (value) => allowed.has(value)
}
