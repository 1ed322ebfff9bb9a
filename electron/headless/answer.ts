import type { ServerResponse } from 'node:http'
import { type DoorPage, doorPages } from '../../shared/text/door-pages.ts'
import { securityHeaders } from '../workspace/page/headers.ts'

const always = securityHeaders("'self'")

/** Sends a whole answer, with the headers that every answer carries. Not to be kept, unless the headers say so. */
export function answer(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array = '',
): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  response.writeHead(status, { ...always, 'Cache-Control': 'no-store', ...headers, 'Content-Length': bytes.byteLength })
  response.end(bytes)
}

/** Sends an operation's reply envelope. */
export function answerReply(response: ServerResponse, status: number, replyJson: string): void {
  answer(response, status, { 'Content-Type': 'application/json; charset=utf-8' }, replyJson)
}

/** Tells a person who stands before a closed door how to get in. Fixed texts: nothing of the request is repeated. */
export function answerAtDoor(
  response: ServerResponse,
  status: number,
  page: DoorPage,
  headers: Readonly<Record<string, string>> = {},
): void {
  const { title, text } = doorPages[page]
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${text}</p></html>\n`
  answer(response, status, { 'Content-Type': 'text/html; charset=utf-8', ...headers }, html)
}

/** Opens a stream of events, on a connection that ends with it. */
export function answerStream(response: ServerResponse): void {
  response.writeHead(200, {
    ...always,
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    Connection: 'close',
  })
}
