import { create } from 'zustand'

/** Where this window last wrote the bundle of each case, by its ID: what is attached to a mail lies there. */
export const useWrittenBundles = create<Readonly<Record<string, string>>>()(() => ({}))
