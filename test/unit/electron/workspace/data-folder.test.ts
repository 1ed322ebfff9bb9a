import { expect, it } from 'vitest'
import { defaultDataFolder } from '../../../../electron/workspace/data-folder.ts'

it.each([
  ['linux', {}, '/home/ana', '/home/ana/.local/share/msp-casebook'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/home/ana', '/data/msp-casebook'],
  ['linux', { XDG_DATA_HOME: '' }, '/home/ana', '/home/ana/.local/share/msp-casebook'],
  ['linux', { XDG_DATA_HOME: 'relative' }, '/home/ana', '/home/ana/.local/share/msp-casebook'],
  ['freebsd', {}, '/home/ana', '/home/ana/.local/share/msp-casebook'],
  ['darwin', { XDG_DATA_HOME: '/data' }, '/Users/ana', '/Users/ana/Library/Application Support/MSP Casebook'],
  [
    'win32',
    { APPDATA: 'C:\\Users\\ana\\AppData\\Roaming' },
    'C:\\Users\\ana',
    'C:\\Users\\ana\\AppData\\Roaming\\MSP Casebook',
  ],
  ['win32', {}, 'C:\\Users\\ana', 'C:\\Users\\ana\\AppData\\Roaming\\MSP Casebook'],
] as const)('is the platform’s own place: %s %j', (platform, env, home, folder) => {
  expect(defaultDataFolder(platform, env, home)).toBe(folder)
})
