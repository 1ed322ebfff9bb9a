import { spawnSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { CaseView } from '../../../shared/contract/views.ts'
import { terminalOn } from '../../support/casebook.ts'
import { startProcess } from '../../support/child-process.ts'
import { openedDesk } from '../../support/open-desk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const main = fileURLToPath(new URL('../../../electron/cli/main.ts', import.meta.url))

async function workspace() {
  const folder = temporaryFolder()
  const desk = await openedDesk(folder)
  await desk.send('workspace.init', { company: 'Northwind', mspAccountId: '999900001111', operator: 'Ana' })
  await desk.send('customer.add', { name: 'Acme', managementAccountId: '111122223333', orgIds: '606606606606' })
  await desk.send('case.open', { customer: 'Acme' })
  await desk.close()
  return { folder, terminal: terminalOn(folder) }
}

test('a workspace is backed up, changed, taken back, restored and verified by typing', async () => {
  const { folder, terminal } = await workspace()
  const out = join(folder, 'mine.zip')
  expect((await terminal.run('backup', '--out', out)).stdout).toContain(`Wrote and read back ${out}.`)
  await terminal.json('case', 'step', 'C-1', 'report.sign-in', 'done')
  expect((await terminal.run('undo')).stdout).toMatch(/^Took back: Did “Sign in/)
  expect((await terminal.run('redo')).stdout).toMatch(/^Made again: Did “Sign in/)

  const shown = await terminal.run('restore', out, '--dry-run')
  expect(shown.stdout).toMatch(/real workspace of Northwind, 1 case, 1 customer, .* data version \d+/)
  expect(
    (await terminal.json<CaseView>('case', 'show', 'C-1')).steps.find((s) => s.id === 'report.sign-in')?.status,
  ).toBe('done')
  const restored = await terminal.run('restore', out)
  expect(restored.stdout).toMatch(/Restored 1 case from .* What it replaced is kept in .*before-restore\.zip/)
  expect(
    (await terminal.json<CaseView>('case', 'show', 'C-1')).steps.find((s) => s.id === 'report.sign-in')?.status,
  ).not.toBe('done')
  expect(await terminal.json('verify')).toMatchObject({ ok: true, cases: 1, findings: [] })
  expect((await terminal.refused('restore', join(folder, 'none.zip'))).code).toBe('backup.missing-file')
})

test('a damaged database is told with its remedy, and what can be read is written out', async () => {
  const { folder, terminal } = await workspace()
  writeFileSync(join(folder, 'casebook.db'), 'This was a database.')
  const refused = await terminal.refused('case', 'list')
  expect(refused).toMatchObject({ code: 'store.corrupt' })
  expect(refused.remedy).toMatch(/casebook restore.*casebook rescue/)
  expect((await terminal.run('verify')).exit).toBe(1)
  const out = join(temporaryFolder(), 'rescued')
  await terminal.json('rescue', '--out', out)
  expect(readdirSync(out)).toContain('cases.json')
})

test('while the app is open the command line says who has the workspace, and changes nothing', async () => {
  const folder = temporaryFolder()
  const terminal = terminalOn(folder)
  const app = startProcess('store-program.ts', ['hold', folder])
  expect(await app.next(), app.errors()).toBe('open')
  for (const words of [['case', 'list'], ['backup'], ['restore', 'x.zip']]) {
    const refused = await terminal.run(...words)
    expect(refused.exit).toBe(1)
    expect(refused.stderr).toMatch(
      words[0] === 'restore' ? /backup.missing-file|store.locked-by/ : `process ${app.pid}`,
    )
  }
})

test('a database that another program holds is told by its code', async () => {
  const { folder, terminal } = await workspace()
  const other = new Database(join(folder, 'casebook.db'))
  other.exec('BEGIN EXCLUSIVE')
  expect((await terminal.refused('case', 'step', 'C-1', 'report.sign-in', 'done')).code).toBe('store.busy')
  other.close()
  await terminal.json('case', 'step', 'C-1', 'report.sign-in', 'done')
})

test('a clock that was set back is found', async () => {
  const { folder, terminal } = await workspace()
  const db = new Database(join(folder, 'casebook.db'))
  const later = "'2099-01-01T00:00:00.000Z'"
  db.exec(
    `INSERT INTO activity (at, who, what, params, hash) VALUES (${later}, 'Ana', 'case.opened', '{}', zeroblob(32))`,
  )
  db.close()
  const { stdout } = await terminal.run('verify', '--json')
  expect(JSON.parse(stdout).findings.map((f: { code: string }) => f.code)).toContain('verify.clock')
})

test('a folder that may only be read is told by its code', async (context) => {
  const { folder } = await workspace()
  const script = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && shift && exec "$@"'
  const readOnly = (...command: readonly string[]) =>
    spawnSync('unshare', ['--map-root-user', '--mount', 'sh', '-c', script, 'sh', folder, ...command], {
      encoding: 'utf8',
    })
  if (readOnly('true').status !== 0) context.skip('no folder can be mounted read-only here')
  const { status, stderr } = readOnly(process.execPath, main, 'case', 'list', '--data-dir', folder)
  expect(status).toBe(1)
  expect(stderr).toContain('store.read-only: ')
  expect(stderr).toContain('Give your user account the right to write there')
})
