import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** One request as a small server saw it. */
export interface Seen {
  readonly method: string
  /** As it stood in the request line: absolute where a proxy is spoken to. */
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export interface SmallServer {
  readonly url: string
  readonly host: string
  readonly seen: readonly Seen[]
  readonly server: Server
}

export type Answer = (request: Seen, response: ServerResponse, index: number) => void

/** A server on a free loopback port that answers as the test says, remembers what it was asked, and ends with the test. */
export async function smallServer(answer: Answer): Promise<SmallServer> {
  const seen: Seen[] = []
  const listener: RequestListener = (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() })
      answer(seen.at(-1) as Seen, response, seen.length - 1)
    })
  }
  const server = createServer(listener)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  })
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url: `http://${host}`, host, seen, server }
}

/** The address of a port nobody listens on. */
export async function closedPort(): Promise<string> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return `http://127.0.0.1:${port}`
}

/** The access key a request was signed with. */
export function signer({ headers }: Seen): string | undefined {
  return /Credential=([^/]+)\//.exec(headers.authorization ?? '')?.[1]
}

/** Region and service a request was signed for: `us-east-1/cur`. */
export function scope({ headers }: Seen): string | undefined {
  return /Credential=[^/]+\/\d{8}\/([^/]+\/[^/]+)\/aws4_request/.exec(headers.authorization ?? '')?.[1]
}

/** Replies in the shapes of AWS's protocols. */
export const reply = {
  json(response: ServerResponse, body: unknown, status = 200): void {
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': 'REQ-JSON' })
    response.end(JSON.stringify(body))
  },
  xml(response: ServerResponse, body: string, status = 200): void {
    response.writeHead(status, { 'content-type': 'text/xml', 'x-amz-request-id': 'REQ-XML' })
    response.end(body)
  },
  queryError(response: ServerResponse, code: string, message: string, status = 400): void {
    reply.xml(
      response,
      `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>REQ-XML</RequestId></ErrorResponse>`,
      status,
    )
  },
  s3Error(response: ServerResponse, code: string, status: number): void {
    reply.xml(
      response,
      `<Error><Code>${code}</Code><Message>${code}</Message><RequestId>REQ-XML</RequestId></Error>`,
      status,
    )
  },
  caller(response: ServerResponse, account = '123456789012'): void {
    reply.xml(
      response,
      `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::${account}:user/jo</Arn><UserId>AIDA</UserId><Account>${account}</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>REQ-BODY</RequestId></ResponseMetadata></GetCallerIdentityResponse>`,
    )
  },
}
