import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { multiplyCase } from '../../support/many-cases.ts'
import { type OpenDeskOfTest, openedDesk, settledDesk } from '../../support/open-desk.ts'
import { readTable } from '../../support/read-table.ts'
import { openedCase, readyCase } from '../../support/ready-case.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** A desk with so many cases that are ready to be exported. */
async function deskOf(count: number): Promise<OpenDeskOfTest> {
  const first = await settledDesk()
  await first.send('payer.add', { accountId: '555566667777', kind: 'shared' })
  await readyCase(first, { payer: '555566667777' })
  await first.close()
  await multiplyCase(first.folder, count)
  return openedDesk(first.folder)
}

const bundlesIn = (out: string) => readdirSync(out).filter((name) => name.endsWith(`_C-${name.split('_C-')[1]}`))
const indexOf = (path: string | null) => readTable(readFileSync(path ?? '', 'utf8'))

function demandWhole(folder: string): void {
  execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: folder })
}

describe('an export of many cases', () => {
  it('writes a folder each and an index of them, whatever refuses some', async () => {
    const desk = await deskOf(3)
    const early = await openedCase(desk, { name: '=Early()', account: '012345678901', orgIds: '808808808808' })
    const out = temporaryFolder()
    const report = await desk.send('submission.export-many', { job: 'one', query: {}, format: 'folder', out })
    expect(report).toMatchObject({ total: 4, written: 3, refused: 1, isCancelled: false })
    expect(report.rows.map(({ ref, error }) => [ref, error?.code ?? null])).toEqual([
      ['C-1', null],
      ['C-2', null],
      ['C-3', null],
      [early.ref, 'submission.refused'],
    ])
    for (const name of bundlesIn(out)) demandWhole(join(out, name))
    expect(bundlesIn(out)).toHaveLength(3)

    const [head, ...rows] = await indexOf(report.index)
    expect(head?.cells[0]).toBe('Case')
    expect(rows.map(({ cells }) => cells.slice(0, 4))).toEqual([
      ['C-1', 'Acme Foods', '1111-2222-3333', 'written'],
      ['C-2', 'Customer 00002', '1000-0000-0002', 'written'],
      ['C-3', 'Customer 00003', '1000-0000-0003', 'written'],
      [early.ref, "'=Early()", '0123-4567-8901', 'refused'],
    ])
    expect(rows[3]?.cells[7]).toBe(`${report.rows[3]?.error?.message} ${report.rows[3]?.error?.remedy}`)
    for (const row of report.rows.slice(0, 3)) {
      const c = await desk.send('case.get', { case: row.case })
      expect(c.submissions[0]).toMatchObject({ state: 'exported', exported: { name: row.name, files: row.files } })
    }
  })

  it('takes the cases that are named, each once, and says which are not there', async () => {
    const desk = await deskOf(2)
    const cases = ['C-2', 'C-99', 'C-2', '1']
    const report = await desk.send('submission.export-many', {
      job: 'one',
      cases,
      format: 'zip',
      out: temporaryFolder(),
    })
    expect(report.rows.map(({ case: named, ref, error }) => [named, ref, error?.code ?? null])).toEqual([
      ['C-2', 'C-2', null],
      ['C-99', null, 'case.unknown'],
      ['1', 'C-1', null],
    ])
    const nothing = { job: 'two', query: { text: 'nowhere' }, format: 'zip' } as const
    expect(await desk.refused('submission.export-many', nothing)).toMatchObject({ code: 'export.nothing-selected' })
  })

  it('leaves out what cannot be read, and writes the others', async () => {
    const desk = await deskOf(3)
    const other = new Database(join(desk.folder, 'casebook.db'))
    other.prepare('UPDATE cases SET owner = ? WHERE number = 2').run('x'.repeat(300))
    other.close()
    const cases = ['C-1', 'C-2', 'C-3']
    const report = await desk.send('submission.export-many', {
      job: 'one',
      cases,
      format: 'zip',
      out: temporaryFolder(),
    })
    expect(report.rows.map(({ error }) => error?.code ?? null)).toEqual([null, 'store.row-unreadable', null])
  })

  it('can be run again into the same folder: the same bundles stay, and no index takes the place of another', async () => {
    const desk = await deskOf(2)
    const out = temporaryFolder()
    writeFileSync(join(out, 'index.csv'), 'mine')
    const first = await desk.send('submission.export-many', { job: 'one', query: {}, format: 'folder', out })
    const second = await desk.send('submission.export-many', { job: 'one', query: {}, format: 'folder', out })
    expect(second).toEqual(first)
    expect(first.index).toBe(join(out, 'index-2.csv'))
    expect(readFileSync(join(out, 'index.csv'), 'utf8')).toBe('mine')
  })

  it('of 1,000 says how far it is, and a cancel at any moment leaves whole bundles only', {
    timeout: 120_000,
  }, async () => {
    const desk = await deskOf(1_000)
    const ends: number[] = []
    for (const [round, after] of [1, 40, 333].entries()) {
      const out = temporaryFolder()
      const job = `round-${round}`
      const seen: number[] = []
      const running = desk.send('submission.export-many', { job, query: {}, format: 'folder', out })
      for (let isCancelled = false; !isCancelled; ) {
        const { done, total } = await desk.send('job.state', { job }).catch(() => ({ done: 0, total: 0 }))
        if (total > 0) {
          expect(total).toBe(1_000)
          seen.push(done)
        }
        if (done < after) await new Promise((resolve) => setImmediate(resolve))
        else isCancelled = (await desk.send('job.cancel', { job })).state === 'cancelling'
      }
      const report = await running
      expect(report.isCancelled).toBe(true)
      expect(report.written).toBe(report.rows.length)
      expect(report.written).toBeGreaterThanOrEqual(after)
      expect(report.written).toBeLessThan(1_000)
      expect(bundlesIn(out)).toHaveLength(report.written)
      expect(readdirSync(out).filter((name) => name.includes('.part'))).toEqual([])
      for (const name of bundlesIn(out).filter((_, n) => n % 37 === 0)) demandWhole(join(out, name))
      expect(await indexOf(report.index)).toHaveLength(report.written + 1)
      expect(seen).toEqual(seen.toSorted((a, b) => a - b))
      expect((await desk.send('job.state', { job })).state).toBe('cancelled')
      ends.push(report.written)
    }
    expect(ends[0]).toBeLessThan(ends[2] ?? 0)
    expect(desk.events.filter(({ topic }) => topic === 'jobs').length).toBeGreaterThan(10)
  })
})

describe('long work', () => {
  it('is unknown under an ID that nobody gave, and known under one for a while after it ended', async () => {
    const desk = await deskOf(1)
    expect(await desk.refused('job.state', { job: 'x' })).toMatchObject({ code: 'job.unknown', field: 'job' })
    expect(await desk.refused('job.cancel', { job: 'x' })).toMatchObject({ code: 'job.unknown' })
    await desk.send('submission.export-many', { job: 'x', query: {}, format: 'eml', out: temporaryFolder() })
    expect(await desk.send('job.list', {})).toEqual({
      jobs: [{ id: 'x', kind: 'bundles', state: 'done', done: 1, total: 1, title: 'Writing bundles' }],
    })
    expect((await desk.send('job.cancel', { job: 'x' })).state).toBe('done')
  })

  it('is ended with the workspace, where that leaves everything whole', async () => {
    const desk = await deskOf(500)
    const out = temporaryFolder()
    const running = desk.send('submission.export-many', { job: 'x', query: {}, format: 'folder', out })
    await expect.poll(async () => (await desk.send('job.state', { job: 'x' })).done).toBeGreaterThan(3)
    await desk.close()
    const report = await running
    expect(report).toMatchObject({ isCancelled: true, total: 500 })
    expect(report.written).toBeLessThan(500)
    for (const name of bundlesIn(out)) demandWhole(join(out, name))
    expect(bundlesIn(out)).toHaveLength(report.written)
  })

  it('runs once at a time under one ID', async () => {
    const desk = await deskOf(20)
    const input = { job: 'x', query: {}, format: 'folder', out: temporaryFolder() } as const
    const running = desk.send('submission.export-many', input)
    await expect.poll(async () => (await desk.send('job.list', {})).jobs.length).toBe(1)
    expect(await desk.refused('submission.export-many', input)).toMatchObject({ code: 'job.running' })
    expect((await running).written).toBe(20)
  })
})
