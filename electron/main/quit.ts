import type { App } from 'electron'

/**
 * Holds the end of the app back until everything that runs has ended and the store is closed.
 * @param drain called once; a failure of it does not keep the app from ending
 */
export function drainBeforeQuit(app: Pick<App, 'on' | 'quit'>, drain: () => Promise<void>): void {
  let state: 'running' | 'draining' | 'drained' = 'running'
  app.on('will-quit', (event) => {
    if (state === 'drained') return
    event.preventDefault()
    if (state === 'draining') return
    state = 'draining'
    const end = () => {
      state = 'drained'
      app.quit()
    }
    drain().then(end, end)
  })
}
