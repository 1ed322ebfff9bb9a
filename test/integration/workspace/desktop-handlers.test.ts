import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Desktop } from '../../../electron/services/desktop-port.ts'
import { desktopHandlers } from '../../../electron/workspace/desktop-handlers.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

function around(own: Partial<Desktop> = {}) {
  const folder = temporaryFolder()
  const outside = temporaryFolder()
  const exported = join(folder, 'exports')
  mkdirSync(join(exported, '2', 'bundle'), { recursive: true })
  writeFileSync(join(exported, 'bundle.zip'), 'zip')
  writeFileSync(join(exported, '2', 'bundle.zip'), 'zip')
  writeFileSync(join(exported, '.half.part'), 'zi')
  writeFileSync(join(folder, 'casebook.db'), 'db')
  writeFileSync(join(outside, 'secret.txt'), 'secret')
  symlinkSync(join(outside, 'secret.txt'), join(exported, 'link.zip'))
  symlinkSync(outside, join(exported, 'linked'))
  const done: string[] = []
  const desktop: Desktop = {
    view: () => ({ startAtLogin: { can: true, on: false }, stayInTray: false, updates: 'off' }),
    set: (change) => void done.push(JSON.stringify(change)),
    reveal: (path) => void done.push(`reveal ${path}`),
    dragOut: (path) => void done.push(`drag ${path}`),
    takeHanded: () => null,
    chooseFolder: async () => null,
    chooseBackup: async () => null,
    ...own,
  }
  return { ...desktopHandlers(desktop, () => folder), folder, outside, exported, done }
}

const refusal = (code: string) => expect.objectContaining({ refusal: expect.objectContaining({ code }) })

describe('an export', () => {
  test('is shown and dragged, a numbered one and a folder too', async () => {
    const host = around()
    for (const name of ['bundle.zip', join('2', 'bundle.zip'), join('2', 'bundle')]) {
      await host['host.reveal']({ path: join(host.exported, name) })
      await host['host.drag-out']({ path: join(host.exported, name) })
    }
    expect(host.done).toHaveLength(6)
    expect(host.done[1]).toBe(`drag ${join(host.exported, 'bundle.zip')}`)
  })

  test.each([
    ['the database beside the exports', 'casebook.db'],
    ['a way out by dots', 'exports/../casebook.db'],
    ['the folder of exports itself', 'exports'],
    ['a link to a file elsewhere', 'exports/link.zip'],
    ['a file behind a linked folder', 'exports/linked/secret.txt'],
    ['one that is being written', 'exports/.half.part'],
    ['one that is not there', 'exports/gone.zip'],
    ['one with a NUL in its name', 'exports/bundle.zip\0'],
  ])('is not %s', async (_what, inside) => {
    const host = around()
    for (const name of ['host.reveal', 'host.drag-out'] as const) {
      await expect(host[name]({ path: `${host.folder}/${inside}` })).rejects.toEqual(refusal('host.not-an-export'))
    }
    expect(host.done).toEqual([])
  })

  test('is not a relative path, whatever folder the program stands in', async () => {
    await expect(around()['host.reveal']({ path: 'bundle.zip' })).rejects.toEqual(refusal('host.not-an-export'))
  })
})

describe('a file that the app was opened with', () => {
  test('comes with its name and bytes, and without its path', async () => {
    const file = join(temporaryFolder(), 'aurora.casebook')
    writeFileSync(file, 'PK')
    expect(await around({ takeHanded: () => file })['host.take-handed']({})).toEqual({
      name: 'aurora.casebook',
      base64: 'UEs=',
    })
  })

  test('is refused where it is larger than an operation carries', async () => {
    const file = join(temporaryFolder(), 'aurora.casebook')
    writeFileSync(file, '')
    truncateSync(file, 24 * 1024 * 1024 + 1)
    const host = around({ takeHanded: () => file })
    await expect(host['host.take-handed']({})).rejects.toEqual(refusal('host.handed-too-large'))
  })

  test('is refused where it is gone, or a folder', async () => {
    const folder = temporaryFolder()
    for (const path of [join(folder, 'gone.casebook'), folder]) {
      const host = around({ takeHanded: () => path })
      await expect(host['host.take-handed']({})).rejects.toEqual(refusal('host.handed-unreadable'))
    }
  })

  test('is null where there is none', async () => {
    expect(await around()['host.take-handed']({})).toBeNull()
  })
})

test('without a desktop, the host says so and does nothing', async () => {
  const host = desktopHandlers(null, temporaryFolder)
  expect(await host['host.desktop']({})).toBeNull()
  expect(await host['host.take-handed']({})).toBeNull()
  await expect(host['host.desktop-set']({ stayInTray: true })).rejects.toEqual(refusal('host.no-desktop'))
  await expect(host['host.reveal']({ path: '/x' })).rejects.toEqual(refusal('host.no-desktop'))
  await expect(host['host.drag-out']({ path: '/x' })).rejects.toEqual(refusal('host.no-desktop'))
  await expect(host['host.choose-folder']({})).rejects.toEqual(refusal('host.no-desktop'))
  await expect(host['host.choose-backup']({ to: 'save' })).rejects.toEqual(refusal('host.no-desktop'))
})
