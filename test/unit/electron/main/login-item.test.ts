import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from 'electron'
import { describe, expect, it } from 'vitest'
import { entryText, installedProgram, loginItem, wasOpenedAtLogin } from '../../../../electron/main/login-item.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

function system(isPackaged = true) {
  const set: Settings[] = []
  const folder = temporaryFolder()
  const app = {
    isPackaged,
    getPath: () => folder,
    getLoginItemSettings: () => ({ openAtLogin: set.at(-1)?.openAtLogin ?? false, wasOpenedAtLogin: true }) as never,
    setLoginItemSettings: (settings: Settings) => void set.push(settings),
  }
  return { app, set, folder }
}

describe('starting at login', () => {
  it.each(['darwin', 'win32'] as const)('is kept in the system’s own list on %s', (platform) => {
    const { app, set } = system()
    const login = loginItem({ app, platform, program: '/Programs/casebook' })
    expect([login.can, login.isOn()]).toEqual([true, false])
    login.set(true)
    expect(login.isOn()).toBe(true)
    login.set(false)
    expect(set.map(({ openAtLogin }) => openAtLogin)).toEqual([true, false])
  })

  it('starts the program with a word that lets it stay in the tray on Windows', () => {
    const { app, set } = system()
    loginItem({ app, platform: 'win32', program: 'C:\\Casebook.exe' }).set(true)
    expect(set[0]).toEqual({ path: 'C:\\Casebook.exe', args: ['--at-login'], openAtLogin: true })
  })

  it('is an entry of the desktop’s on Linux, for its owner only, and gone when it is switched off', () => {
    const { app, folder } = system()
    const login = loginItem({ app, platform: 'linux', program: '/opt/casebook' })
    const file = join(folder, 'autostart', 'msp-casebook.desktop')
    login.set(true)
    expect(readFileSync(file, 'utf8')).toContain('Exec="/opt/casebook" --at-login\n')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(login.isOn()).toBe(true)
    login.set(false)
    expect([login.isOn(), existsSync(file)]).toEqual([false, false])
  })

  it('is not there for an app that is not installed', () => {
    const built = loginItem({ app: system(false).app, platform: 'win32', program: 'C:\\Casebook.exe' })
    const portable = loginItem({ app: system().app, platform: 'win32', program: null })
    expect([built.can, portable.can]).toEqual([false, false])
    built.set(true)
    expect(built.isOn()).toBe(false)
  })
})

it('lets no path end the line or the quotes of an entry', () => {
  expect(entryText('/o"pt/$x/`y`/100%/a\\b')).toContain(
    'Exec="/o\\\\"pt/\\\\$x/\\\\`y\\\\`/100%%/a\\\\\\\\b" --at-login\n',
  )
  expect(() => entryText('/opt/a\nExec=evil')).toThrow('line')
})

it('knows the installed program: an AppImage’s own file, none for a portable one', () => {
  expect(installedProgram('/opt/casebook', {})).toBe('/opt/casebook')
  expect(installedProgram('/tmp/.mount/casebook', { APPIMAGE: '/home/ana/Casebook.AppImage' })).toBe(
    '/home/ana/Casebook.AppImage',
  )
  expect(installedProgram('C:\\Temp\\x.exe', { PORTABLE_EXECUTABLE_FILE: 'C:\\x.exe' })).toBeNull()
})

it('tells a start at login by the word it was started with, or by what macOS says', () => {
  const { app } = system()
  expect(wasOpenedAtLogin(app, ['casebook', '--at-login'], 'win32')).toBe(true)
  expect(wasOpenedAtLogin(app, ['casebook'], 'linux')).toBe(false)
  expect(wasOpenedAtLogin(app, ['casebook'], 'darwin')).toBe(true)
})
