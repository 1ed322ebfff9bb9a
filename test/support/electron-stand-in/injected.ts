/**
 * What runs inside the page. These functions are injected as text, so each is self-contained: it uses its arguments and
 * what every page has, and nothing of this file.
 */

/** A value on its way from one world of the page to the other. The two share the window and not one object. */
type Packed =
  | { readonly is: 'plain'; readonly value?: unknown }
  | { readonly is: 'function' | 'promise'; readonly id: number }
  | { readonly is: 'object'; readonly entries: Readonly<Record<string, Packed>> }
  | { readonly is: 'error'; readonly name: string; readonly message: string }

export interface Wire {
  pack(value: unknown): Packed
  unpack(packed: Packed): unknown
  tell(what: string, value: unknown): void
}

/**
 * One end of the wire between the preload's world and the page's, the same text at both ends. Messages are events on
 * the window, which are heard at once: that is what makes a call from one world into the other return its value.
 */
export function openWire(here: string, there: string, heard: (what: string, value: unknown) => void): Wire {
  interface Message {
    readonly tell?: string
    readonly call?: number
    readonly reply?: number
    readonly settle?: number
    readonly id?: number
    readonly ok?: boolean
    readonly value?: Packed
    readonly args?: readonly Packed[]
  }
  const functions = new Map<number, (...args: unknown[]) => unknown>()
  const promises = new Map<number, { resolve(value: unknown): void; reject(reason: unknown): void }>()
  const replies = new Map<number, Message>()
  let last = 0

  const send = (message: Message) =>
    window.dispatchEvent(new CustomEvent(`stand-in:${there}`, { detail: JSON.stringify(message) }))

  const pack = (value: unknown): Packed => {
    if (value === undefined) return { is: 'plain' }
    if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return { is: 'plain', value }
    if (value instanceof Error) return { is: 'error', name: value.name, message: value.message }
    last += 1
    const id = last
    if (typeof value === 'function') {
      functions.set(id, value as (...args: unknown[]) => unknown)
      return { is: 'function', id }
    }
    if (value instanceof Promise) {
      value.then(
        (kept) => send({ settle: id, ok: true, value: pack(kept) }),
        (thrown) => send({ settle: id, ok: false, value: pack(thrown) }),
      )
      return { is: 'promise', id }
    }
    if (Object.getPrototypeOf(value) !== Object.prototype) throw new Error('The stand-in carries no such value.')
    return { is: 'object', entries: Object.fromEntries(Object.entries(value).map(([k, v]) => [k, pack(v)])) }
  }

  const unpack = (packed: Packed): unknown => {
    if (packed.is === 'plain') return packed.value
    if (packed.is === 'error') return Object.assign(new Error(packed.message), { name: packed.name })
    if (packed.is === 'promise') {
      return new Promise((resolve, reject) => promises.set(packed.id, { resolve, reject }))
    }
    if (packed.is === 'object') {
      return Object.freeze(Object.fromEntries(Object.entries(packed.entries).map(([k, v]) => [k, unpack(v)])))
    }
    return (...args: unknown[]) => {
      last += 1
      const id = last
      send({ call: packed.id, id, args: args.map(pack) })
      const reply = replies.get(id)
      replies.delete(id)
      if (reply?.value === undefined) throw new Error('The other world is gone.')
      const value = unpack(reply.value)
      if (reply.ok) return value
      throw value
    }
  }

  const run = ({ call = 0, id = 0, args = [] }: Message) => {
    try {
      send({ reply: id, ok: true, value: pack(functions.get(call)?.(...args.map(unpack))) })
    } catch (thrown) {
      send({ reply: id, ok: false, value: pack(thrown) })
    }
  }

  window.addEventListener(`stand-in:${here}`, (event) => {
    event.stopImmediatePropagation()
    const message: Message = JSON.parse((event as CustomEvent<string>).detail)
    if (message.call !== undefined) run(message)
    else if (message.reply !== undefined) replies.set(message.reply, message)
    else if (message.settle !== undefined && message.value !== undefined) {
      const value = unpack(message.value)
      promises.get(message.settle)?.[message.ok ? 'resolve' : 'reject'](value)
      promises.delete(message.settle)
    } else if (message.tell !== undefined && message.value !== undefined) heard(message.tell, unpack(message.value))
  })

  return { pack, unpack, tell: (what, value) => void send({ tell: what, value: pack(value) }) }
}

/** In the page's own world, before any of its scripts: takes what the preload exposes, and reports new windows. */
export function pageWorld(open: typeof openWire): void {
  if (window !== window.top) return
  const wire = open('page', 'preload', (what, value) => {
    if (what !== 'expose') return
    const { name, api } = value as { name: string; api: unknown }
    if (Object.hasOwn(window, name)) return
    Object.defineProperty(window, name, { value: api, enumerable: true, writable: false, configurable: false })
  })
  window.open = (url) => {
    wire.tell('open', new URL(url ?? 'about:blank', document.baseURI).href)
    return null
  }
  wire.tell('hello', true)
}

/** In the preload's world: `require('electron')`, and the two ways to and from the main process. */
export function preloadWorld(
  open: typeof openWire,
  preload: (require: (name: string) => unknown, module: object, exports: object) => void,
): void {
  if (window !== window.top) return
  type Listener = (event: object, ...args: unknown[]) => void
  const exposed = new Map<string, unknown>()
  const waiting = new Map<number, { resolve(value: unknown): void; reject(reason: unknown): void }>()
  const listeners = new Map<string, Set<Listener>>()
  const out = (globalThis as unknown as { standInSend(text: string): void }).standInSend
  let last = 0

  const wire = open('preload', 'page', (what, value) => {
    if (what === 'hello') for (const [name, api] of exposed) wire.tell('expose', { name, api })
    if (what === 'open') out(JSON.stringify({ open: value }))
  })

  const only = (part: string, own: object) =>
    new Proxy(own, {
      get: (target, key) => {
        if (key in target) return Reflect.get(target, key)
        throw new Error(`The stand-in for Electron has no ${part}.${String(key)}.`)
      },
    })
  const electron = only('electron', {
    contextBridge: only('contextBridge', {
      exposeInMainWorld(name: string, api: unknown) {
        exposed.set(name, api)
        wire.tell('expose', { name, api })
      },
    }),
    ipcRenderer: only('ipcRenderer', {
      invoke(channel: string, ...args: unknown[]) {
        if (args.some((arg) => arg === null || !['string', 'number', 'boolean'].includes(typeof arg))) {
          throw new Error('The stand-in sends plain values only.')
        }
        last += 1
        const id = last
        return new Promise((resolve, reject) => {
          waiting.set(id, { resolve, reject })
          out(JSON.stringify({ invoke: id, channel, args }))
        })
      },
      on(channel: string, listener: Listener) {
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
      },
      off(channel: string, listener: Listener) {
        listeners.get(channel)?.delete(listener)
      },
    }),
  })

  Object.assign(globalThis, {
    standInTake(message: { id?: number; ok?: boolean; value?: unknown; channel?: string; args?: unknown[] }) {
      if (message.id !== undefined) {
        const settle = waiting.get(message.id)
        waiting.delete(message.id)
        if (message.ok) settle?.resolve(message.value)
        else settle?.reject(new Error(String(message.value)))
      } else {
        const { channel = '', args = [] } = message
        for (const listener of [...(listeners.get(channel) ?? [])]) listener({}, ...args)
      }
    },
  })
  const module = { exports: {} }
  preload(
    (name) => {
      if (name === 'electron') return electron
      throw new Error(`A sandboxed preload may not require “${name}”.`)
    },
    module,
    module.exports,
  )
}

/** The text that each world begins with. */
export const worldScripts = (preloadSource: string) => ({
  page: `(${pageWorld})(${openWire})`,
  preload: `(${preloadWorld})(${openWire}, function (require, module, exports) {\n${preloadSource}\n})`,
})
