import { readdirSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../../electron/store/open-store.ts'
import { oneCase, put, refusalOf } from '../../contract/case-store/support.ts'
import { startProcess } from '../../support/child-process.ts'
import { noon, openWorkspaceStore } from '../../support/sqlite-workspace.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const open = (folder: string) => openStore({ folder, now: () => noon, create: true })

/** Another process that holds the workspace. */
async function startHolder(folder: string) {
  const holder = startProcess('store-program.ts', ['hold', folder])
  expect(await holder.next(), holder.errors()).toBe('open')
  expect(await holder.next()).toBe('collected')
  return holder
}

describe('the lock of a workspace', () => {
  it('keeps a second process out for as long as the first one runs, and says which one holds it, where and since when', async () => {
    const folder = temporaryFolder()
    const holder = await startHolder(folder)
    const { code, params } = await refusalOf(open(folder))
    expect(code).toBe('store.locked-by')
    expect(params).toEqual({ folder, pid: holder.pid, host: hostname(), since: expect.stringMatching(/^20\d\d-.*Z$/) })
  })

  it('ends with its process, however that ends', async () => {
    const folder = temporaryFolder()
    const holder = await startHolder(folder)
    expect((await refusalOf(open(folder))).code).toBe('store.locked-by')
    await holder.kill()
    const store = await openWorkspaceStore({ folder })
    await put(store, [])
    expect((await store.case('case-1'))?.record.id).toBe('case-1')
  })

  it('holds within one process too, and names it', async () => {
    const folder = temporaryFolder()
    const store = await openWorkspaceStore({ folder })
    for (const _again of [1, 2]) {
      expect((await refusalOf(open(folder))).params).toEqual({
        folder,
        pid: process.pid,
        host: hostname(),
        since: noon,
      })
    }
    await put(store, oneCase)
    await store.close()
    const next = await openWorkspaceStore({ folder })
    expect(await next.nextCaseNumber()).toBe(2)
  })

  it('is given back once, however often the store is closed', async () => {
    const folder = temporaryFolder()
    const first = await openWorkspaceStore({ folder })
    await first.close()
    const second = await openWorkspaceStore({ folder })
    await first.close()
    expect((await refusalOf(open(folder))).code).toBe('store.locked-by')
    await second.close()
  })

  it('lets exactly one of several in that come at the same moment', async () => {
    const folder = temporaryFolder()
    await (await open(folder)).close()
    const processes = Array.from({ length: 4 }, () => startProcess('store-program.ts', ['hold', folder]))
    const said = await Promise.all(processes.map((each) => each.next()))
    expect(said.filter((line) => line === 'open')).toHaveLength(1)
    for (const [n, each] of processes.entries()) {
      if (said[n] === null) expect(each.errors()).toContain('is open in another MSP Casebook')
    }
  })

  it('is left alone by a name in it that holds it no more', async () => {
    const folder = temporaryFolder()
    await (await open(folder)).close()
    const lock = new Database(join(folder, 'casebook.lock'))
    // The number of a process that is running, but never held this workspace.
    lock.prepare('UPDATE holder SET pid = ?').run(process.ppid)
    lock.close()
    await openWorkspaceStore({ folder })
  })

  it('names nobody where the other is just writing its name', async () => {
    const folder = temporaryFolder()
    const lock = new Database(join(folder, 'casebook.lock'))
    lock.exec('BEGIN IMMEDIATE')
    const { code, params } = await refusalOf(open(folder))
    expect([code, params.pid]).toEqual(['store.locked-by', null])
    lock.close()
  })

  it('that cannot be read is said to be so, and is not removed', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'casebook.lock')
    writeFileSync(file, 'something else that is long enough to be looked at as a database header '.repeat(10))
    expect(await refusalOf(open(folder))).toEqual({ code: 'store.lock-broken', params: { file } })
    expect(readdirSync(folder)).toEqual(['casebook.lock'])
  })
})
