import { client } from '../client/index.ts'
import { toast } from './toasts.ts'

/** Takes the operator's own last change back, or makes it again, and says which one it was. */
export async function undo(which: 'undo.last' | 'undo.redo'): Promise<void> {
  try {
    const { sentence } = await client.send(which, {})
    toast.done(which === 'undo.last' ? `Undone: ${sentence}` : `Done again: ${sentence}`)
  } catch (thrown) {
    toast.failed(thrown)
  }
}
