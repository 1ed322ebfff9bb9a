import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { answer } from './answer.ts'
import { createPracticeClock, type PracticeClock } from './clock.ts'
import { control, controlPath } from './control.ts'
import { createDisturbances, type Journey } from './disturbance.ts'
import { AwsFault } from './http/fault.ts'
import { type Reply, reply } from './http/reply.ts'
import { readRequest } from './http/request.ts'
import type { ScenarioName } from './scenarios.ts'
import { seedSpot } from './spot.ts'
import { loadState, saveState } from './state-file.ts'
import type { ScenarioOptions } from './world/rules.ts'
import { changeScenario, settle } from './world/settle.ts'
import { createWorld, type PracticeWorld } from './world/world.ts'

export type PracticeAwsOptions = {
  /** Port on 127.0.0.1; a free one without it. */
  port?: number
  /** The clock to share with the rest of a practice workspace; without it one is made, ahead by what the state says. */
  clock?: PracticeClock
  /** Overrides the scenario in the state file. */
  scenario?: ScenarioName
  scenarioOptions?: ScenarioOptions
  /** JSON file that the world is kept in; without it the world is gone with the process. */
  statePath?: string
  /** The account of access keys that name none. */
  defaultAccountId?: string
  /** Virtual seconds in a real one, where no clock is given. */
  speed?: number
}

export type PracticeAws = {
  /** http://127.0.0.1:port, the endpoint of every service. */
  readonly url: string
  readonly port: number
  readonly clock: PracticeClock
  /** The world at the clock's present, for reading. */
  readonly world: PracticeWorld
  setScenario(name: ScenarioName, options?: ScenarioOptions): void
  /** Empties the world; clock and scenario stay. */
  reset(): void
  close(): Promise<void>
}

/**
 * Starts the practice AWS: one loopback port that speaks for all services, simulated and labelled so in every answer.
 * Throws PracticeStateError when the state file cannot be used, and Node's error when the port is taken.
 */
export async function startPracticeAws(options: PracticeAwsOptions = {}): Promise<PracticeAws> {
  const { statePath } = options
  const saved = statePath === undefined ? undefined : loadState(statePath)
  const clock =
    options.clock ??
    createPracticeClock({
      offset: saved?.clockOffset ?? 0,
      ...(options.speed !== undefined && { speed: options.speed }),
    })
  const create = () =>
    seedSpot(
      createWorld({
        defaultAccountId: options.defaultAccountId ?? '111122223333',
        scenario: { name: 'happy-path', options: {} },
      }),
      clock.now(),
    )
  let world = saved?.world ?? create()
  const disturbances = createDisturbances()
  const save = () => {
    if (statePath !== undefined) saveState(statePath, { world, clockOffset: clock.now() - Date.now() })
  }
  const current = () => {
    settle(world, clock.now())
    return world
  }
  const setScenario = (name: ScenarioName, scenarioOptions: ScenarioOptions = {}) => {
    changeScenario(current(), { name, options: scenarioOptions })
    save()
  }
  const reset = () => {
    world = { ...create(), scenario: world.scenario }
    save()
  }
  const controls = { world: current, now: clock.now, speed: clock.speed, advance: clock.advance, setScenario, reset }

  const handle = async (message: IncomingMessage, response: ServerResponse) => {
    const request = await readRequest(message)
    if (request.path === controlPath || request.path.startsWith(`${controlPath}/`)) {
      return send(response, control(request, controls), smooth, request.method)
    }
    // No AWS client sends Origin: this is a web page trying its luck on a local port.
    if (request.headers.origin !== undefined) {
      return send(response, reply(403, {}, 'Web pages may not use the practice AWS.\n'), smooth, request.method)
    }
    const { reply: answered, journey, changed } = answer(world, request, clock.now(), disturbances)
    if (changed) save()
    await send(response, answered, journey, request.method)
  }
  const server = createServer((message, response) => {
    handle(message, response).catch((error: unknown) => fail(response, error))
  })
  // Clients keep connections for their next call; Node's five seconds would close them under a person's fingers.
  server.keepAliveTimeout = 65_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const stopListening = clock.onAdvance(save)
  const wanted = { name: options.scenario ?? world.scenario.name, options: options.scenarioOptions ?? {} }
  // The same scenario again goes on where it stood: accidents that were mended do not happen anew.
  if (options.scenario !== undefined && !isDeepStrictEqual(wanted, world.scenario)) {
    setScenario(wanted.name, wanted.options)
  }
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    clock,
    get world() {
      return current()
    },
    setScenario,
    reset,
    close: async () => {
      stopListening()
      save()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const smooth: Journey = { delayMs: 0, lost: false }

/** Every answer says that it is simulated; a body that is cut off was announced in full. */
async function send(response: ServerResponse, { status, headers, body }: Reply, journey: Journey, method: string) {
  if (journey.delayMs > 0) await pause(journey.delayMs, undefined, { ref: false })
  if (journey.lost) return void response.destroy()
  const bodiless = status === 204 || status === 304
  response.writeHead(status, {
    server: 'Casebook practice AWS (simulated)',
    'x-casebook-practice': 'simulated',
    ...headers,
    ...(!bodiless && { 'content-length': String(body.length) }),
  })
  if (bodiless || method === 'HEAD') return void response.end()
  if (journey.cutAt === undefined) return void response.end(body)
  response.flushHeaders()
  response.write(body.subarray(0, journey.cutAt), () => response.destroy())
}

function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) return void response.destroy()
  const fault = error instanceof AwsFault ? error : undefined
  response.writeHead(fault?.status ?? 500, { 'content-type': 'text/plain', connection: 'close' })
  response.end(`${fault?.message ?? 'The practice AWS failed.'}\n`)
}
