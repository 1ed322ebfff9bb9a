/** One HTTP answer. `body` may be left out of the transfer (HEAD), its length is still told. */
export type Reply = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export function reply(status: number, headers: Record<string, string> = {}, body: Buffer | string = ''): Reply {
  return { status, headers, body: typeof body === 'string' ? Buffer.from(body) : body }
}
