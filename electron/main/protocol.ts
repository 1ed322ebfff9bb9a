import type { Protocol } from 'electron'
import { doorPages } from '../../shared/text/door-pages.ts'
import type { Assets } from '../workspace/page/assets.ts'
import { cacheControl, securityHeaders } from '../workspace/page/headers.ts'
import { isInApp } from './address.ts'

const always = securityHeaders("'none'")

/** Answers `app://casebook/…` with the files of the built renderer, under the same rules as the loopback host. */
export function serveApp(protocol: Pick<Protocol, 'handle'>, assets: Assets): void {
  protocol.handle('app', (request) => answer(request, assets))
}

/** The answer to one request for `app:`; exported so that its rules are tested without a window. */
export async function answer(request: Pick<Request, 'method' | 'url'>, assets: Assets): Promise<Response> {
  if (!isInApp(request.url)) return refusal(403, doorPages.foreign.text)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, doorPages['not-possible'].text)
  const asset = assets.at(pathOf(request.url))
  if (asset === undefined) return refusal(404, doorPages['not-found'].text)
  const headers = { ...always, 'Content-Type': asset.mediaType, 'Cache-Control': cacheControl(asset.immutable) }
  return new Response(request.method === 'HEAD' ? null : await asset.read(), { headers })
}

/** The path as it was asked for. `URL` would have resolved `..` and turned backslashes over. */
function pathOf(url: string): string {
  return /^app:\/\/casebook(\/[^?#]*)/.exec(url)?.[1] ?? ''
}

function refusal(status: number, text: string): Response {
  return new Response(text, { status, headers: { ...always, 'Content-Type': 'text/plain; charset=utf-8' } })
}
