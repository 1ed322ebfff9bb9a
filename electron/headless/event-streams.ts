import type { ServerResponse } from 'node:http'
import type { ChangeEvent } from '../../shared/contract/index.ts'
import type { Changes } from '../rpc/changes.ts'
import { answerStream } from './answer.ts'
import type { Limits } from './limits.ts'

/** Unread bytes after which a page that does not listen is dropped. It connects again and fetches anew. */
const BEHIND = 8 * 1024 * 1024

export interface EventStreams {
  /** Opens a stream on a response; false where there are too many already. */
  open(response: ServerResponse): boolean
  /** Ends all of them and opens no more. */
  close(): void
}

/** Streams change events to pages (server-sent events), with a sign of life in between. */
export function createEventStreams(changes: Changes, limits: Limits): EventStreams {
  const streams = new Set<ServerResponse>()
  let closed = false

  const write = (text: string) => {
    for (const stream of streams) {
      if (stream.writableLength > BEHIND) stream.destroy()
      else stream.write(text)
    }
  }
  const unsubscribe = changes.subscribe((event: ChangeEvent) => write(`data: ${JSON.stringify(event)}\n\n`))
  const heartbeat = setInterval(() => write(':\n\n'), limits.heartbeat)
  heartbeat.unref()

  return {
    open(response) {
      if (closed || streams.size >= limits.eventStreams) return false
      response.once('close', () => streams.delete(response))
      answerStream(response)
      response.write('retry: 1000\n\n')
      streams.add(response)
      return true
    },
    close() {
      closed = true
      clearInterval(heartbeat)
      unsubscribe()
      for (const stream of streams) stream.end()
    },
  }
}
