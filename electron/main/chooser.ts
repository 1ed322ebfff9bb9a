import type { BrowserWindow, Dialog, OpenDialogOptions } from 'electron'
import { desktopText } from '../../shared/text/menu.ts'
import type { Desktop } from '../services/desktop-port.ts'

export type Chooser = Pick<Desktop, 'chooseFolder' | 'chooseBackup'>

/**
 * Dialogs of the system in which the operator points at a place: the page learns what was chosen and nothing else, and
 * says neither where they begin nor what they are called. One is open at a time; whoever asks meanwhile gets nothing.
 * @param current the window that they belong to; without one none is opened
 */
export function createChooser(
  dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>,
  current: () => BrowserWindow | null,
): Chooser {
  const { folder, save, open, backup, fileName } = desktopText.choose
  const filters = [{ name: backup, extensions: ['zip'] }]
  let isOpen = false

  async function ask(show: (window: BrowserWindow) => Promise<string | undefined>): Promise<string | null> {
    const window = current()
    if (isOpen || window === null) return null
    isOpen = true
    try {
      return (await show(window)) || null
    } finally {
      isOpen = false
    }
  }

  const pick = (title: string, options: Pick<OpenDialogOptions, 'properties' | 'filters'>) =>
    ask(async (window) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, { title, ...options })
      return canceled ? undefined : filePaths[0]
    })

  return {
    chooseFolder: () => pick(folder, { properties: ['openDirectory', 'createDirectory'] }),
    chooseBackup(to) {
      if (to === 'open') return pick(open, { properties: ['openFile'], filters })
      return ask(async (window) => {
        const { canceled, filePath } = await dialog.showSaveDialog(window, {
          title: save,
          defaultPath: fileName,
          filters,
          properties: ['createDirectory'],
        })
        return canceled ? undefined : filePath
      })
    },
  }
}
