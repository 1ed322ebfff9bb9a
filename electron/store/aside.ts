import { Worker } from 'node:worker_threads'
import { type AsideTask, asideTasks, type Done } from './aside-tasks.ts'

type Answer<T extends AsideTask> =
  | { readonly done: Done<T> }
  | { readonly failed: { readonly message: string; readonly code: string } }

/** Built files lie two folders under dist, and the worker beside the code that several programs share. */
const path = import.meta.url.endsWith('.ts') ? './aside-worker.ts' : '../chunks/aside-worker.mjs'

/**
 * Does a task on a file in a thread of its own, while the service answers: to read a large one takes seconds. Where no
 * thread can be had, it is done here. Throws what the disk or SQLite reported, with its code.
 */
export async function aside<T extends AsideTask>(task: T, file: string): Promise<Done<T>> {
  const answer = await new Promise<Answer<T> | null>((resolve) => {
    const worker = new Worker(new URL(path, import.meta.url), { workerData: { task, file } })
    worker.once('message', resolve)
    worker.once('error', () => resolve(null))
    worker.once('exit', () => resolve(null))
  }).catch(() => null)
  if (answer === null) return asideTasks[task](file) as Done<T>
  if ('done' in answer) return answer.done
  const { message, code } = answer.failed
  throw Object.assign(new Error(message), { code })
}
