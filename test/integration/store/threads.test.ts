import type { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { aside } from '../../../electron/store/aside.ts'
import type { SqliteStore } from '../../../electron/store/sqlite-store.ts'
import * as places from '../../../electron/store/thread-file.ts'
import type { ChangeSet } from '../../../shared/domain/records/change-set.ts'
import { oneCase, put, refusalOf } from '../../contract/case-store/support.ts'
import { makeActivity, makePayer, makeStep } from '../../support/records.ts'
import { openWorkspaceStore } from '../../support/sqlite-workspace.ts'

vi.mock('../../../electron/store/thread-file.ts', { spy: true })

/** Threads that are started while the work goes on. */
async function threadsOf(work: () => Promise<unknown>): Promise<number> {
  let started = 0
  const count = (_: Worker) => {
    started += 1
  }
  process.on('worker', count)
  try {
    await work()
  } finally {
    process.off('worker', count)
  }
  return started
}

async function* partsOf(...puts: readonly ChangeSet['puts'][]): AsyncGenerator<ChangeSet> {
  for (const one of puts) yield { puts: one, activity: [makeActivity()] }
}

const payer = (n: number, accountId = String(200_000_000_000 + n)): ChangeSet['puts'][number] => ({
  kind: 'payer',
  record: makePayer({ id: `payer-${n}`, accountId }),
})

async function store(): Promise<SqliteStore> {
  const made = await openWorkspaceStore()
  await put(made, oneCase)
  return made
}

function withoutThreads(): void {
  vi.mocked(places.threadFile).mockReturnValue(new URL('file:///nowhere/at-all.mjs'))
  onTestFinished(() => void vi.mocked(places.threadFile).mockReset())
}

describe.each(['in a thread', 'without one'])('a change in parts, %s', (where) => {
  const prepare = () => where === 'without one' && withoutThreads()

  it('is whole, however many parts are on their way at once', async () => {
    prepare()
    const made = await store()
    const parts = Array.from({ length: 40 }, (_, n) => [payer(n + 2)])
    const started = await threadsOf(async () => {
      expect(await made.commitParts(partsOf(...parts))).toEqual({ sequence: 40 })
    })
    // One that cannot be had is tried for, and does not become one.
    expect(started).toBe(1)
    expect((await made.payerPage({ text: '', limit: 100, after: null })).total).toBe(41)
    expect((await made.integrity()).findings).toEqual([])
  })

  it('is refused with the code and the values of what stands in its way, and nothing is left', async () => {
    prepare()
    const made = await store()
    const work = made.commitParts(partsOf([payer(2)], [payer(3, '111122223333')], [payer(4)], [payer(5)], [payer(6)]))
    expect(await refusalOf(work)).toEqual({ code: 'conflict.payer-account', params: { accountId: '111122223333' } })
    expect(await made.payer('payer-2')).toBeNull()
    await put(made, [payer(2)])
  })

  it('says what was put together wrongly, also where it shows with the last part', async () => {
    prepare()
    const made = await store()
    const work = made.commitParts(partsOf([payer(2)], [{ kind: 'step', record: makeStep() }]))
    await expect(work).rejects.toThrow('A change set puts a step of case case-1 without the case.')
    expect(await made.payer('payer-2')).toBeNull()
  })

  it('cannot begin while another program writes, and says so', { timeout: 20_000 }, async () => {
    prepare()
    const made = await store()
    const other = new Database(made.file)
    onTestFinished(() => void other.close())
    other.exec('BEGIN IMMEDIATE')
    const threads: Worker[] = []
    const note = (worker: Worker) => void threads.push(worker)
    process.on('worker', note)
    onTestFinished(() => void process.off('worker', note))
    expect(await refusalOf(made.commitParts(partsOf([payer(2)])))).toMatchObject({ code: 'store.busy' })
    // Ended, all of them: one that waited for orders would keep the program from ending.
    expect(threads.map(({ threadId }) => threadId)).toEqual([-1])
  })
})

it('the pages of a workspace are looked at in a thread, or here where none can be had', async () => {
  const made = await store()
  expect(await threadsOf(async () => expect(await aside('pageReport', made.file)).toEqual([]))).toBe(1)
  withoutThreads()
  expect(await aside('pageReport', made.file)).toEqual([])
  await expect(aside('pageReport', `${made.file}-gone`)).rejects.toMatchObject({ code: 'SQLITE_CANTOPEN' })
})
