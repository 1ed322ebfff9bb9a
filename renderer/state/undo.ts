import { client } from '../client/index.ts'
import { toast } from './toasts.ts'

/** Takes a certain change back, such as the one a message speaks of. Answers whether it was taken back. */
export async function undoChange(sequence: number): Promise<boolean> {
  try {
    const { sentence } = await client.send('undo.change', { sequence })
    toast.done(`Undone: ${sentence}`)
    return true
  } catch (thrown) {
    toast.failed(thrown)
    return false
  }
}

/** Takes the operator's own last change back, or makes it again, and says which one it was. */
export async function undo(which: 'undo.last' | 'undo.redo'): Promise<void> {
  try {
    const { sentence } = await client.send(which, {})
    toast.done(which === 'undo.last' ? `Undone: ${sentence}` : `Done again: ${sentence}`)
  } catch (thrown) {
    toast.failed(thrown)
  }
}

/** Says what was done. Where it changed something, exactly that change can be taken back from the message. */
export function sayChanged(said: string, sequence: number | null): void {
  if (sequence === null) toast.done(said)
  else toast.undoable(said, () => void undoChange(sequence))
}
