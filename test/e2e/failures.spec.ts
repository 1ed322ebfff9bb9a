import { spawnSync } from 'node:child_process'
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { expect, expectAccessible, expectContrast, listen, startHost, test } from './support/app.ts'
import { type Host, stop } from './support/host.ts'

const casebook = fileURLToPath(new URL('../../dist/cli/casebook.mjs', import.meta.url))
const SHOWN = 'html[data-app-state="failed"], html[data-app-state="ready"]'

/** A workspace with two customers' cases and a backup of the first, made by the command line. */
function workspace(): string {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-failures-'))
  folders.push(folder)
  run(folder, 'init', '--company', 'Nimbus Partners', '--msp-account', '999900001111', '--operator', 'Ana')
  addCase(folder, 'Aurora Bakeries', '222200000001')
  run(folder, 'backup')
  addCase(folder, 'Tide & Timber', '222200000002')
  return folder
}

function addCase(folder: string, name: string, account: string): void {
  run(folder, 'customer', 'add', '--name', name, '--management-account', account, '--org', '606100000000')
  run(folder, 'case', 'open', '--customer', account)
}

function run(folder: string, ...words: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [casebook, ...words, '--data-dir', folder], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`casebook ${words.join(' ')}: ${stderr}`)
}

const folders: string[] = []
const hosts: Host[] = []

test.afterEach(async () => {
  await Promise.all(hosts.splice(0).map(({ child }) => stop(child)))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** The app on a folder as it is; the page must stay silent whatever the folder holds. */
async function open(page: Page, folder: string, around: readonly string[] = []): Promise<Host> {
  const host = await startHost(folder, around)
  hosts.push(host)
  await page.goto(host.address)
  await expect(page.locator(SHOWN)).toBeAttached()
  return host
}

async function expectFailed(page: Page, says: RegExp): Promise<void> {
  await expect(page.getByRole('heading', { name: 'The workspace cannot be opened', level: 1 })).toBeVisible()
  await expect(page.getByRole('alert').first()).toContainText(says)
  await expectAccessible(page, `the failure ${says}`)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectContrast(page, `the failure ${says}, dark`)
  await page.emulateMedia({ colorScheme: 'light' })
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const expectToday = (page: Page) => expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()

function damage(file: string): void {
  const handle = openSync(file, 'r+')
  for (let at = 4_096; at < statSync(file).size; at += 4_096) writeSync(handle, Buffer.alloc(512, 0xa5), 0, 512, at)
  closeSync(handle)
}

test('a damaged file leads to its backup, and is put aside, not deleted', async ({ page }) => {
  const noise = listen(page)
  const folder = workspace()
  damage(join(folder, 'casebook.db'))
  await open(page, folder)
  await expectFailed(page, /is damaged and cannot be read/)

  await button(page, 'Restore a backup').click()
  const choose = page.getByRole('dialog', { name: 'Restore a backup' })
  await choose.getByRole('button', { name: /^Restore .*, 1 case$/ }).click()
  const preview = page.getByRole('dialog', { name: 'What this backup holds' })
  await expect(preview).toContainText('Nimbus Partners')
  await expect(preview).toContainText('The workspace now: It cannot be read.')
  await expectAccessible(page, 'what a backup holds')
  await preview.getByRole('button', { name: 'Replace the workspace with this backup' }).click()
  await expectToday(page)
  await expect(page.getByText('Aurora Bakeries').first()).toBeVisible()
  expect(readdirSync(join(folder, 'replaced'))).toHaveLength(1)
  expect(noise).toEqual([])
})

test('of a file that was cut off, what can be read is saved first', async ({ page }) => {
  const noise = listen(page)
  const folder = workspace()
  truncateSync(join(folder, 'casebook.db'), 3 * 4_096)
  await open(page, folder)
  await expectFailed(page, /is damaged and cannot be read/)
  await button(page, 'Save what can be read').click()
  const dialog = page.getByRole('dialog', { name: 'Save what can be read' })
  await dialog.getByRole('textbox', { name: 'New folder' }).fill(folder)
  await dialog.getByRole('button', { name: 'Save what can be read' }).click()
  await expect(dialog.getByRole('alert')).toContainText('holds something already')
  const out = join(folder, 'rescued')
  await dialog.getByRole('textbox', { name: 'New folder' }).fill(out)
  await dialog.getByRole('button', { name: 'Save what can be read' }).click()
  await expect(dialog).toContainText(`Saved in ${out}`)
  await expectAccessible(page, 'what was saved')
  expect(readdirSync(out)).toContain('cases.json')
  expect(noise).toEqual([])
})

test('a newer file is left alone, and another folder can be opened', async ({ page }) => {
  const noise = listen(page)
  const [folder, other] = [workspace(), workspace()]
  const db = new Database(join(folder, 'casebook.db'))
  db.pragma('user_version = 990')
  db.close()
  await open(page, folder)
  await expectFailed(page, /newer version of MSP Casebook \(its data version is 990/)
  await button(page, 'Open another folder').click()
  const dialog = page.getByRole('dialog', { name: 'Open another folder' })
  await dialog.getByRole('textbox', { name: 'Folder' }).fill(join(other, 'nowhere'))
  await dialog.getByRole('button', { name: 'Open this folder' }).click()
  await expect(dialog).toContainText('is not a folder')
  await expectAccessible(page, 'another folder')
  await dialog.getByRole('textbox', { name: 'Folder' }).fill(other)
  await dialog.getByRole('button', { name: 'Open this folder' }).click()
  await expectToday(page)
  await expect(page.getByText('Tide & Timber').first()).toBeVisible()
  expect(noise).toEqual([])
})

test('a workspace that another process has open says which, and opens once that has ended', async ({ page }) => {
  const noise = listen(page)
  const folder = workspace()
  const holder = await startHost(folder)
  await open(page, folder)
  await expectFailed(page, new RegExp(`is open in another MSP Casebook: process ${holder.child.pid} on `))
  await button(page, 'Try again').click()
  await expectFailed(page, /is open in another MSP Casebook/)
  await stop(holder.child)
  await button(page, 'Try again').click()
  await expectToday(page)
  expect(noise).toEqual([])
})

for (const [what, make, says] of [
  ['a database of another program', foreign, /is a database of another program/],
  ['a broken lock', breakLock, /The lock file “.*” cannot be read/],
] as const) {
  test(`${what} is told with its way out, and opens once that was taken`, async ({ page }) => {
    const noise = listen(page)
    const folder = workspace()
    const repair = make(folder)
    await open(page, folder)
    await expectFailed(page, says)
    repair()
    await button(page, 'Try again').click()
    await expectToday(page)
    expect(noise).toEqual([])
  })
}

/** @returns what puts it right again */
function foreign(folder: string): () => void {
  const file = join(folder, 'casebook.db')
  renameSync(file, `${file}.ours`)
  const db = new Database(file)
  db.exec('CREATE TABLE songs (title TEXT)')
  db.close()
  return () => renameSync(`${file}.ours`, file)
}

function breakLock(folder: string): () => void {
  const file = join(folder, 'casebook.lock')
  writeFileSync(file, 'not a lock '.repeat(1_000))
  return () => rmSync(file)
}

/** Runs what follows with mounts of its own; null where this system does not let us. */
function mounted(script: string, folder: string): readonly string[] | null {
  const around = ['unshare', '--map-root-user', '--mount', 'sh', '-c', `${script} && shift && exec "$@"`, 'sh', folder]
  const [program = '', ...args] = around
  return spawnSync(program, [...args, 'true']).status === 0 ? around : null
}

test('a file that may only be read is told with its way out', async ({ page }) => {
  const noise = listen(page)
  const folder = workspace()
  const around = mounted(
    'mount --bind "$1/casebook.db" "$1/casebook.db" && mount -o remount,bind,ro "$1/casebook.db"',
    folder,
  )
  test.skip(around === null, 'no file can be mounted read-only here')
  await open(page, folder, around ?? [])
  await expectFailed(page, /cannot be written to/)
  await expect(button(page, 'Open another folder')).toBeVisible()
  expect(noise).toEqual([])
})

/** Types a note on the case and tries to save it. */
async function note(page: Page, text: string): Promise<void> {
  await page.goto(new URL('#/cases/C-1/details', page.url()).href)
  await page.getByRole('button', { name: /^Notes:/ }).click()
  await page.getByRole('textbox', { name: 'Notes' }).fill(text)
  await page.getByRole('button', { name: 'Save notes' }).click()
}

test('a folder that is taken away under the app loses nothing of what was typed', async ({ page }) => {
  const noise = listen(page)
  const folder = workspace()
  await open(page, folder)
  renameSync(folder, `${folder}-away`)
  await note(page, 'typed while the disk was away')
  await expect(page.getByRole('alert').first()).toContainText('is not there')
  await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('typed while the disk was away')
  await expectAccessible(page, 'a folder that was taken away')
  renameSync(`${folder}-away`, folder)
  await page.getByRole('button', { name: 'Save notes' }).click()
  await expect(page.getByRole('alert')).toBeHidden()
  await page.reload()
  await expect(page.getByRole('region', { name: 'Notes' })).toContainText('typed while the disk was away')
  expect(noise).toEqual([])
})

test('a disk that fills up under the app loses nothing, and takes it once there is room', async ({ page }) => {
  const noise = listen(page)
  const small = mkdtempSync(join(tmpdir(), 'casebook-failures-'))
  folders.push(small)
  const made = workspace()
  const around = mounted(`mount -t tmpfs -o size=16m small "$1" && cp -a "${made}/." "$1"`, small)
  test.skip(around === null, 'no file system can be mounted here')
  const host = await open(page, small, around ?? [])
  // The host alone sees its small disk; through its process it is reached from here.
  const filler = `/proc/${host.child.pid}/root${small}/filler`
  const handle = openSync(filler, 'w')
  const room = Buffer.alloc(4_096, 1)
  const fill = () => {
    for (;;) writeSync(handle, room)
  }
  expect(fill).toThrow(/ENOSPC/)
  closeSync(handle)

  const text = 'typed on a full disk '.repeat(700).trim()
  await note(page, text)
  await expect(page.getByRole('alert').first()).toContainText('is full. The last change was not saved')
  await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue(text)
  await expectAccessible(page, 'a full disk')
  rmSync(filler)
  await page.getByRole('button', { name: 'Save notes' }).click()
  await expect(page.getByRole('alert')).toBeHidden()
  await page.reload()
  await expect(page.getByRole('region', { name: 'Notes' })).toContainText(text)
  expect(noise).toEqual([])
})
