import type { MenuItemConstructorOptions } from 'electron'
import { keyMap, screenKeys } from '../../shared/text/keys.ts'
import { menuText } from '../../shared/text/menu.ts'

export interface MenuActions {
  readonly isMac: boolean
  /** DevTools and reload are for developing. */
  readonly developing: boolean
  openExternal(link: string): void
  revealData(): void
  /** Shows the screen at this fragment of the page's address. */
  open(hash: string): void
}

/** The application menu, by the conventions of the platform. Its items are the system's own roles wherever there is one. */
export function menuTemplate(actions: MenuActions): MenuItemConstructorOptions[] {
  const { isMac, developing } = actions
  const reveal = keyMap.reveal
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      role: 'fileMenu',
      submenu: [
        { label: reveal.label, accelerator: reveal.accelerator, click: () => actions.revealData() },
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      role: 'viewMenu',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(developing ? ([{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }] as const) : []),
      ],
    },
    {
      label: menuText.go,
      submenu: screenKeys.map(({ label, accelerator, hash }) => ({
        label,
        accelerator,
        click: () => actions.open(hash),
      })),
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        { label: menuText.spotConsole, click: () => actions.openExternal('https://console.spotinst.com/') },
        { label: menuText.spotSupport, click: () => actions.openExternal('https://support.spot.io/hc/en-us') },
      ],
    },
  ]
}
