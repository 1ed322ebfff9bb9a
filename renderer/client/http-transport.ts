import { OperationError } from './operation-error.ts'
import { readChangeEvent, type Transport } from './transport.ts'

/** The part of EventSource this transport uses. */
export interface EventStream {
  onopen: ((event: Event) => void) | null
  onerror: ((event: Event) => void) | null
  onmessage: ((event: MessageEvent<string>) => void) | null
  readonly readyState: number
  close(): void
}

export interface HttpParts {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly openStream: (url: string) => EventStream
  /** Runs the callback later and gives back the function that cancels it. */
  readonly later: (run: () => void, milliseconds: number) => () => void
}

const CLOSED = 2
const RECONNECT_AFTER = 2_000

/** The transport in a browser: the loopback host, same origin, session cookie. URLs are relative to the page. */
export function httpTransport(parts: HttpParts): Transport {
  return {
    async send(name, inputJson) {
      let response: Response
      try {
        response = await parts.fetch(`rpc/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: inputJson,
          credentials: 'same-origin',
          cache: 'no-store',
        })
      } catch {
        throw OperationError.ofClient('client.offline')
      }
      // A refusal of an operation is a reply like any other; only the door itself answers without an envelope.
      if (response.status === 401 || response.status === 403) {
        const text = await response.text().catch(() => '')
        if (text.startsWith('{"ok"')) return text
        throw OperationError.ofClient('client.session')
      }
      return response.text().catch(() => {
        throw OperationError.ofClient('client.offline')
      })
    },

    listen(listener) {
      let stream: EventStream
      let cancel = () => {}
      const open = () => {
        stream = parts.openStream('events')
        stream.onopen = () => listener.link('up')
        stream.onmessage = (message) => {
          const event = readChangeEvent(message.data)
          if (event) listener.change(event)
        }
        stream.onerror = () => {
          listener.link('down')
          // The browser retries by itself, except after an answer that was no event stream.
          if (stream.readyState === CLOSED) cancel = parts.later(open, RECONNECT_AFTER)
        }
      }
      open()
      return () => {
        cancel()
        stream.close()
      }
    },
  }
}

export const browserParts: HttpParts = {
  fetch: (url, init) => fetch(url, init),
  openStream: (url) => new EventSource(url),
  later: (run, milliseconds) => {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}
