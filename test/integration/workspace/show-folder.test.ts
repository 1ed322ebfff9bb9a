import { mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { type OpenDeskOfTest, openedDesk } from '../../support/open-desk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let shown: string[] = []
let desk: OpenDeskOfTest

const folderOf = (name: string) => {
  const folder = join(realpathSync(temporaryFolder()), name)
  mkdirSync(folder, { recursive: true })
  return folder
}

beforeEach(async () => {
  shown = []
  desk = await openedDesk(folderOf('data'), (folder) => void shown.push(folder))
  await desk.send('workspace.init', { company: 'Nimbus Partners', mspAccountId: '999900001111', operator: 'Ana' })
})

test('the folder of the open workspace is shown, and its backups', async () => {
  await desk.send('workspace.backup', {})
  await desk.send('host.show-folder', { what: 'workspace' })
  await desk.send('host.show-folder', { what: 'backups' })
  expect(shown).toEqual([desk.folder, join(desk.folder, 'backups')])
})

test('a folder that the page named, and that holds no workspace, is not shown', async () => {
  for (const named of [folderOf('Calculator.app'), '/', '/usr/bin', `${desk.folder}/../..`]) {
    await desk.send('host.open-folder', { folder: named })
    for (const what of ['workspace', 'backups'] as const) {
      expect(await desk.refused('host.show-folder', { what })).toMatchObject({ code: 'workspace.empty' })
    }
  }
  expect(shown).toEqual([])
})

test('a file is not opened as a folder, so it is never shown', async () => {
  const file = join(desk.folder, 'run.sh')
  writeFileSync(file, '#!/bin/sh\n', { mode: 0o755 })
  expect(await desk.refused('host.open-folder', { folder: file })).toMatchObject({ code: 'host.no-folder' })
  await desk.send('host.show-folder', { what: 'workspace' })
  expect(shown).toEqual([desk.folder])
})

test('backups that are a link to elsewhere are not followed', async () => {
  const backups = join(desk.folder, 'backups')
  rmSync(backups, { recursive: true, force: true })
  symlinkSync(folderOf('elsewhere'), backups)
  await desk.send('host.show-folder', { what: 'backups' })
  expect(shown).toEqual([desk.folder])
})
