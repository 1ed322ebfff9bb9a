import type { CDPSession } from 'playwright-core'
import { worldScripts } from './injected.ts'

export interface FromPreload {
  invoke(frameId: string, channel: string, args: readonly unknown[]): Promise<unknown>
  open(url: string): void
}

export interface PreloadLink {
  /** To the main frame's preload; lost where there is none yet, as in Electron. */
  send(channel: string, args: readonly unknown[]): void
}

const world = 'electron-preload'

/** Runs the preload in a world of its own in every document of a page, and carries what it sends and gets. */
export async function linkPreload(
  cdp: CDPSession,
  mainFrameId: string,
  source: string,
  take: FromPreload,
): Promise<PreloadLink> {
  const frameOf = new Map<number, string>()
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name === world) frameOf.set(context.id, String(context.auxData?.frameId))
  })
  cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => void frameOf.delete(executionContextId))
  cdp.on('Runtime.executionContextsCleared', () => frameOf.clear())

  // A page that is gone takes no answer; that is no failure of whoever answers.
  const give = (contextId: number, message: object) => {
    const expression = `standInTake(${JSON.stringify(message)})`
    cdp.send('Runtime.evaluate', { expression, contextId }).catch(() => {})
  }
  cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name !== 'standInSend') return
    const said: { open?: string; invoke?: number; channel?: string; args?: unknown[] } = JSON.parse(payload)
    if (said.open !== undefined) return take.open(said.open)
    const { invoke: id, channel = '', args = [] } = said
    take.invoke(frameOf.get(executionContextId) ?? '', channel, args).then(
      (value) => give(executionContextId, { id, ok: true, value }),
      (error) =>
        give(executionContextId, { id, ok: false, value: `Error invoking remote method '${channel}': ${error}` }),
    )
  })
  await cdp.send('Runtime.enable')
  await cdp.send('Runtime.addBinding', { name: 'standInSend', executionContextName: world })
  const scripts = worldScripts(source)
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.page })
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.preload, worldName: world })
  return {
    send(channel, args) {
      for (const [contextId, frameId] of frameOf) if (frameId === mainFrameId) give(contextId, { channel, args })
    },
  }
}
