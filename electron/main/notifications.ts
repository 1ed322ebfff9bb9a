import type { NotificationConstructorOptions } from 'electron'
import type { Notification, Notifier } from '../services/notifier-port.ts'

/** As much of Electron’s notification as is used here. */
interface Shown {
  on(event: 'click', heard: () => void): unknown
  on(event: 'action', heard: () => void): unknown
  on(event: 'close', heard: () => void): unknown
  show(): void
  close(): void
}

export interface NotificationMaker {
  isSupported(): boolean
  create(options: NotificationConstructorOptions): Shown
}

export interface NotificationActions {
  /** Whether somebody is looking at the window: the page tells of it by itself then. */
  isInFront(): boolean
  /** Shows a screen; a click changes nothing. */
  open(hash: string): void
}

/**
 * Shows reminders as notifications of the system. A click, or the button where the system has one, opens the case.
 * They are held until they are closed: Electron forgets the click of one that nobody holds.
 */
export function createNotifier(make: NotificationMaker, actions: NotificationActions): Notifier {
  const shown = new Map<string, Shown>()
  return {
    notify({ id, title, body, action, caseRef }: Notification) {
      if (!make.isSupported() || actions.isInFront()) return
      shown.get(id)?.close()
      const buttons = action === null ? [] : [{ type: 'button', text: action } as const]
      const notification = make.create({ id, title, body, actions: buttons })
      const open = () => actions.open(caseRef === null ? '#/today' : `#/cases/${caseRef}`)
      const forget = () => {
        if (shown.get(id) === notification) shown.delete(id)
      }
      notification.on('click', () => {
        forget()
        open()
      })
      notification.on('action', open)
      notification.on('close', forget)
      shown.set(id, notification)
      notification.show()
    },
  }
}
