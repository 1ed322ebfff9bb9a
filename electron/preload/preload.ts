import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../../shared/contract/bridge.ts'
import { channels } from '../../shared/contract/channels.ts'
import { operationNames } from '../../shared/contract/operation-names.ts'

/** The whole surface between page and host. Nothing of Electron itself reaches the page, not even an event object. */
const bridge: Bridge = {
  async send(name, inputJson) {
    if (typeof name !== 'string' || !Object.hasOwn(operationNames, name))
      throw new TypeError('Not a declared operation.')
    if (typeof inputJson !== 'string') throw new TypeError('Input is JSON text.')
    return ipcRenderer.invoke(channels.send, name, inputJson)
  },
  onChange(listener) {
    if (typeof listener !== 'function') throw new TypeError('A listener is a function.')
    const heard = (_: unknown, eventJson: string) => listener(eventJson)
    ipcRenderer.on(channels.change, heard)
    return () => {
      ipcRenderer.off(channels.change, heard)
    }
  },
}

contextBridge.exposeInMainWorld('casebook', bridge)
