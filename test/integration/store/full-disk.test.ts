import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const program = fileURLToPath(new URL('../../support/full-disk-program.ts', import.meta.url))

/** Runs a command with a small file system of its own on a folder, where this system lets us mount one. */
function onSmallDisk(folder: string, command: readonly string[]) {
  const script = 'mount -t tmpfs -o size=8m small "$1" && shift && exec "$@"'
  return spawnSync('unshare', ['--map-root-user', '--mount', 'sh', '-c', script, 'sh', folder, ...command], {
    encoding: 'utf8',
    timeout: 50_000,
  })
}

it('a disk that fills up loses nothing that was acknowledged, says so, and goes on once there is room', (context) => {
  const folder = temporaryFolder()
  if (onSmallDisk(folder, ['true']).status !== 0) {
    context.skip('no file system can be mounted here; SQLite’s own limit stands for it (faults.test.ts)')
  }
  const { stdout, stderr, status } = onSmallDisk(folder, [process.execPath, program, folder])
  expect(status, stderr).toBe(0)
  const said = JSON.parse(stdout)
  expect(said.refusal).toEqual({
    code: 'store.full',
    message: `The disk that holds “${folder}” is full. The last change was not saved; everything before it is.`,
    remedy: 'Free some space on that disk, then do it again.',
  })
  expect(said.backup.code).toBe('store.full')
  expect(said.beforeRoom).toBeGreaterThan(20)
  expect(said.integrity).toMatchObject({ findings: [], cases: said.beforeRoom, activity: said.beforeRoom })
  expect(said.afterRoom).toBeNull()
  expect(said.acknowledged).toBe(said.beforeRoom + 1)
  expect(said.present).toBe(said.acknowledged)
  expect(said.found).toMatchObject({ findings: [], cases: said.acknowledged, activity: said.acknowledged })
  console.log(`tmpfs of 8 MiB: ${said.acknowledged} acknowledged changes, 0 lost, 0 half-applied`)
})
