import type { Bridge } from '../../shared/contract/bridge.ts'
import { readChangeEvent, type Transport } from './transport.ts'

/** The transport inside Electron: the preload's `window.casebook`. */
export function bridgeTransport(bridge: Bridge): Transport {
  return {
    send: (name, inputJson) => bridge.send(name, inputJson),
    listen: (listener) => {
      listener.link('up')
      return bridge.onChange((json) => {
        const event = readChangeEvent(json)
        if (event) listener.change(event)
      })
    },
  }
}
