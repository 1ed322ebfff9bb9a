import { expect, it } from 'vitest'
import { debugSwitches, refusedSwitch } from '../../../../electron/main/debug-switches.ts'

const started = (...names: string[]) => ({ hasSwitch: (name: string) => names.includes(name) })

it.each(debugSwitches)('a packaged app does not start with --%s', (name) => {
  expect(refusedSwitch(started('lang', name), true)).toBe(name)
  expect(refusedSwitch(started(name), false)).toBeNull()
})

it('refuses the ways in that are known by name', () => {
  for (const name of ['remote-debugging-port', 'remote-debugging-pipe', 'disable-web-security', 'load-extension']) {
    expect(refusedSwitch(started(name), true)).toBe(name)
  }
})

it('a packaged app starts with what a desktop adds', () => {
  expect(refusedSwitch(started('no-sandbox', 'data-dir', 'ozone-platform-hint'), true)).toBeNull()
})
