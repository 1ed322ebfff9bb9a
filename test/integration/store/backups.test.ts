import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openAttachments } from '../../../electron/store/attachments.ts'
import { Backups, listBackups } from '../../../electron/store/backup/backups.ts'
import { inspectBackup, restoreBackup } from '../../../electron/store/backup/restore.ts'
import { backupName } from '../../../electron/store/backup/retention.ts'
import type { SqliteStore } from '../../../electron/store/sqlite-store.ts'
import { oneCase, put, refusalOf } from '../../contract/case-store/support.ts'
import { makeActivity, makeAttachment, makeCase, makeSettings, makeStep } from '../../support/records.ts'
import { noon, openWorkspaceStore } from '../../support/sqlite-workspace.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** How many backups are made under load and restored; `BACKUP_ROUNDS=100` for the long run. */
const rounds = Number(process.env.BACKUP_ROUNDS ?? 5)

/** Cases opened under load; after them changes go on, and the file stays small enough to be read a hundred times. */
const MOST_CASES = 300

const bytes = (text: string) => new TextEncoder().encode(text)
const backupsOf = (store: SqliteStore, now = () => noon) =>
  new Backups(dirname(store.file), (target) => store.snapshot(target), now)

/** A workspace with a profile, a case, an entry and a file. */
async function workspace() {
  const store = await openWorkspaceStore()
  const folder = dirname(store.file)
  const { sha256, size } = await openAttachments(folder).put(bytes('AWSTemplateFormatVersion: 1'))
  await put(
    store,
    [
      ...oneCase,
      { kind: 'settings', record: makeSettings() },
      { kind: 'attachment', record: makeAttachment({ sha256, size }) },
    ],
    [makeActivity()],
  )
  return { store, folder, sha256, path: join(folder, 'attachments', sha256.slice(0, 2), sha256) }
}

/** Everything the tables hold, as one hash; what the engine keeps for itself left out. */
function contentOf(file: string): string {
  const db = new Database(file, { readonly: true })
  const hash = createHash('sha256')
  const names = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'case_*_*' ORDER BY 1")
    .pluck()
    .all()
  for (const name of names.filter((n) => !n.startsWith('case_') || n === 'case_texts')) {
    for (const row of db.prepare(`SELECT * FROM ${name}`).iterate()) hash.update(`${name} ${JSON.stringify(row)}\n`)
  }
  db.close()
  return hash.digest('hex')
}

describe('a backup', () => {
  it('says what it holds, and restored elsewhere is the same workspace with its files', async () => {
    const { store, sha256 } = await workspace()
    const { path, manifest } = await backupsOf(store).make('demand')
    expect(manifest).toMatchObject({
      createdAt: noon,
      reason: 'demand',
      workspace: { kind: 'real', company: makeSettings().company },
      customers: 1,
      cases: 1,
      lastChange: { sequence: 1, at: makeActivity().at },
      missing: [],
    })
    const elsewhere = join(temporaryFolder(), 'new')
    expect(await restoreBackup(elsewhere, path, noon, false)).toMatchObject({ kept: null, manifest })
    const restored = await openWorkspaceStore({ folder: elsewhere })
    expect(await restored.case('case-1')).toEqual(await store.case('case-1'))
    expect(await openAttachments(elsewhere).get(sha256)).toEqual(bytes('AWSTemplateFormatVersion: 1'))
    expect(await restored.verify()).toMatchObject({ findings: [], cases: 1, activity: 1, attachments: 1 })
  })

  it('leaves nothing but itself, and overwrites nothing', async () => {
    const { store, folder } = await workspace()
    const out = join(folder, 'mine.zip')
    await backupsOf(store).make('demand', out)
    const before = readFileSync(out)
    expect((await refusalOf(backupsOf(store).make('demand', out))).code).toBe('backup.exists')
    expect(readFileSync(out)).toEqual(before)
    expect(readdirSync(folder).filter((name) => name.startsWith('mine'))).toEqual(['mine.zip'])
    expect(existsSync(join(folder, 'backups'))).toBe(false)
  })

  it.each([
    ['gone', (path: string) => rmSync(path)],
    ['changed', (path: string) => writeFileSync(path, 'something else')],
  ])('is made although an attachment is %s, and says which', async (_how, harm) => {
    const { store, sha256, path } = await workspace()
    harm(path)
    const { manifest } = await backupsOf(store).make('demand')
    expect(manifest).toMatchObject({ missing: [sha256], files: [{ name: 'casebook.db' }] })
    expect((await store.verify()).findings.map(({ code }) => code)).toEqual([
      existsSync(path) ? 'verify.attachment-altered' : 'verify.attachment-missing',
    ])
  })

  it('is made once a day by itself; of today three are kept, of other days one, ten in all', async () => {
    const { store, folder } = await workspace()
    const own = join(folder, 'backups', 'my own.zip')
    mkdirSync(dirname(own))
    writeFileSync(own, 'not to be touched')
    let now = noon
    const backups = backupsOf(store, () => now)
    expect(await backups.daily()).not.toBeNull()
    expect(await backups.daily()).toBeNull()
    for (let day = 1; day <= 12; day += 1) {
      for (let hour = 1; hour <= 4; hour += 1) {
        now = `2026-12-${String(day).padStart(2, '0')}T0${hour}:00:00.000Z`
        if (hour === 1) await backups.daily()
        else await backups.make('demand')
      }
    }
    const names = (await listBackups(folder)).map(({ path }) => basename(path))
    const expected = [4, 3, 2].map((hour) => backupName(`2026-12-12T0${hour}:00:00.000Z`, 'demand'))
    for (let day = 11; day > 4; day -= 1) {
      expected.push(backupName(`2026-12-${String(day).padStart(2, '0')}T04:00:00.000Z`, 'demand'))
    }
    expect(names).toEqual(expected)
    expect(readFileSync(own, 'utf8')).toBe('not to be touched')
  })

  it('that was just made is kept where the clock was set back', async () => {
    const { store, folder } = await workspace()
    for (let day = 1; day <= 11; day += 1)
      await backupsOf(store, () => `2027-01-${10 + day}T09:00:00.000Z`).make('demand')
    const { path } = await backupsOf(store).make('demand')
    const paths = (await listBackups(folder)).map((listed) => listed.path)
    expect(paths).toContain(path)
    expect(paths).toHaveLength(10)
  })
})

describe('restoring', () => {
  it('keeps what it replaces where that could not be backed up, with a log that was left over', async () => {
    const { store, folder } = await workspace()
    const { path } = await backupsOf(store).make('demand')
    await store.close()
    writeFileSync(store.file, 'damaged')
    writeFileSync(`${store.file}-wal`, 'a log')
    const { kept } = await restoreBackup(folder, path, noon, false)
    expect(readFileSync(join(kept ?? '', 'casebook.db'), 'utf8')).toBe('damaged')
    expect(readFileSync(join(kept ?? '', 'casebook.db-wal'), 'utf8')).toBe('a log')
    const restored = await openWorkspaceStore({ folder })
    expect((await restored.verify()).findings).toEqual([])
    expect((await restored.case('case-1'))?.record.id).toBe('case-1')
  })

  it('is refused while the workspace is open, and says who has it', async () => {
    const { store, folder } = await workspace()
    const { path } = await backupsOf(store).make('demand')
    expect(await refusalOf(restoreBackup(folder, path, noon, true))).toMatchObject({
      code: 'store.locked-by',
      params: { pid: process.pid },
    })
    await put(store, [{ kind: 'case', record: makeCase({ revision: 1 }) }])
  })

  it.each<[string, (file: string) => void]>([
    ['cut off', (file) => truncateSync(file, readFileSync(file).length - 100)],
    ['cut off in the middle', (file) => truncateSync(file, 5_000)],
    ['longer than it says', (file) => writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from('more')]))],
    ['longer in front', (file) => writeFileSync(file, Buffer.concat([Buffer.from('more'), readFileSync(file)]))],
    ['another file', (file) => writeFileSync(file, 'PK nothing of the kind')],
    ['empty', (file) => writeFileSync(file, '')],
  ])('is refused where the file is %s, and nothing is changed', async (_name, harm) => {
    const { store, folder } = await workspace()
    const out = join(temporaryFolder(), 'b.zip')
    await backupsOf(store).make('demand', out)
    await store.close()
    harm(out)
    const before = contentOf(store.file)
    expect((await refusalOf(restoreBackup(folder, out, noon, false))).code).toBe('backup.unreadable')
    expect(contentOf(store.file)).toBe(before)
    expect(readdirSync(folder).filter((name) => /restoring|replaced/.test(name))).toEqual([])
  })

  it('is refused with any one byte of it changed', async () => {
    const { store } = await workspace()
    const out = join(temporaryFolder(), 'b.zip')
    await backupsOf(store).make('demand', out)
    const whole = readFileSync(out)
    const refused: number[] = []
    const places = Array.from({ length: 60 }, (_, n) => Math.floor((n * whole.length) / 60))
    for (const place of [...places, whole.length - 1]) {
      const harmed = Buffer.from(whole)
      harmed[place] = (harmed[place] ?? 0) ^ 0x41
      writeFileSync(out, harmed)
      const outcome = await inspectBackup(out).then(
        () => null,
        (thrown: { refusal?: { code: string } }) => thrown.refusal?.code ?? String(thrown),
      )
      if (outcome === 'backup.unreadable') refused.push(place)
    }
    // Times and modes of the entries carry nothing; everything else shows.
    expect(refused.length).toBeGreaterThanOrEqual(places.length - 2)
  })

  it('is refused for a database with a trigger of somebody else’s', async () => {
    const { store, folder } = await workspace()
    const foreign = new Database(store.file)
    foreign.exec('CREATE TRIGGER evil AFTER INSERT ON cases BEGIN DELETE FROM steps; END')
    foreign.close()
    expect((await store.verify()).findings).toMatchObject([{ code: 'verify.schema', params: { name: 'evil' } }])
    const { path } = await backupsOf(store).make('demand')
    await store.close()
    expect(await refusalOf(restoreBackup(folder, path, noon, true))).toMatchObject({
      code: 'backup.unreadable',
      params: { detail: expect.stringContaining('evil') },
    })
  })

  it('is refused where nothing is, or what a newer version made', async () => {
    const { folder } = await workspace()
    expect((await refusalOf(inspectBackup(join(folder, 'none.zip')))).code).toBe('backup.missing-file')
  })
})

it(
  'backups made while changes are written each restore to exactly a state that was acknowledged',
  async () => {
    const { store } = await workspace()
    const backups = backupsOf(store, () => new Date().toISOString())
    // Each state by its place in the activity: what a backup of that place has to hold.
    const states = new Map<number, { notes: string; revision: number; number: number }>()
    let n = 0
    const change = async () => {
      n += 1
      const present = (await store.case('case-1'))?.record
      if (present === undefined) throw new Error('The case is gone.')
      const opened = makeCase({ id: `case-of-${n}`, number: n + 1, notes: 'x'.repeat(2_000) })
      const { sequence } = await put(
        store,
        [
          { kind: 'case', record: { ...present, notes: `change ${n}` } },
          { kind: 'step', record: makeStep({ reason: `change ${n}` }) },
          ...(n > MOST_CASES ? [] : [{ kind: 'case' as const, record: opened }]),
        ],
        [makeActivity({ caseId: 'case-1', params: { n } })],
      )
      const number = Math.min(n, MOST_CASES) + 1
      states.set(sequence, { notes: `change ${n}`, revision: present.revision + 1, number })
    }
    /** Changes as fast as they go for as long as the work runs; others get a turn between two, as between two requests. */
    const underLoad = async <T>(work: () => Promise<T>): Promise<T> => {
      let isDone = false
      const load = (async () => {
        while (!isDone) {
          await change()
          await new Promise((resolve) => setImmediate(resolve))
        }
      })()
      try {
        return await work()
      } finally {
        isDone = true
        await load
      }
    }
    let checked = 0
    let meanwhile = 0
    for (let round = 0; round < rounds; round += 1) {
      const before = n
      const out = join(temporaryFolder(), 'b.zip')
      const { manifest } = await underLoad(() => backups.make('demand', out))
      meanwhile += n - before
      const elsewhere = join(dirname(out), 'restored')
      await restoreBackup(elsewhere, out, noon, false)
      const restored = await openWorkspaceStore({ folder: elsewhere })
      const sequence = manifest.lastChange?.sequence ?? 0
      if (sequence > 1) {
        const state = states.get(sequence)
        const c = await restored.case('case-1')
        expect({ notes: c?.record.notes, revision: c?.record.revision }).toEqual({
          notes: state?.notes,
          revision: state?.revision,
        })
        expect(c?.steps.map((step) => step.reason)).toEqual([state?.notes])
        expect(await restored.nextCaseNumber()).toBe((state?.number ?? 0) + 1)
      }
      expect(await restored.verify()).toMatchObject({ findings: [], activity: sequence, cases: manifest.cases })
      await restored.close()
      rmSync(dirname(out), { recursive: true })
      checked += 1
    }
    expect(meanwhile).toBeGreaterThan(0)
    console.log(`${rounds} backups under load, ${checked} restored and equal, ${meanwhile} changes written meanwhile`)
    expect(checked).toBe(rounds)
  },
  60_000 + rounds * 5_000,
)
