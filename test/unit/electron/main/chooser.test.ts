import type { BrowserWindow, Dialog } from 'electron'
import { expect, it } from 'vitest'
import { createChooser } from '../../../../electron/main/chooser.ts'

type Asked = Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>

/** Dialogs that stay open until somebody answers them. */
function dialogs() {
  const open: { what: string; window: unknown; options: unknown; choose: (path: string | null) => void }[] = []
  const show =
    (what: string) =>
    (window: unknown, options: unknown): Promise<unknown> =>
      new Promise((resolve) => {
        const choose = (path: string | null) =>
          resolve({ canceled: path === null, filePaths: path === null ? [] : [path], filePath: path ?? '' })
        open.push({ what, window, options, choose })
      })
  return { open, dialog: { showOpenDialog: show('open'), showSaveDialog: show('save') } as unknown as Asked }
}

const window = { id: 1 } as BrowserWindow

it('answers the folder that was chosen, in a dialog of the window', async () => {
  const { open, dialog } = dialogs()
  const chosen = createChooser(dialog, () => window).chooseFolder()
  expect(open).toMatchObject([{ what: 'open', window, options: { properties: ['openDirectory', 'createDirectory'] } }])
  open[0]?.choose('/home/ana/out')
  expect(await chosen).toBe('/home/ana/out')
})

it('answers null where a dialog is left, and asks anew the next time', async () => {
  const { open, dialog } = dialogs()
  const chooser = createChooser(dialog, () => window)
  const asks = [() => chooser.chooseFolder(), () => chooser.chooseBackup('save'), () => chooser.chooseBackup('open')]
  for (const ask of asks) {
    const chosen = ask()
    open.at(-1)?.choose(null)
    expect(await chosen).toBeNull()
  }
  expect(open.map(({ what }) => what)).toEqual(['open', 'save', 'open'])
})

it('has one dialog open at a time, however often a page asks', async () => {
  const { open, dialog } = dialogs()
  const chooser = createChooser(dialog, () => window)
  const first = chooser.chooseBackup('save')
  expect(await Promise.all([chooser.chooseFolder(), chooser.chooseBackup('open')])).toEqual([null, null])
  open[0]?.choose('/home/ana/backup.zip')
  expect([await first, open.length]).toEqual(['/home/ana/backup.zip', 1])
})

it('opens none where the window is gone', async () => {
  const { open, dialog } = dialogs()
  expect(await createChooser(dialog, () => null).chooseFolder()).toBeNull()
  expect(open).toEqual([])
})
