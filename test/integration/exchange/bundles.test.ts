import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { startProcess, type TestProcess } from '../../support/child-process.ts'
import { crawlerTemplate } from '../../support/crawler-template-samples.ts'
import { settledDesk } from '../../support/open-desk.ts'
import { readyCase } from '../../support/ready-case.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const NAME = '2026-11-14_izmir-celik-a-b-con_111122223333_C-1'

/** Every file under a folder with its bytes, by path. */
function filesUnder(folder: string): Map<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true }).map(String)
  const files = paths.filter((path) => statSync(join(folder, path)).isFile()).toSorted()
  return new Map(files.map((path) => [path, readFileSync(join(folder, path))]))
}

async function said(process: TestProcess): Promise<string[]> {
  const lines: string[] = []
  for (let line = await process.next(); line !== null; line = await process.next()) lines.push(line)
  expect(process.errors()).toBe('')
  return lines
}

/** What a bundle folder is held against by its own sums. */
function demandWhole(folder: string): void {
  execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: folder })
  expect(readdirSync(folder).toSorted()).toEqual(['SHA256SUMS', 'crawler-cfn.yml', 'submission.json', 'submission.txt'])
}

describe('the bundles of one attempt', () => {
  it('are the same bytes in every zone and language, at every hour of the day, out of every data folder', async () => {
    const made: Map<string, Buffer>[] = []
    for (const [zone, language, hour] of [
      ['UTC', 'C', '00:00:00.000'],
      ['Asia/Tokyo', 'ja_JP.UTF-8', '15:20:30.400'],
      ['America/New_York', 'tr_TR.UTF-8', '23:59:59.999'],
    ]) {
      const out = temporaryFolder()
      const env = { TZ: zone, LANG: language, LC_ALL: language }
      await said(startProcess('bundle-program.ts', [temporaryFolder(), out, `2026-11-14T${hour}Z`], env))
      made.push(filesUnder(out))
    }
    const [first, ...others] = made
    expect([...(first?.keys() ?? [])]).toEqual([
      `${NAME}.eml`,
      `${NAME}.zip`,
      `${NAME}/SHA256SUMS`,
      `${NAME}/crawler-cfn.yml`,
      `${NAME}/submission.json`,
      `${NAME}/submission.txt`,
    ])
    for (const other of others) expect(other).toEqual(first)
  })

  it('are what sha256sum, unzip and another mail program make of them, with the crawler file byte for byte', async () => {
    const out = temporaryFolder()
    await said(startProcess('bundle-program.ts', [temporaryFolder(), out, '2026-11-14T12:00:00.000Z']))
    const file = Buffer.from(crawlerTemplate({ bucket: 'spotinst-cur-report-111122223333' }))
    demandWhole(join(out, NAME))
    expect(readFileSync(join(out, NAME, 'crawler-cfn.yml')).equals(file)).toBe(true)

    const unpacked = temporaryFolder()
    expect(execFileSync('unzip', ['-t', join(out, `${NAME}.zip`)]).toString()).toContain('No errors detected')
    execFileSync('unzip', ['-q', join(out, `${NAME}.zip`), '-d', unpacked])
    expect(filesUnder(join(unpacked, NAME))).toEqual(filesUnder(join(out, NAME)))

    const mail = await PostalMime.parse(readFileSync(join(out, `${NAME}.eml`)))
    const [head = '', ...text] = readFileSync(join(out, NAME, 'submission.txt'), 'utf8').split('\n\n')
    expect(mail.subject).toBe(head.replace(/^Subject: /, ''))
    expect(mail.text?.replaceAll('\r\n', '\n').trim()).toBe(text.join('\n\n').trim())
    expect(mail).toMatchObject({ from: { address: 'ana@nimbus.example' }, to: [{ address: 'support@spot.io' }] })
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['crawler-cfn.yml'])
    expect(Buffer.from(mail.attachments[0]?.content as ArrayBuffer).equals(file)).toBe(true)
    expect(mail.date).toBeUndefined()
    expect(mail.messageId).toBeUndefined()
  })

  it('hold nothing of the machine, and no time of the export', async () => {
    const [data, out] = [temporaryFolder(), temporaryFolder()]
    await said(startProcess('bundle-program.ts', [data, out, '2026-11-14T15:20:30.400Z']))
    for (const [path, bytes] of filesUnder(out)) {
      const text = bytes.toString('latin1')
      for (const trace of [data, out, '15:20', '2026-11-14T', process.env.USER ?? 'root@']) {
        expect(text.includes(trace), `${trace} in ${path}`).toBe(false)
      }
    }
  })
})

describe('an export that is ended in the middle', () => {
  it('leaves whole bundles, and nothing half done under their names', async () => {
    const file = Buffer.from(crawlerTemplate({ bucket: 'spotinst-cur-report-111122223333' }))
    const counts = { folder: 0, zip: 0, eml: 0 }
    for (let round = 0; round < 6; round += 1) {
      const out = temporaryFolder()
      const program = startProcess('bundle-program.ts', [temporaryFolder(), out, '2026-11-14T12:00:00.000Z', 'again'])
      for (let line = 0; line < 5 + round * 3; line += 1) await program.next()
      await program.kill()
      for (const parent of [
        out,
        ...readdirSync(out)
          .filter((name) => name.startsWith('round-'))
          .map((name) => join(out, name)),
      ]) {
        for (const name of readdirSync(parent)) {
          const path = join(parent, name)
          if (name.startsWith('round-') || name.endsWith('.part')) continue
          if (name.endsWith('.zip')) {
            execFileSync('unzip', ['-tq', path])
            counts.zip += 1
          } else if (name.endsWith('.eml')) {
            const mail = await PostalMime.parse(readFileSync(path))
            const content = Buffer.from((mail.attachments[0]?.content ?? new ArrayBuffer()) as ArrayBuffer)
            expect(content.equals(file)).toBe(true)
            counts.eml += 1
          } else {
            demandWhole(path)
            counts.folder += 1
          }
        }
      }
    }
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(6)
  })
})

describe('an export onto what is there', () => {
  it('is refused and changes nothing, in the folder and in the record', async () => {
    const desk = await settledDesk()
    const c = await readyCase(desk)
    const out = temporaryFolder()
    const first = await desk.send('submission.export', { case: c.id, format: 'folder', out })
    const before = filesUnder(out)
    await desk.send('case.set', { case: c.id, facts: { orgIds: '707707707707' } })
    const stale = await desk.send('case.get', { case: c.id })
    expect(stale.submissions[0]?.stale).toBe(true)
    const error = await desk.refused('submission.export', { case: c.id, format: 'folder', out })
    expect(error).toMatchObject({ code: 'export.exists', params: { path: first.path } })
    expect(filesUnder(out)).toEqual(before)
    expect(await desk.send('case.get', { case: c.id })).toEqual(stale)
  })
})
