import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Clients } from '../practice.ts'

/** One answer as it came over the wire, with the operation that it answers. */
export type RecordedReply = {
  readonly service: string
  readonly operation: string
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string
}

type RawResponse = { statusCode: number; headers: Record<string, string>; body: Readable }
type Next = (args: unknown) => Promise<{ response: unknown }>
/** The clients have stacks of different types; this is the part that all of them share. */
type Stack = {
  add(
    middleware: (next: Next, context: { commandName?: string }) => Next,
    options: { step: 'deserialize'; priority: 'low' },
  ): void
}

/** The names that service models go by. */
const names: Record<keyof Clients, string> = {
  sts: 'sts',
  s3: 's3',
  cur: 'cur',
  cloudFormation: 'cloudformation',
  glue: 'glue',
  lambda: 'lambda',
  organizations: 'organizations',
  dataExports: 'bcm-data-exports',
}

/** Keeps every answer that the clients get, just before the SDK reads it. */
export function recordReplies(clients: Clients): RecordedReply[] {
  const replies: RecordedReply[] = []
  for (const [client, service] of Object.entries(names) as [keyof Clients, string][]) {
    const stack = clients[client].middlewareStack as unknown as Stack
    stack.add(
      (next, { commandName = '' }) =>
        async (args) => {
          const result = await next(args)
          const response = result.response as RawResponse
          const body = await buffer(response.body)
          response.body = Readable.from([body])
          const operation = commandName.replace(/Command$/, '')
          replies.push({
            service,
            operation,
            status: response.statusCode,
            headers: response.headers,
            body: body.toString(),
          })
          return result
        },
      { step: 'deserialize', priority: 'low' },
    )
  }
  return replies
}
