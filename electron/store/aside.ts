import { Worker } from 'node:worker_threads'
import { errorOf, type Failure } from './aside-failure.ts'
import { type AsideTask, asideTasks, type Done } from './aside-tasks.ts'
import { type ThreadData, threadFile } from './thread-file.ts'

export type Answer<T extends AsideTask> = { readonly done: Done<T> } | { readonly failed: Failure }

/**
 * Does a task on a file in a thread of its own, while the service answers: to read a large one takes seconds. Where no
 * thread can be had, it is done here. Throws what the disk or SQLite reported, with its code.
 */
export async function aside<T extends AsideTask>(task: T, file: string): Promise<Done<T>> {
  const answer = await new Promise<Answer<T> | null>((resolve) => {
    const workerData: ThreadData = { task, file }
    const worker = new Worker(threadFile(), { workerData })
    worker.once('message', resolve)
    worker.once('error', () => resolve(null))
    worker.once('exit', () => resolve(null))
  }).catch(() => null)
  if (answer === null) return asideTasks[task](file) as Done<T>
  if ('done' in answer) return answer.done
  throw errorOf(answer.failed)
}
