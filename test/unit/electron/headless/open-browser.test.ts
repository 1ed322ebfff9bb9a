import { expect, it } from 'vitest'
import { hasDisplay } from '../../../../electron/headless/open-browser.ts'

it.each([
  ['linux', {}, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['linux', { DISPLAY: ':0', CI: 'true' }, false],
  ['darwin', {}, true],
  ['win32', { CI: '1' }, false],
] as const)('knows whether a window can be shown: %s %j', (platform, env, shown) => {
  expect(hasDisplay(platform, env)).toBe(shown)
})
