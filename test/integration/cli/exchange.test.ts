import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { casebookHere } from '../../support/casebook.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let folder = ''
let files = ''
const run = (...words: readonly string[]) => casebookHere([...words, '--data-dir', folder])
const json = async (...words: readonly string[]) => JSON.parse((await run(...words, '--json')).stdout)

function written(name: string, text: string): string {
  writeFileSync(join(files, name), text)
  return join(files, name)
}

describe('the workspace on the command line', () => {
  test('takes a customer list in after a look, and gives it out the same', async () => {
    folder = temporaryFolder()
    files = temporaryFolder()
    await run('init', '--company', 'Nimbus', '--msp-account', '999900001111', '--operator', 'Ana')
    const list = written('kunden.csv', 'Kunde;Konto\nAcme;1122223333\n"Bolt; Ltd";222233334444\n')
    const map = ['--map', 'Kunde=name', '--map', 'Konto=managementAccountId']

    const refused = await run('import', list, ...map)
    expect(refused.exit).toBe(1)
    expect(refused.stdout).toContain('(001122223333?)')
    expect(refused.stdout).toContain('Nothing was changed: one cell cannot be taken.')

    const dry = await json('import', list, ...map, '--restore-zeros', '--dry-run')
    expect(dry).toMatchObject({ ok: true, applied: false, counts: { added: 2 } })
    const done = await json('import', list, ...map, '--restore-zeros', '--open-cases')
    expect(done).toMatchObject({ applied: true, counts: { added: 2, casesOpened: 2 } })

    const out = join(files, 'out.csv')
    expect((await run('export', '--format', 'csv', '--out', out)).exit).toBe(0)
    expect((await run('export', '--format', 'csv')).stdout.trimEnd()).toBe(readFileSync(out, 'utf8').trimEnd())
    expect(readFileSync(out, 'utf8')).toContain('"0011-2222-3333"')
    expect(await json('import', out)).toMatchObject({ counts: { added: 0, changed: 0, unchanged: 2 } })

    expect((await json('export', 'C-2', '--format', 'json')).count).toBe(1)
    expect((await run('export', '--format', 'ics')).stdout).toMatch(/^BEGIN:VCALENDAR/)
    const page = join(files, 'c.html')
    expect((await run('case', 'dossier', 'C-1', '--out', page)).exit).toBe(0)
    expect(readFileSync(page, 'utf8')).toContain('Acme')
  })

  test('hands cases over, and takes them over with a choice where both sides differ', async () => {
    const [here, there] = [temporaryFolder(), temporaryFolder()]
    files = temporaryFolder()
    for (folder of [here, there]) {
      await run('init', '--company', 'Nimbus', '--msp-account', '999900001111', '--operator', 'Ana')
    }
    folder = here
    await run('customer', 'add', '--name', 'Acme', '--management-account', '111122223333', '--org', '606606606606')
    await run('case', 'open', '--customer', 'Acme')
    const file = join(files, 'acme.casebook')
    expect((await run('export', 'C-1', '--format', 'handover')).exit).toBe(2)
    expect((await run('export', 'C-1', '--format', 'handover', '--out', file)).exit).toBe(0)

    folder = there
    await run('customer', 'add', '--name', 'Acme Ltd', '--management-account', '111122223333', '--org', '606606606606')
    const { conflicts } = await json('import', file, '--dry-run')
    expect(conflicts).toMatchObject([{ field: 'name', ours: 'Acme Ltd', theirs: 'Acme' }])
    expect((await json('import', file)).error.code).toBe('handover.conflicts')
    expect(await json('import', file, '--choose', `${conflicts[0].id}=theirs`)).toMatchObject({
      applied: true,
      cases: [{ as: 'C-1', what: 'new' }],
    })
    expect((await json('case', 'show', 'C-1')).customer.name).toBe('Acme')
    expect((await run('import', file, '--choose', 'x')).exit).toBe(2)
  })

  test('exports the bundles of named cases or of a search, one of both', async () => {
    folder = temporaryFolder()
    files = temporaryFolder()
    await run('init', '--company', 'Nimbus', '--msp-account', '999900001111', '--operator', 'Ana')
    const list = written('list.csv', 'Customer,Account\nAcme,111122223333\nBolt,222233334444\n')
    await run('import', list, '--open-cases')
    const out = join(files, 'bundles')
    const report = await json('submission', 'export', '--all', '--out', out)
    expect(report).toMatchObject({ total: 2, written: 0, refused: 2, index: join(out, 'index.csv') })
    expect(report.results.map((row: { case: string }) => row.case)).toEqual(['C-1', 'C-2'])
    expect(existsSync(report.index)).toBe(true)
    const searched = await run('submission', 'export', '--query', 'bolt', '--out', out)
    expect(searched).toMatchObject({ exit: 1, stdout: expect.stringContaining('0 written, 1 refused') })
    for (const words of [[], ['C-1', '--all'], ['--query', 'x', '--all'], ['C-1', 'C-2', '--attempt', '1']]) {
      expect((await run('submission', 'export', ...words, '--out', out)).exit, words.join(' ')).toBe(2)
    }
    expect((await json('submission', 'note', 'C-1', '--ticket', 'X')).error.code).toBe('submission.unknown')
    expect((await run('submission', 'note', 'C-1')).exit).toBe(2)
    expect((await json('submission', 'messages', 'C-1')).handOff).toBeNull()
  })
})
