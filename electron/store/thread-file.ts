import type { AsideTask } from './aside-tasks.ts'

/** What the program of a thread is told. */
export interface ThreadData {
  readonly task: AsideTask | 'takeParts'
  readonly file: string
}

/**
 * Where the program for threads lies. Built files lie two folders under dist, and it beside the code that several programs
 * share.
 */
export function threadFile(): URL {
  const path = import.meta.url.endsWith('.ts') ? './aside-worker.ts' : '../chunks/aside-worker.mjs'
  return new URL(path, import.meta.url)
}
