import { beforeEach, expect, it, vi } from 'vitest'

/** A window with an address, of which the hash is told as a browser tells it. */
function stubWindow() {
  const listeners = new Map<string, () => void>()
  const entries = ['#/cases']
  vi.stubGlobal('window', {
    location: {
      get hash() {
        return entries.at(-1) ?? ''
      },
      set hash(hash: string) {
        entries.push(hash)
        listeners.get('hashchange')?.()
      },
    },
    history: { replaceState: (_: null, _title: string, href: string) => entries.splice(-1, 1, href) },
    addEventListener: (name: string, listener: () => void) => listeners.set(name, listener),
  })
  return { entries, click: () => listeners.get('click')?.() }
}

async function opened() {
  const browser = stubWindow()
  return { ...browser, ...(await import('../../../../renderer/state/location.ts')) }
}

beforeEach(() => {
  vi.resetModules()
  vi.useFakeTimers()
  return () => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  }
})

it('the address says what was typed once nobody types, and the last of it', async () => {
  const { entries, replaceAddressSoon, useLocation } = await opened()
  replaceAddressSoon('#/cases?text=a', 300)
  vi.advanceTimersByTime(200)
  replaceAddressSoon('#/cases?text=ab', 300)
  vi.advanceTimersByTime(299)
  expect(entries).toEqual(['#/cases'])
  vi.advanceTimersByTime(1)
  expect(entries).toEqual(['#/cases?text=ab'])
  expect(useLocation.getState().route).toMatchObject({ screen: 'cases' })
})

it('who opens a case right after typing stays there, and finds what was typed on the way back', async () => {
  const { entries, go, replaceAddressSoon, useLocation } = await opened()
  replaceAddressSoon('#/cases?text=ab', 300)
  go('#/cases/C-1')
  vi.runAllTimers()
  expect(entries).toEqual(['#/cases?text=ab', '#/cases/C-1'])
  expect(useLocation.getState().route).toMatchObject({ screen: 'case', ref: 'C-1' })
})

it('so does who follows a link', async () => {
  const { click, entries, replaceAddressSoon } = await opened()
  replaceAddressSoon('#/cases?text=ab', 300)
  click()
  window.location.hash = '#/today'
  vi.runAllTimers()
  expect(entries).toEqual(['#/cases?text=ab', '#/today'])
})

it('an address that is changed from outside is not overwritten by what was typed in the place before', async () => {
  const { entries, replaceAddressSoon, useLocation } = await opened()
  replaceAddressSoon('#/cases?text=ab', 300)
  window.location.hash = '#/today'
  vi.runAllTimers()
  expect(entries).toEqual(['#/cases', '#/today'])
  expect(useLocation.getState().route).toEqual({ screen: 'today' })
})
