import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { refuse } from '../../shared/domain/refusal.ts'
import type { Changes } from '../rpc/changes.ts'
import { createDispatch, INPUT_LIMIT_MIB, refused } from '../rpc/dispatch.ts'
import type { Desk } from '../rpc/handlers.ts'
import type { Log } from '../services/ports.ts'
import type { Assets } from '../workspace/page/assets.ts'
import { cacheControl } from '../workspace/page/headers.ts'
import { answer, answerAtDoor, answerReply } from './answer.ts'
import { readBody } from './body.ts'
import { createEventStreams } from './event-streams.ts'
import { admit, type Turned } from './gate.ts'
import { type Limits, usualLimits } from './limits.ts'
import { createSessions } from './sessions.ts'

export interface HeadlessOptions {
  readonly desk: Desk
  readonly changes: Changes
  readonly assets: Assets
  readonly log: Log
  /** 0, or absent: a free one that the system picks. */
  readonly port?: number
  readonly limits?: Partial<Limits>
}

/** A running loopback host. */
export interface Headless {
  /** `http://127.0.0.1:PORT`, which lets nobody in by itself. */
  readonly origin: string
  /** The address to print: it lets one browser in, once. */
  readonly url: string
  /** Another address of that kind, for another browser. */
  newAddress(): string
  /** Takes no more requests, lets running ones end, and closes. The desk stays open. */
  close(): Promise<void>
}

/**
 * Serves the app to browsers of this machine: the renderer's files, `POST /rpc/<operation>` and `GET /events`.
 * @throws where the port is taken
 */
export async function startHeadless(options: HeadlessOptions): Promise<Headless> {
  const { assets, log } = options
  const limits = { ...usualLimits, ...options.limits }
  const dispatch = createDispatch(options.desk.handlers, log)
  const streams = createEventStreams(options.changes, limits)
  const running = new Set<ServerResponse>()

  const server = createServer({
    headersTimeout: limits.head,
    requestTimeout: limits.request,
    connectionsCheckingInterval: limits.look,
    maxHeaderSize: 16 * 1024,
    insecureHTTPParser: false,
  })
  server.maxConnections = limits.connections

  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen({ host: '127.0.0.1', port: options.port ?? 0, exclusive: true }, listening)
  })
  const { port } = server.address() as AddressInfo
  const authority = `127.0.0.1:${port}`
  const sessions = createSessions(port)

  server.on('request', (request, response) => {
    running.add(response)
    response.once('close', () => running.delete(response))
    serve(request, response).catch((error: unknown) => {
      log.error('headless.failed', { error: error instanceof Error ? error : String(error) })
      if (response.headersSent) response.destroy()
      else answerAtDoor(response, 500, 'failed')
    })
  })

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headersDistinct: headers } = request
    const route = admit({ method, target: url, headers }, authority)
    const isLetIn = sessions.holds(headers.cookie ?? [])
    if (route.to === 'nowhere') return turnAway(response, route)
    if (route.to === 'enter') return enter(response, route.token, isLetIn)
    if (!isLetIn) return answerAtDoor(response, 401, 'no-session')
    if (route.to === 'rpc') return runOperation(request, response, route.name)
    if (route.to === 'asset') return sendAsset(response, route.path)
    if (!streams.open(response)) answerAtDoor(response, 503, 'busy')
  }

  function turnAway(response: ServerResponse, { status, allow }: Turned): void {
    const page = status === 403 || status === 421 ? 'foreign' : 'not-possible'
    answerAtDoor(response, status, page, allow === undefined ? {} : { Allow: allow })
  }

  function enter(response: ServerResponse, key: string, isLetIn: boolean): void {
    const cookie = isLetIn ? undefined : sessions.exchange(key)
    if (cookie === null) answerAtDoor(response, 403, 'key-spent')
    else answer(response, 303, { Location: '/', ...(cookie === undefined ? {} : { 'Set-Cookie': cookie }) })
  }

  async function runOperation(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
    const { 'content-type': type = '', 'content-encoding': encoding } = request.headers
    if (!/^application\/json(; ?charset=utf-8)?$/i.test(type) || encoding !== undefined) {
      return answerReply(response, 415, JSON.stringify(refused(refuse('input.not-json', {}))))
    }
    const body = await readBody(request, limits.bodyBytes)
    if (body.ok) return answerReply(response, 200, await dispatch(name, body.text))
    if (body.why === 'cut') return
    const refusal =
      body.why === 'too-large' ? refuse('input.too-large', { limitMiB: INPUT_LIMIT_MIB }) : refuse('input.not-json', {})
    answerReply(response, body.why === 'too-large' ? 413 : 400, JSON.stringify(refused(refusal)))
  }

  async function sendAsset(response: ServerResponse, path: string): Promise<void> {
    const asset = assets.at(path)
    if (asset === undefined) return answerAtDoor(response, 404, 'not-found')
    const headers = { 'Content-Type': asset.mediaType, 'Cache-Control': cacheControl(asset.immutable) }
    answer(response, 200, headers, await asset.read())
  }

  const newAddress = () => `http://${authority}/enter/${sessions.newKey()}`
  return {
    origin: `http://${authority}`,
    url: newAddress(),
    newAddress,
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()))
      streams.close()
      for (const response of running) if (!response.headersSent) response.setHeader('Connection', 'close')
      const cut = setTimeout(() => server.closeAllConnections(), limits.drain)
      await closed
      clearTimeout(cut)
    },
  }
}
