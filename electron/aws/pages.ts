import type { AwsResult } from '../services/aws-gateway.ts'
import { ownFault } from './faults.ts'
import { failed, type Link, type Reply } from './link.ts'

export interface Paging<P> {
  readonly action: string
  readonly send: (token: string | undefined) => Promise<P>
  /** The mark of the next page; undefined or empty on the last. */
  readonly next: (page: P) => string | undefined
  /** Pages after which an answer is too long to be of use. Never a part of it: a `limit` fault. */
  readonly most: number
}

/** All pages of one question, or the fault that kept one of them back. */
export async function allPages<P extends Reply>(
  link: Link,
  { action, send, next, most }: Paging<P>,
): Promise<AwsResult<readonly P[]>> {
  const pages: P[] = []
  for (let token: string | undefined; ; ) {
    const page = await link.ask(action, () => send(token))
    if (!page.ok) return page
    pages.push(page.value)
    token = next(page.value)
    if (token === undefined || token === '') return { ok: true, value: pages, requestId: page.requestId }
    if (pages.length >= most)
      return failed(
        ownFault('limit', 'TooManyPages', `AWS has more than ${most} pages of this.`, { action, signIn: null }),
      )
  }
}
