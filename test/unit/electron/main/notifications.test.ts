import { EventEmitter } from 'node:events'
import type { NotificationConstructorOptions } from 'electron'
import { expect, it } from 'vitest'
import { createNotifier } from '../../../../electron/main/notifications.ts'

const due = { id: 'w1', title: 'Aurora (C-42)', body: 'Time to look.', action: 'Open C-42', caseRef: 'C-42' }

function desktop(own: { readonly isSupported?: boolean; readonly isInFront?: boolean } = {}) {
  const made: (EventEmitter & { options: NotificationConstructorOptions; isShown: boolean })[] = []
  const opened: string[] = []
  class Made extends EventEmitter {
    isShown = false
    readonly options: NotificationConstructorOptions
    constructor(options: NotificationConstructorOptions) {
      super()
      this.options = options
      made.push(this)
    }
    show() {
      this.isShown = true
    }
    close() {
      this.isShown = false
      this.emit('close', {})
    }
  }
  const notifier = createNotifier(
    { isSupported: () => own.isSupported ?? true, create: (options) => new Made(options) },
    { isInFront: () => own.isInFront ?? false, open: (hash) => opened.push(hash) },
  )
  return { notifier, made, opened }
}

it('shows a reminder with what it is about, and a button where the system has one', () => {
  const { notifier, made } = desktop()
  notifier.notify(due)
  expect(made[0]?.isShown).toBe(true)
  expect(made[0]?.options).toEqual({
    id: 'w1',
    title: 'Aurora (C-42)',
    body: 'Time to look.',
    actions: [{ type: 'button', text: 'Open C-42' }],
  })
})

it('opens the case by a click and by the button, and does nothing else', () => {
  const { notifier, made, opened } = desktop()
  notifier.notify(due)
  made[0]?.emit('click', {})
  made[0]?.emit('action', {}, 0)
  expect(opened).toEqual(['#/cases/C-42', '#/cases/C-42'])
})

it('leads to Today where it is about many', () => {
  const { notifier, made, opened } = desktop()
  notifier.notify({ ...due, id: 'digest', action: null, caseRef: null })
  expect(made[0]?.options.actions).toEqual([])
  made[0]?.emit('click', {})
  expect(opened).toEqual(['#/today'])
})

it('replaces what stands there under the same id, and leaves others', () => {
  const { notifier, made } = desktop()
  notifier.notify(due)
  notifier.notify({ ...due, id: 'w2' })
  notifier.notify({ ...due, body: 'Time to chase.' })
  expect(made.map(({ isShown }) => isShown)).toEqual([false, true, true])
})

it('closes nothing twice: one that was clicked or closed is forgotten', () => {
  const { notifier, made } = desktop()
  notifier.notify(due)
  made[0]?.emit('close', {})
  if (made[0]) made[0].isShown = true
  notifier.notify(due)
  expect(made[0]?.isShown).toBe(true)
})

it('stays silent where the window is looked at, and where the system has no notifications', () => {
  const inFront = desktop({ isInFront: true })
  const none = desktop({ isSupported: false })
  inFront.notifier.notify(due)
  none.notifier.notify(due)
  expect([...inFront.made, ...none.made]).toEqual([])
})
