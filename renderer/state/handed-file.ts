import { create } from 'zustand'
import type { OutputOf } from '../../shared/contract/index.ts'
import { asOperationError, client, type OperationError } from '../client/index.ts'

export type HandedFile = NonNullable<OutputOf<'host.take-handed'>>

interface Handed {
  /** A handover file that the app was opened with, from the file manager; null where none waits. */
  readonly file: HandedFile | null
  /** Why one that was opened could not be read. */
  readonly error: OperationError | null
  /** Asks the host, which gives each file once. */
  look(): Promise<void>
  /** The screen has it now. */
  clear(): void
}

export const useHandedFile = create<Handed>()((set) => ({
  file: null,
  error: null,
  look: async () => {
    try {
      const file = await client.send('host.take-handed', {})
      if (file !== null) set({ file, error: null })
    } catch (thrown) {
      set({ error: asOperationError(thrown) })
    }
  },
  clear: () => set({ file: null, error: null }),
}))
