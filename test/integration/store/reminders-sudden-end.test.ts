import { expect, it } from 'vitest'
import { startProcess } from '../../support/child-process.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const LATER = '2026-12-01T12:00:00.000Z'

async function said(...args: readonly string[]): Promise<string> {
  const program = startProcess('reminder-program.ts', args)
  const line = await program.next()
  await program.kill()
  if (line === null) throw new Error(program.errors())
  return line
}

it('a process killed before it recorded a reminder shows it the next time; killed after, it never shows it twice', async () => {
  const folder = temporaryFolder()
  expect(await said(folder, '1', 'before', LATER)).toBe('before')
  const shown = JSON.parse(await said(folder, '1', 'shown', LATER))
  expect(shown).toMatchObject([{ case: 'C-1', level: 'overdue', wait: 'wait-1' }])
  expect(JSON.parse(await said(folder, '1', 'shown', LATER))).toEqual([])

  const other = temporaryFolder()
  expect(await said(other, '1', 'after', LATER)).toBe('after')
  expect(JSON.parse(await said(other, '1', 'shown', LATER))).toEqual([])
})

it('many that fell due while the app was closed are one digest, once', async () => {
  const folder = temporaryFolder()
  const shown = JSON.parse(await said(folder, '5', 'shown', LATER))
  expect(shown).toMatchObject([{ title: '5 waits are due', level: 'digest', case: null }])
  expect(shown[0].body).toContain('5 to chase')
  expect(JSON.parse(await said(folder, '5', 'shown', LATER))).toEqual([])
})
