import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createEventStreams } from '../../../../electron/headless/event-streams.ts'
import { usualLimits } from '../../../../electron/headless/limits.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function page() {
  const own = { writableLength: 0, writeHead: vi.fn(), write: vi.fn(), end: vi.fn(), destroy: vi.fn() }
  return Object.assign(new EventEmitter(), own)
}

function streams(limits = {}) {
  let subscribed = true
  const unsubscribe = () => {
    subscribed = false
  }
  const opened = createEventStreams({ emit: () => {}, subscribe: () => unsubscribe }, { ...usualLimits, ...limits })
  return {
    open: (response: object) => opened.open(response as ServerResponse),
    close: opened.close,
    isSubscribed: () => subscribed,
  }
}

it('has room again once a page is gone', () => {
  const { open } = streams({ eventStreams: 1 })
  const first = page()
  expect(open(first)).toBe(true)
  expect(open(page())).toBe(false)
  first.emit('close')
  expect(open(page())).toBe(true)
})

it('gives a sign of life as often as it says', () => {
  const { open } = streams({ heartbeat: 1_000 })
  const one = page()
  open(one)
  one.write.mockClear()
  vi.advanceTimersByTime(3_000)
  expect(one.write.mock.calls).toEqual([[':\n\n'], [':\n\n'], [':\n\n']])
})

it('leaves nothing behind when it closes: no stream, no timer, no subscription, no new page', () => {
  const { open, close, isSubscribed } = streams()
  const one = page()
  open(one)
  close()
  expect(one.end).toHaveBeenCalledOnce()
  expect(vi.getTimerCount()).toBe(0)
  expect(isSubscribed()).toBe(false)
  expect(open(page())).toBe(false)
})
