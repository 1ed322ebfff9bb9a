import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Client } from '../../../../renderer/client/client.ts'
import { OperationError } from '../../../../renderer/client/operation-error.ts'
import { createQueryStore, SLOW_AFTER } from '../../../../renderer/state/query-store.ts'
import { pendingStore } from '../../../../renderer/state/readiness.ts'

interface Question {
  readonly input: unknown
  readonly answer: (profiles: readonly string[]) => void
  readonly fail: (error: unknown) => void
}

const FROM_COMMAND = { name: 'from the command', kind: 'keys', accountId: null, roleName: null, signIn: null } as const

/** A client whose answers come when, and in the order in which, the test gives them. */
function slowClient() {
  const questions: Question[] = []
  const client = {
    send: (_name: string, input: unknown) =>
      new Promise((resolve, reject) => {
        questions.push({ input, answer: (profiles) => resolve({ profiles }), fail: reject })
      }),
    listen: () => () => {},
  } as unknown as Client
  return { questions, store: createQueryStore(client, 'profile.list') }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a query store', () => {
  test('takes the answer of the newest question, whichever comes first', async () => {
    const { questions, store } = slowClient()
    const first = store.getState().load({})
    const second = store.getState().load({})
    questions[1]?.answer(['new'])
    questions[0]?.answer(['old'])
    await Promise.all([first, second])
    expect(store.getState().data).toEqual({ profiles: ['new'] })
  })

  test('says that it loads only when a first answer has been missing for 150 ms', async () => {
    const { questions, store } = slowClient()
    const loaded = store.getState().load({})
    vi.advanceTimersByTime(SLOW_AFTER - 1)
    expect(store.getState().slow).toBe(false)
    vi.advanceTimersByTime(1)
    expect(store.getState().slow).toBe(true)
    questions[0]?.answer([])
    await loaded
    expect(store.getState().slow).toBe(false)
  })

  test('asks once more, however often it is told meanwhile that its answer is old', async () => {
    const { questions, store } = slowClient()
    const loaded = store.getState().load({})
    questions[0]?.answer(['first'])
    await loaded
    const refreshed = [store.getState().refresh(), store.getState().refresh(), store.getState().refresh()]
    questions[1]?.answer(['between'])
    await vi.waitFor(() => expect(questions).toHaveLength(3))
    questions[2]?.answer(['newest'])
    await Promise.all(refreshed)
    expect(questions).toHaveLength(3)
    expect(store.getState().data).toEqual({ profiles: ['newest'] })
  })

  test('keeps its answer once it is left, and asks no more before it is loaded again', async () => {
    const { questions, store } = slowClient()
    const loaded = store.getState().load({})
    questions[0]?.answer(['seen'])
    await loaded
    store.getState().leave()
    await store.getState().refresh()
    expect(questions).toHaveLength(1)
    expect(store.getState().data).toEqual({ profiles: ['seen'] })

    const again = store.getState().load({})
    questions[1]?.answer(['seen'])
    await again
    void store.getState().refresh()
    expect(questions).toHaveLength(3)
  })

  test('keeps what it shows while it asks again, and never calls that loading', async () => {
    const { questions, store } = slowClient()
    const loaded = store.getState().load({})
    questions[0]?.answer(['a'])
    await loaded
    const refreshed = store.getState().refresh()
    vi.advanceTimersByTime(SLOW_AFTER * 10)
    expect(store.getState()).toMatchObject({ data: { profiles: ['a'] }, slow: false })
    questions[1]?.answer(['b'])
    await refreshed
    expect(store.getState().data).toEqual({ profiles: ['b'] })
  })

  test('shows a failure beside the old data, and forgets it with the next answer', async () => {
    const { questions, store } = slowClient()
    const loaded = store.getState().load({})
    questions[0]?.answer(['a'])
    await loaded
    const failed = store.getState().refresh()
    questions[1]?.fail(OperationError.ofClient('client.offline'))
    await failed
    expect(store.getState().data).toEqual({ profiles: ['a'] })
    expect(store.getState().error?.code).toBe('client.offline')
    const again = store.getState().refresh()
    questions[2]?.answer(['b'])
    await again
    expect(store.getState().error).toBeNull()
  })

  test('lets a command’s answer win over a question that was still under way', async () => {
    const { questions, store } = slowClient()
    const loaded = store.getState().load({})
    store.getState().put({ profiles: [FROM_COMMAND] })
    questions[0]?.answer(['older'])
    await loaded
    expect(store.getState().data).toEqual({ profiles: [FROM_COMMAND] })
  })

  test('drops the data of another subject where it is told to', async () => {
    const { questions, store } = slowClient()
    const loaded = store.getState().load({})
    questions[0]?.answer(['a'])
    await loaded
    void store.getState().load({}, { keep: false })
    expect(store.getState().data).toBeNull()
  })

  test('does not ask again before it has been asked once', async () => {
    const { questions, store } = slowClient()
    await store.getState().refresh()
    expect(questions).toHaveLength(0)
  })

  test('holds the screen unready until its first answer or failure is there', async () => {
    const { questions, store } = slowClient()
    const before = pendingStore.getState().pending
    const loaded = store.getState().load({})
    expect(pendingStore.getState().pending).toBe(before + 1)
    questions[0]?.fail(new Error('anything'))
    await loaded
    expect(pendingStore.getState().pending).toBe(before)
    expect(store.getState().error?.code).toBe('client.unexpected')
  })
})
