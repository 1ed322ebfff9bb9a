import { EventEmitter } from 'node:events'
import type { App } from 'electron'
import { expect, it } from 'vitest'
import { drainBeforeQuit } from '../../../../electron/main/quit.ts'

/** Quits as Electron does: asks, and ends unless somebody holds it back. */
function quittingApp() {
  const events = new EventEmitter()
  let ended = 0
  const quit = () => {
    let held = false
    const preventDefault = () => {
      held = true
    }
    events.emit('will-quit', { preventDefault })
    if (!held) ended++
  }
  return { app: { on: events.on.bind(events), quit } as unknown as App, quit, ended: () => ended }
}

it.each([
  ['once what runs has ended', (release: () => void) => release()],
  ['also where that fails', (_: () => void, fail: () => void) => fail()],
])('ends the app %s, and asks for it once', async (_when, settle) => {
  const { app, quit, ended } = quittingApp()
  let drains = 0
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  drainBeforeQuit(app, () => {
    drains++
    return promise
  })
  quit()
  quit()
  expect([drains, ended()]).toEqual([1, 0])
  settle(resolve, () => reject(new Error('the disk is gone')))
  await promise.catch(() => {})
  await new Promise(setImmediate)
  expect([drains, ended()]).toEqual([1, 1])
})
