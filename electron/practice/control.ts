import { AwsFault } from './http/fault.ts'
import { type Reply, reply } from './http/reply.ts'
import { header, type PracticeRequest } from './http/request.ts'
import { isScenarioName, type ScenarioName, scenarios } from './scenarios.ts'
import type { ScenarioOptions } from './world/rules.ts'
import type { PracticeWorld } from './world/world.ts'

/** What the control endpoints can do to a running practice AWS. */
export type Controls = {
  world(): PracticeWorld
  now(): number
  readonly speed: number
  advance(ms: number): void
  setScenario(name: ScenarioName, options: ScenarioOptions): void
  reset(): void
}

export const controlPath = '/_practice'

/** At most a year at once. */
const maxHours = 24 * 366

/**
 * `GET /_practice/` tells the state; `POST /_practice/advance {"hours"}`, `/scenario {"name", "options"}` and `/reset`
 * change it. Web pages are kept out: no Origin, a loopback Host (a foreign name could be rebound to this machine),
 * and JSON only, which a form cannot send.
 */
export function control(request: PracticeRequest, controls: Controls): Reply {
  try {
    if (request.headers.origin !== undefined || !['127.0.0.1', 'localhost'].includes(request.host)) {
      throw new AwsFault('practice.forbidden', 'Web pages may not drive the practice AWS.', 403)
    }
    const action = `${request.method} ${request.path.slice(controlPath.length).replace(/\/$/, '')}`
    if (action === 'GET ') return json(200, summary(controls))
    const handler = handlers[action]
    if (!handler) throw new AwsFault('practice.unknown', `There is no ${action} here.`, 404)
    handler(readJson(request), controls)
    return json(200, summary(controls))
  } catch (fault) {
    if (!(fault instanceof AwsFault)) throw fault
    return json(fault.status, { error: fault.code, message: fault.message })
  }
}

type Input = Readonly<Record<string, unknown>>

const handlers: Record<string, ((input: Input, controls: Controls) => void) | undefined> = {
  'POST /advance'({ hours }, controls) {
    if (typeof hours !== 'number' || !(hours > 0 && hours <= maxHours)) {
      throw new AwsFault('practice.hours', `“hours” is a number above 0 and up to ${maxHours}.`)
    }
    controls.advance(hours * 3_600_000)
  },
  'POST /scenario'({ name, options }, controls) {
    if (typeof name !== 'string' || !isScenarioName(name)) {
      throw new AwsFault('practice.scenario', `“name” is one of ${Object.keys(scenarios).join(', ')}.`)
    }
    controls.setScenario(name, readOptions(options))
  },
  'POST /reset': (_, controls) => controls.reset(),
}

function readOptions(value: unknown): ScenarioOptions {
  if (value === undefined) return {}
  const { denied, delayMs, cutDownloads, ...others } = Object(value) as Input
  const sound =
    isObject(value) &&
    Object.keys(others).length === 0 &&
    (denied === undefined || (Array.isArray(denied) && denied.every((one) => typeof one === 'string'))) &&
    (delayMs === undefined || isCount(delayMs)) &&
    (cutDownloads === undefined || cutDownloads === 'halfway' || isCount(cutDownloads))
  if (sound) return value as ScenarioOptions
  const shape = '{"denied": [action…], "delayMs": number, "cutDownloads": number or "halfway"}'
  throw new AwsFault('practice.options', `“options” reads ${shape}; each may be left out.`)
}

function isObject(value: unknown): value is Input {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function readJson(request: PracticeRequest): Input {
  if (header(request, 'content-type')?.split(';')[0] !== 'application/json') {
    throw new AwsFault('practice.not-json', 'Send the body as application/json.', 415)
  }
  try {
    const input: unknown = JSON.parse(request.body.toString('utf8') || '{}')
    if (isObject(input)) return input
  } catch {
    // Answered below.
  }
  throw new AwsFault('practice.not-json', 'The body is not a JSON object.')
}

function json(status: number, body: unknown): Reply {
  return reply(status, { 'content-type': 'application/json' }, `${JSON.stringify(body, null, 2)}\n`)
}

/** The state in short, account by account. */
function summary({ world: current, now, speed }: Controls) {
  const world = current()
  const reports = world.reports.map(({ accountId, definition, lastStatus }) => ({
    accountId,
    name: definition.ReportName,
    bucket: definition.S3Bucket,
    lastStatus: lastStatus ?? null,
  }))
  return {
    simulated: true,
    now: new Date(now()).toISOString(),
    speed,
    scenario: world.scenario,
    scenarios: Object.entries(scenarios).map(([name, { title, shows }]) => ({ name, title, shows })),
    defaultAccountId: world.defaultAccountId,
    buckets: [...world.buckets.values()].map(({ name, accountId, region, objects }) => ({
      accountId,
      name,
      region,
      objects: objects.size,
    })),
    reports,
    stacks: world.stacks.map(({ accountId, region, name, status }) => ({ accountId, region, name, status })),
    crawlers: world.crawlers.map(({ accountId, region, name, schedule }) => ({
      accountId,
      region,
      name,
      schedule: schedule ? `${schedule.expression} ${schedule.state}` : null,
    })),
  }
}
