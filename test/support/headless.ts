import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { type Agent, type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Limits } from '../../electron/headless/limits.ts'
import { type Headless, startHeadless } from '../../electron/headless/server.ts'
import { type Changes, createChanges } from '../../electron/rpc/changes.ts'
import type { Handlers } from '../../electron/rpc/handlers.ts'
import { openAssets } from '../../electron/workspace/page/assets.ts'
import { type TestDesk, type TestLog, testDesk, testLog } from './desk.ts'

export interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

export interface Asking {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string | string[]>>
  readonly body?: string | Uint8Array
  /** Absent: a connection of its own. */
  readonly agent?: Agent
}

/** A loopback host over a small built renderer, and the means to knock at it with exactly these bytes. */
export interface TestHost extends AsyncDisposable {
  readonly host: Headless
  readonly port: number
  readonly desk: TestDesk
  readonly changes: Changes
  readonly log: TestLog
  /** The folder that holds the assets, `inside`, and a file beside it that nobody may have. */
  readonly folder: string
  /** Spends an address, and gives the Cookie header of the browser that did. */
  enter(url?: string): Promise<string>
  ask(path: string, asking?: Asking): Promise<Reply>
  /** Sends bytes as they are; resolves to all that came back once the connection is closed. */
  raw(bytes: string): Promise<string>
}

export async function testHost(own: Partial<Handlers> = {}, limits: Partial<Limits> = {}): Promise<TestHost> {
  const folder = await builtPages()
  const desk = testDesk(own)
  const changes = createChanges()
  const log = testLog()
  const assets = await openAssets(join(folder, 'inside'))
  const host = await startHeadless({ desk, changes, assets, log, limits })
  const port = Number(new URL(host.origin).port)
  const ask = (path: string, asking: Asking = {}) => askPort(port, path, asking)
  return {
    host,
    port,
    desk,
    changes,
    log,
    folder,
    ask,
    async enter(url = host.newAddress()) {
      const { headers } = await ask(new URL(url).pathname)
      return headers['set-cookie']?.[0]?.split(';')[0] ?? ''
    },
    raw: (bytes) => rawPort(port, bytes),
    async [Symbol.asyncDispose]() {
      await host.close()
      await rm(folder, { recursive: true })
    },
  }
}

export async function builtPages(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'casebook-'))
  const inside = join(folder, 'inside')
  await mkdir(join(inside, 'assets'), { recursive: true })
  await writeFile(join(inside, 'index.html'), '<!doctype html><title>MSP Casebook</title>')
  await writeFile(join(inside, 'assets', 'index-AbCd_123.js'), 'export {}')
  await writeFile(join(inside, 'assets', 'index-AbCd_123.css'), 'body{}')
  await writeFile(join(inside, 'assets', 'inter-AbCd_124.woff2'), new Uint8Array([0, 255]))
  await writeFile(join(inside, 'notes.txt'), 'of no kind that a page has')
  await writeFile(join(folder, 'secret.json'), '{"secret":true}')
  await symlink(join(folder, 'secret.json'), join(inside, 'linked.json'))
  await symlink(folder, join(inside, 'linked'))
  return folder
}

/** The path goes out as it stands here. */
function askPort(port: number, path: string, { method = 'GET', headers = {}, body, agent }: Asking): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: agent ?? false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
      })
      response.on('error', reject)
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

function rawPort(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write(bytes))
    socket.setEncoding('latin1').on('data', (chunk) => {
      text += chunk
    })
    socket.on('close', () => resolve(text))
    socket.on('error', reject)
  })
}

/** A request as the page's own script makes it. */
export function scripted(host: TestHost, cookie: string, more: Asking = {}): Asking {
  const headers = {
    cookie,
    origin: host.host.origin,
    'content-type': 'application/json',
    'sec-fetch-site': 'same-origin',
    ...more.headers,
  }
  return { method: 'POST', body: '{}', ...more, headers }
}
