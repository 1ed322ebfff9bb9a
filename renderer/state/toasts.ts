import { Toast } from '@base-ui/react/toast'
import { asOperationError } from '../client/index.ts'
import { useMessageList } from './messages.ts'

/** Toasts from anywhere; the viewport in the shell shows and announces them. */
export const toastManager = Toast.createToastManager()

/** One is shown and these wait behind it. Older ones are put away: in a list nobody sees they would only take room. */
const MOST = 4

/** Those that are there, oldest first. */
let there: readonly string[] = []

/** Shows a toast, and puts away those beyond the newest few; what they told stays in the list of messages. */
function add(options: Parameters<typeof toastManager.add>[0]): string {
  const id = toastManager.add({
    ...options,
    onRemove: () => {
      there = there.filter((one) => one !== id)
    },
  })
  const all = [...there.filter((one) => one !== id), id]
  for (const old of all.slice(0, -MOST)) toastManager.close(old)
  there = all.slice(-MOST)
  return id
}

export const toast = {
  /** Puts away all that are there; those that tell more than what was done stay in the list of messages. */
  putAway(): void {
    toastManager.close()
  },
  /** Says that something was done. */
  done(title: string, description?: string): void {
    // The same word twice is said once, for longer.
    add({
      id: title,
      title,
      type: 'done',
      timeout: 4_000,
      ...(description === undefined ? {} : { description }),
    })
  },
  /** Says that something was done, and offers to take it back. */
  undoable(title: string, undo: () => void): void {
    const id = add({
      title,
      type: 'done',
      timeout: 10_000,
      actionProps: {
        children: 'Undo',
        onClick: () => {
          toastManager.close(id)
          undo()
        },
      },
    })
  },
  /** Says what has fallen due, and leads there. It stays long enough to be read, and stands on Today in any case. */
  reminder(title: string, description: string, label: string, open: () => void): void {
    useMessageList.getState().keep({ kind: 'reminder', title, description, open })
    const id = add({
      title,
      description,
      type: 'reminder',
      timeout: 30_000,
      actionProps: {
        children: label,
        onClick: () => {
          toastManager.close(id)
          open()
        },
      },
    })
  },
  /** Tells what came to pass on AWS by itself, and leads there. What went wrong stays until it is closed. */
  news(title: string, description: string, good: boolean, open: () => void): void {
    useMessageList.getState().keep({ kind: good ? 'news' : 'failed', title, description, open })
    const id = add({
      title,
      description,
      type: good ? 'done' : 'failed',
      timeout: good ? 10_000 : 0,
      actionProps: {
        children: 'Open',
        onClick: () => {
          toastManager.close(id)
          open()
        },
      },
    })
  },
  /** Says that something failed, where no field could say it in place. Stays until it is closed. */
  failed(thrown: unknown): void {
    const error = asOperationError(thrown)
    useMessageList.getState().keep({ kind: 'failed', title: error.message, description: error.remedy, open: null })
    add({
      id: error.code,
      title: error.message,
      description: error.remedy,
      type: 'failed',
      timeout: 0,
    })
  },
}
