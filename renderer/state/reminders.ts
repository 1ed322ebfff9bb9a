import { client } from '../client/index.ts'
import { go } from './location.ts'
import { caseHref } from './route.ts'
import { toast } from './toasts.ts'

/**
 * Shows what the host has to remind of. It gives each out once, so only a page that somebody can see asks; what fails
 * stands on Today all the same.
 */
export async function showReminders(): Promise<void> {
  if (document.visibilityState !== 'visible') return
  try {
    const { show } = await client.send('reminder.due', {})
    for (const { title, body, case: ref } of show) {
      toast.reminder(title, body, ref === null ? 'Open Today' : `Open ${ref}`, () =>
        go(ref === null ? '#/today' : caseHref(ref)),
      )
    }
  } catch {
    // The host is gone, or has no workspace: the page says so itself.
  }
}
