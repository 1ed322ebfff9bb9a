import type { MenuItemConstructorOptions } from 'electron'
import { expect, it } from 'vitest'
import { menuTemplate } from '../../../../electron/main/menu.ts'
import { parseRoute } from '../../../../renderer/state/route.ts'
import { externalLink } from '../../../../shared/domain/external-hosts.ts'
import { keyMap, screenKeys } from '../../../../shared/text/keys.ts'

function menu(isMac: boolean, developing: boolean) {
  const opened: string[] = []
  const actions = {
    isMac,
    developing,
    openExternal: (link: string) => opened.push(link),
    revealData: () => opened.push('data'),
    open: (hash: string) => opened.push(hash),
  }
  const items = menuTemplate(actions)
  const below = items.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
  const click = ({ click }: MenuItemConstructorOptions) => (click as (() => void) | undefined)?.()
  return { opened, roles: items.map(({ role }) => role), below, below_roles: below.map(({ role }) => role), click }
}

it('follows the platform: the app’s own menu and Close on a Mac, Quit under File elsewhere', () => {
  expect(menu(true, false).roles[0]).toBe('appMenu')
  expect(menu(true, false).below_roles).toContain('close')
  expect(menu(false, false).roles[0]).toBe('fileMenu')
  expect(menu(false, false).below_roles).toContain('quit')
})

it('has no way to DevTools or reload in a packaged app', () => {
  expect(menu(false, true).below_roles).toContain('toggleDevTools')
  expect(menu(false, false).below_roles).not.toContain('toggleDevTools')
  expect(menu(false, false).below_roles).not.toContain('reload')
})

it('leads to the data folder, and to pages that the allow-list lets through', () => {
  const { below, click, opened } = menu(false, false)
  for (const item of below) click(item)
  expect(opened).toContain('data')
  const links = opened.filter((link) => link.includes(':'))
  expect(links.length).toBeGreaterThan(0)
  expect(links.map((link) => externalLink(link))).toEqual(links)
})

it('goes to every screen of the page, each by the key that the key map has for it', () => {
  const { below, click, opened } = menu(false, false)
  const screens = below.filter(({ accelerator, label }) => accelerator !== undefined && label !== keyMap.reveal.label)
  for (const item of screens) click(item)
  expect(opened).toEqual(screenKeys.map(({ hash }) => hash))
  expect(opened.map((hash) => parseRoute(hash).screen)).not.toContain('unknown')
  expect(screens.map(({ accelerator }) => accelerator)).toEqual(screenKeys.map(({ accelerator }) => accelerator))
})

it('gives no key twice, and none that Chromium or the system’s own roles have', () => {
  const keys = menu(false, true).below.flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]))
  expect(keys.length).toBeGreaterThan(5)
  expect(new Set(keys).size).toBe(keys.length)
  const taken = ['C', 'V', 'X', 'A', 'Z', 'W', 'Q', 'R', '0', '+', '-'].map((key) => `CmdOrCtrl+${key}`)
  expect(keys.filter((key) => taken.includes(key))).toEqual([])
})
