import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createDesktop } from '../../../../electron/main/desktop.ts'
import { dotPixels } from '../../../../electron/main/dot.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

function desktop(folder = temporaryFolder(), can = true) {
  let on = false
  const settingsFile = join(folder, 'settings.json')
  const login = {
    can,
    isOn: () => on,
    set: (next: boolean) => {
      on = next
    },
  }
  const chooser = { chooseFolder: async () => null, chooseBackup: async () => null }
  const parts = { settingsFile, login, reveal: () => {}, dragOut: () => {}, takeHanded: () => null, chooser }
  return { ...createDesktop(parts), settingsFile, folder }
}

it('begins with nothing switched on, and asks nobody for updates', () => {
  expect(desktop().view()).toEqual({ startAtLogin: { can: true, on: false }, stayInTray: false, updates: 'off' })
})

it('keeps what is set for the next start, for its owner only', () => {
  const first = desktop()
  first.set({ stayInTray: true, startAtLogin: true })
  expect(first.view()).toMatchObject({ startAtLogin: { on: true }, stayInTray: true })
  expect(desktop(first.folder).settings()).toEqual({ stayInTray: true })
  expect(statSync(first.settingsFile).mode & 0o777).toBe(0o600)
  expect(readdirSync(first.folder)).toEqual(['settings.json'])
})

it('changes only what is named', () => {
  const one = desktop()
  one.set({ stayInTray: true })
  one.set({ startAtLogin: true })
  expect(one.view()).toMatchObject({ startAtLogin: { on: true }, stayInTray: true })
  expect(JSON.parse(readFileSync(one.settingsFile, 'utf8'))).toEqual({ stayInTray: true })
})

it('refuses to start at login where the system has no such thing, and keeps nothing of it', () => {
  const one = desktop(temporaryFolder(), false)
  expect(() => one.set({ startAtLogin: true, stayInTray: true })).toThrow(
    expect.objectContaining({ refusal: expect.objectContaining({ code: 'host.no-login-item' }) }),
  )
  expect(one.settings()).toEqual({ stayInTray: false })
})

it.each(['', 'null', '[]', '{"stayInTray":"yes"}', '{"stay'])('takes %j for no settings at all', (text) => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'settings.json'), text)
  expect(desktop(folder).settings()).toEqual({ stayInTray: false })
})

it('draws a dot with empty corners', () => {
  const pixels = dotPixels(16)
  const opacity = (x: number, y: number) => pixels[(y * 16 + x) * 4 + 3]
  expect([pixels.length, opacity(0, 0), opacity(15, 15), opacity(8, 8)]).toEqual([1024, 0, 0, 255])
})
