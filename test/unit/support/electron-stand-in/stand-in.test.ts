import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { startProcess } from '../../../support/child-process.ts'
import { fromPage, registerSchemes, toPage } from '../../../support/electron-stand-in/address.ts'
import * as double from '../../../support/electron-stand-in/electron.ts'
import { faithful, Unfaithful } from '../../../support/electron-stand-in/unfaithful.ts'

const folder = mkdtempSync(join(tmpdir(), 'casebook-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the stand-in for Electron', () => {
  it('stops at whatever it does not double, by name', () => {
    const part = faithful('part', { known: () => 1 })
    expect(part.known()).toBe(1)
    expect(() => (part as unknown as { unknown(): void }).unknown()).toThrow('part.unknown is not doubled')
    const { app, protocol, ipcMain, session, shell, dialog, Menu, screen } = double
    for (const one of [app, protocol, ipcMain, session, shell, dialog, Menu, screen]) {
      expect(() => Reflect.get(one, 'inventedByNobody')).toThrow(Unfaithful)
    }
  })

  it('opens no window that is not sandboxed and isolated, because it cannot have another', () => {
    const webPreferences = { sandbox: false, contextIsolation: true, nodeIntegration: false, preload: 'x' }
    expect(() => new double.BrowserWindow({ webPreferences })).toThrow(Unfaithful)
  })

  it('shows the page another address than the app, and leads back from it', () => {
    registerSchemes([{ scheme: 'app', privileges: { standard: true, secure: true } }])
    expect(toPage('app://casebook/a?b#c')).toBe('https://casebook.app.invalid/a?b#c')
    for (const url of ['app://casebook/', 'app://casebook/a?b#/c', 'app://other/x'])
      expect(fromPage(toPage(url))).toBe(url)
    expect(fromPage('blob:https://casebook.app.invalid/1-2')).toBe('blob:app://casebook/1-2')
    for (const url of ['https://casebook.app.invalid.example/', 'https://example/', 'about:blank']) {
      expect(fromPage(url)).toBe(url)
    }
    expect(() => toPage('https://example/')).toThrow(Unfaithful)
    expect(() =>
      registerSchemes([{ scheme: 'lax', privileges: { standard: true, secure: true, bypassCSP: true } }]),
    ).toThrow(Unfaithful)
  })

  it('does not load an app that imports a name which it has not', async () => {
    const entry = join(folder, 'main.mjs')
    writeFileSync(entry, "import { inventedByNobody } from 'electron'\ninventedByNobody()\n")
    const run = startProcess('electron-stand-in/run.ts', [entry])
    expect(await run.next()).toBeNull()
    expect(run.errors()).toContain('inventedByNobody')
  })
})
