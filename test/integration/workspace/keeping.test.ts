import { closeSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { toBase64 } from '../../../shared/contract/base64.ts'
import { openedDesk, settledDesk } from '../../support/open-desk.ts'
import { practiceDesk } from '../../support/practice-desk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const acme = { name: 'Acme', managementAccountId: '111122223333', orgIds: '606606606606' }
const of = { case: 'C-1' }
const picture = toBase64(new TextEncoder().encode('a picture'))

async function withCase() {
  const desk = await settledDesk()
  await desk.send('customer.add', acme)
  await desk.send('case.open', { customer: 'Acme' })
  return desk
}

/** Overwrites the first page of a table, as a failing disk would. */
function harm(file: string, table: string): void {
  const db = new Database(file, { readonly: true })
  const page = Number(db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table))
  db.close()
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(4_096, 0x5a), 0, 4_096, (page - 1) * 4_096)
  closeSync(handle)
}

describe('restoring', () => {
  it('shows what the backup holds, asks, backs up what is there, and goes on with what was', async () => {
    const desk = await withCase()
    await desk.send('case.step', {
      ...of,
      step: 'report.sign-in',
      to: 'done',
      evidenceFile: { name: 'a.png', base64: picture },
    })
    const before = await desk.send('case.get', of)
    const backup = await desk.send('workspace.backup', {})
    expect(backup).toMatchObject({ cases: 1, customers: 1, attachments: 1, findings: [], company: 'Nimbus Partners' })
    await desk.send('case.describe', { ...of, notes: 'later' })
    await desk.send('customer.add', { ...acme, name: 'Beta', managementAccountId: '222233334444' })

    const preview = await desk.send('workspace.restore-preview', { file: backup.name })
    expect(preview).toMatchObject({ backup: { cases: 1, customers: 1 }, present: { cases: 1, customers: 2 } })
    const unasked = await desk.refused('workspace.restore', { file: backup.name, confirmed: false })
    expect(unasked.code).toBe('restore.unconfirmed')

    const restored = await desk.send('workspace.restore', { file: backup.name, confirmed: true })
    expect(restored.status.workspace.state).toBe('ready')
    expect(await desk.send('case.get', of)).toEqual(before)
    expect((await desk.send('customer.list', {})).customers).toHaveLength(1)
    expect((await desk.send('activity.list', { limit: 1 })).rows[0]?.sentence).toMatch(
      /^Restored the backup of .* \(1 cases\)$/,
    )
    expect(await desk.send('workspace.verify', {})).toMatchObject({ ok: true, attachments: 1 })

    // What was replaced can be had back.
    const back = await desk.send('workspace.restore', { file: restored.kept ?? '', confirmed: true })
    expect(back.backup).toMatchObject({ reason: 'before-restore', customers: 2 })
    expect((await desk.send('case.get', of)).notes).toBe('later')
  })

  it('is refused for what is no backup, and the workspace stays open as it was', async () => {
    const desk = await withCase()
    const file = join(desk.folder, 'x.zip')
    writeFileSync(file, 'nothing of the kind')
    const refused = await desk.refused('workspace.restore', { file, confirmed: true })
    expect(refused).toMatchObject({ code: 'backup.unreadable' })
    expect((await desk.refused('workspace.restore', { file: `${file}x`, confirmed: true })).code).toBe(
      'backup.missing-file',
    )
    expect((await desk.send('case.get', of)).ref).toBe('C-1')
  })

  it('brings back a workspace that cannot be opened any more, and keeps its damaged files', async () => {
    const desk = await withCase()
    const { name } = await desk.send('workspace.backup', {})
    await desk.close()
    const file = join(desk.folder, 'casebook.db')
    writeFileSync(file, 'This was a database.')

    const damaged = await openedDesk(desk.folder)
    const { workspace } = await damaged.send('host.status', {})
    expect(workspace).toMatchObject({ state: 'failed', error: { code: 'store.corrupt' } })
    expect(workspace.error?.remedy).toContain('backups')
    expect((await damaged.refused('case.list', {})).code).toBe('store.corrupt')
    expect(await damaged.send('workspace.verify', {})).toMatchObject({
      ok: false,
      findings: [{ code: 'store.corrupt' }],
    })
    expect((await damaged.refused('workspace.backup', {})).code).toBe('store.corrupt')
    expect(readFileSync(file, 'utf8')).toBe('This was a database.')

    const { kept, status } = await damaged.send('workspace.restore', { file: name, confirmed: true })
    expect(status.workspace.state).toBe('ready')
    expect(readFileSync(join(kept ?? '', 'casebook.db'), 'utf8')).toBe('This was a database.')
    expect((await damaged.send('case.get', of)).ref).toBe('C-1')
  })

  it('works on a machine that has no workspace yet', async () => {
    const desk = await withCase()
    const out = join(temporaryFolder(), 'b.zip')
    await desk.send('workspace.backup', { out })
    const fresh = await openedDesk()
    expect((await fresh.send('workspace.restore', { file: out, confirmed: true })).kept).toBeNull()
    expect((await fresh.send('case.get', of)).customer.name).toBe('Acme')
  })
})

describe('what is damaged', () => {
  it('is rescued as far as it can be read, and left as it is', async () => {
    const desk = await withCase()
    await desk.send('case.step', {
      ...of,
      step: 'report.sign-in',
      to: 'done',
      evidenceFile: { name: 'a.png', base64: picture },
    })
    await desk.close()
    const file = join(desk.folder, 'casebook.db')
    harm(file, 'customers')
    const before = readFileSync(file)

    const damaged = await openedDesk(desk.folder)
    const verified = await damaged.send('workspace.verify', {})
    expect(verified.ok).toBe(false)
    expect(verified.findings.map(({ code }) => code)).toContain('verify.database')
    const out = join(temporaryFolder(), 'rescued')
    const rescued = await damaged.send('workspace.rescue', { out })
    const lost = rescued.tables.filter((table) => table.lost !== null).map((table) => table.name)
    expect(lost).toEqual(['customers'])
    expect(rescued.attachments).toBe(1)
    expect(JSON.parse(readFileSync(join(out, 'cases.json'), 'utf8'))).toMatchObject([{ number: 1, state: 'open' }])
    expect(JSON.parse(readFileSync(join(out, 'activity.json'), 'utf8')).length).toBeGreaterThan(3)
    expect((await damaged.refused('workspace.rescue', { out })).code).toBe('rescue.exists')
    await damaged.close()
    expect(readFileSync(file)).toEqual(before)
  })

  it('is found by its name where an attachment is missing', async () => {
    const desk = await withCase()
    await desk.send('case.step', {
      ...of,
      step: 'report.sign-in',
      to: 'done',
      evidenceFile: { name: 'a.png', base64: picture },
    })
    rmSync(join(desk.folder, 'attachments'), { recursive: true })
    const { ok, findings } = await desk.send('workspace.verify', {})
    expect(ok).toBe(false)
    expect(findings).toMatchObject([
      { code: 'verify.attachment-missing', message: expect.stringContaining('“a.png” of C-1') },
    ])
  })
})

describe('backups that are made by themselves', () => {
  it('come once at the start of a day', async () => {
    const desk = await withCase()
    await desk.close()
    for (let n = 0; n < 2; n += 1) await (await openedDesk(desk.folder)).close()
    const names = readdirSync(join(desk.folder, 'backups'))
    expect(names).toEqual([expect.stringMatching(/-daily\.zip$/)])
    const again = await openedDesk(desk.folder)
    const { backups, lastFailure } = await again.send('workspace.backups', {})
    expect(backups.map(({ name }) => name)).toEqual(names.map((name) => basename(name)))
    expect(lastFailure).toBeNull()
  })

  it('that fail are told', async () => {
    const desk = await withCase()
    await desk.close()
    writeFileSync(join(desk.folder, 'backups'), 'in the way')
    const again = await openedDesk(desk.folder)
    // Closing waits for what runs by itself; asking does not.
    await again.refused('workspace.backup', {})
    expect((await again.send('workspace.backups', {})).lastFailure?.code).toMatch(/^store\./)
  })
})

describe('taking back', () => {
  it('undoes and makes again what the operator did, each on the record', async () => {
    const desk = await withCase()
    const before = await desk.send('case.get', of)
    await desk.send('case.step', { ...of, step: 'report.sign-in', to: 'done' })
    const taken = await desk.send('undo.last', {})
    expect(taken.sentence).toMatch(/^Did “Sign in/)
    const after = await desk.send('case.get', of)
    expect(after.steps).toEqual(before.steps)
    expect(after.revision).toBeGreaterThan(before.revision)
    expect((await desk.send('activity.list', { ...of, limit: 1 })).rows[0]?.sentence).toMatch(
      /^Took back: Did “Sign in/,
    )
    await desk.send('undo.redo', {})
    expect((await desk.send('case.get', of)).steps.find((s) => s.id === 'report.sign-in')?.status).toBe('done')
    expect((await desk.refused('undo.redo', {})).code).toBe('undo.nothing')
  })

  it('goes back to the beginning, over sessions, and refuses what something later stands on', async () => {
    const desk = await withCase()
    const opened = (await desk.send('undo.list', {})).toUndo[0]
    await desk.send('case.describe', { ...of, notes: 'mine' })
    const refused = await desk.refused('undo.change', { sequence: opened?.sequence ?? 0 })
    expect(refused).toMatchObject({ code: 'undo.changed-since', params: { who: 'Ana' } })
    await desk.close()
    const next = await openedDesk(desk.folder)
    for (const sentence of [/Changed/, /Opened the case/, /Added/]) {
      expect((await next.send('undo.last', {})).sentence).toMatch(sentence)
    }
    expect((await next.refused('undo.last', {})).code).toBe('undo.nothing')
    expect((await next.send('case.list', {})).total).toBe(0)
    expect((await next.send('workspace.verify', {})).ok).toBe(true)
    for (let n = 0; n < 3; n += 1) await next.send('undo.redo', {})
    expect((await next.send('case.get', of)).notes).toBe('mine')
  })
})

it('a backup of a practice workspace brings its practice AWS back with the cases', async () => {
  const desk = await practiceDesk()
  await desk.send('customer.add', { name: 'Acme', managementAccountId: '111122223333', orgIds: '606606606606' })
  await desk.send('case.open', { customer: 'Acme' })
  await desk.send('case.do', { case: 'C-1', action: 'bucket.create', confirmed: true })
  const { path, attachments } = await desk.send('workspace.backup', {})
  expect(attachments).toBe(0)
  const { now } = await desk.send('host.status', {})
  await desk.send('case.do', { case: 'C-1', action: 'report.create', confirmed: true })
  await desk.pass(24)

  await desk.send('workspace.restore', { file: path, confirmed: true })
  // The report is not there any more, neither in the case nor on the practice AWS: it can be made once more.
  expect(Date.parse((await desk.send('host.status', {})).now) - Date.parse(now)).toBeLessThan(12 * 3_600_000)
  const made = await desk.send('case.do', { case: 'C-1', action: 'report.create', confirmed: true })
  expect(made.waits.map(({ state }) => state)).toEqual(['waiting'])
})
