import { Worker } from 'node:worker_threads'
import type { ChangeSet } from '../../shared/domain/records/change-set.ts'
import type { Committed } from '../services/ports.ts'
import { errorOf, type Failure } from './aside-failure.ts'
import { withFaultsAsync } from './faults.ts'
import { PartsWriter } from './parts-writer.ts'
import { type ThreadData, threadFile } from './thread-file.ts'

export type Order = ChangeSet | 'end' | 'close'
/** One for each order in turn, and one before them all: that the file is open. */
export type Answer = { readonly done: Committed | null } | { readonly failed: Failure }

const NO_THREAD = 'ERR_NO_THREAD'
/** Parts that are on their way while the next is made: enough that neither waits for the other. */
const AHEAD = 3

/**
 * Writes a change part by part in one transaction, in a thread of its own: here the parts are made meanwhile, and others
 * are answered. Where no thread can be had, it is written here.
 */
export async function commitParts(file: string, parts: AsyncIterable<ChangeSet>): Promise<Committed> {
  return withFaultsAsync(file, async () => {
    const writer = (await PartsThread.open(file)) ?? new PartsWriter(file)
    try {
      for await (const part of parts) await writer.add(part)
      return await writer.end()
    } finally {
      await writer.close()
    }
  })
}

/** A PartsWriter in another thread. */
class PartsThread {
  readonly #worker: Worker
  readonly #open: ((answer: Answer) => void)[] = []
  readonly #taken: Promise<Answer>[] = []

  private constructor(worker: Worker) {
    this.#worker = worker
    worker.on('message', (answer: Answer) => this.#open.shift()?.(answer))
    const gone = () => {
      const failed = { message: 'The thread that wrote has ended.', code: NO_THREAD, refusal: null }
      for (const resolve of this.#open.splice(0)) resolve({ failed })
    }
    worker.on('error', gone)
    worker.on('exit', gone)
  }

  /** Null where there is none. Throws what opening the file met. */
  static async open(file: string): Promise<PartsThread | null> {
    const workerData: ThreadData = { task: 'takeParts', file }
    const thread = new PartsThread(new Worker(threadFile(), { workerData }))
    const answer = await thread.#answered()
    if ('done' in answer) return thread
    // It would wait for orders, and keep the program from ending.
    await thread.#worker.terminate()
    if (answer.failed.code === NO_THREAD) return null
    throw errorOf(answer.failed)
  }

  async add(part: ChangeSet): Promise<void> {
    this.#taken.push(this.#order(part))
    if (this.#taken.length > AHEAD) await this.#next()
  }

  async end(): Promise<Committed> {
    while (this.#taken.length > 0) await this.#next()
    const answer = await this.#order('end')
    if ('failed' in answer) throw errorOf(answer.failed)
    return answer.done ?? { sequence: 0 }
  }

  async close(): Promise<void> {
    await Promise.all(this.#taken)
    await this.#order('close')
    await this.#worker.terminate()
  }

  async #next(): Promise<void> {
    const answer = await this.#taken.shift()
    if (answer && 'failed' in answer) throw errorOf(answer.failed)
  }

  #order(order: Order): Promise<Answer> {
    const answered = this.#answered()
    this.#worker.postMessage(order)
    return answered
  }

  #answered(): Promise<Answer> {
    return new Promise((resolve) => this.#open.push(resolve))
  }
}
