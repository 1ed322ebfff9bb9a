import { Worker } from 'node:worker_threads'
import { type FinishedCopy, finishCopy } from './finish-copy.ts'

type Answer = { readonly done: FinishedCopy } | { readonly failed: { readonly message: string; readonly code: string } }

/** Built files lie two folders under dist, and the worker beside the code that several programs share. */
const path = import.meta.url.endsWith('.ts') ? './finish-copy-worker.ts' : '../chunks/finish-copy-worker.mjs'

/**
 * The same while the service answers: reading back a large copy takes seconds. Where no thread can be had, it is done
 * here. Throws what the disk or SQLite reported, with its code.
 */
export async function finishCopyAside(file: string): Promise<FinishedCopy> {
  const answer = await new Promise<Answer | null>((resolve) => {
    const worker = new Worker(new URL(path, import.meta.url), { workerData: file })
    worker.once('message', resolve)
    worker.once('error', () => resolve(null))
    worker.once('exit', () => resolve(null))
  }).catch(() => null)
  if (answer === null) return finishCopy(file)
  if ('done' in answer) return answer.done
  const { message, code } = answer.failed
  throw Object.assign(new Error(message), { code })
}
