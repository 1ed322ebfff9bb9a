import { useRequests } from '../../state/queries.ts'
import { toast } from '../../state/toasts.ts'
import { type Submit, useSubmit } from '../../state/use-submit.ts'

interface RequestChange extends Pick<Submit, 'busy' | 'error'> {
  /** Sends the change; once it is done the requests are asked for again, `said` is told, and the dialog closes. */
  change(send: () => Promise<unknown>, said: string): Promise<void>
}

/** What the dialogs of a request have in common. A refusal leaves the dialog open, with the reason in `error`. */
export function useRequestChange(onClose: () => void): RequestChange {
  const { run, busy, error } = useSubmit()
  return {
    busy,
    error,
    change: async (send, said) => {
      const isDone = await run(async () => {
        await send()
        await useRequests.getState().refresh()
        toast.done(said)
      })
      if (isDone) onClose()
    },
  }
}
