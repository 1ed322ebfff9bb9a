/** Bytes written after which a file is synced while more is written. */
const EVERY = 64 * 1024 * 1024

/** Syncs a file that is being written, aside and one time after the other. */
export interface SyncingAside {
  /** So many bytes more were written. */
  wrote(bytes: number): void
  /** Whether all that was written is on the disk, or could not be put there; begins what is missing for it. */
  isSynced(): boolean
  /** Resolves once no sync is under way. Rejects with what the disk said. */
  ended(): Promise<void>
}

/** @param sync puts on the disk what was written to the file so far */
export function syncingAside(sync: () => Promise<void>): SyncingAside {
  let unsynced = 0
  let fault: { readonly thrown: unknown } | null = null
  let running: Promise<void> | null = null

  function begin(): void {
    if (running !== null || fault !== null) return
    unsynced = 0
    running = sync()
      .catch((thrown: unknown) => {
        fault = { thrown }
      })
      .finally(() => {
        running = null
      })
  }

  return {
    wrote(bytes) {
      unsynced += bytes
      if (unsynced >= EVERY) begin()
    },
    isSynced() {
      if (unsynced > 0) begin()
      return fault !== null || (running === null && unsynced === 0)
    },
    async ended() {
      await running
      if (fault !== null) throw fault.thrown
    },
  }
}
