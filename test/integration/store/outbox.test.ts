import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { OutFile } from '../../../electron/services/ports.ts'
import { createOutbox } from '../../../electron/store/outbox.ts'
import { refusalOf } from '../../contract/case-store/support.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const file = (name: string, words: string): OutFile => ({ name, bytes: new TextEncoder().encode(words) })
const bundle = [file('crawler-cfn.yml', 'a: 1\r\n'), file('submission.txt', 'Hello'), file('empty', '')]
const name = '2026-11-14_acme_111122223333_C-1'

function outboxIn() {
  const parent = join(temporaryFolder(), 'new', 'exports')
  return { parent, outbox: createOutbox(parent), target: join(parent, name) }
}

/** What lies in a folder: names with their words. */
function contentOf(path: string): Record<string, string> {
  return Object.fromEntries(readdirSync(path).map((each) => [each, readFileSync(join(path, each), 'utf8')]))
}

describe('a bundle', () => {
  it('is written whole, in a folder that is made for it, and leaves nothing else there', async () => {
    const { parent, outbox, target } = outboxIn()
    expect(outbox.defaultFolder()).toBe(parent)
    expect(await outbox.writeFolder(parent, name, bundle)).toEqual({ path: target })
    expect(contentOf(target)).toEqual({ 'crawler-cfn.yml': 'a: 1\r\n', 'submission.txt': 'Hello', empty: '' })
    expect(await outbox.writeFile(parent, file(`${name}.zip`, 'PK'))).toEqual({ path: `${target}.zip` })
    expect(readdirSync(parent).toSorted()).toEqual([name, `${name}.zip`])
  })

  it('that is there already with the same content counts as written, and is not touched', async () => {
    const { parent, outbox, target } = outboxIn()
    await outbox.writeFolder(parent, name, bundle)
    await outbox.writeFile(parent, file('a.zip', 'PK'))
    const before = [lstatSync(target).ino, lstatSync(join(parent, 'a.zip')).ino]
    expect(await outbox.writeFolder(parent, name, bundle.toReversed())).toEqual({ path: target })
    await outbox.writeFile(parent, file('a.zip', 'PK'))
    expect([lstatSync(target).ino, lstatSync(join(parent, 'a.zip')).ino]).toEqual(before)
  })

  it.each<[string, readonly OutFile[]]>([
    ['a changed file', [file('crawler-cfn.yml', 'a: 2\r\n'), ...bundle.slice(1)]],
    ['a file more', [...bundle, file('more', '')]],
    ['a file less', bundle.slice(1)],
    ['a file by another name', [file('crawler.yml', 'a: 1\r\n'), ...bundle.slice(1)]],
  ])('that would differ from the one there by %s is refused, and the one there stays', async (_name, files) => {
    const { parent, outbox, target } = outboxIn()
    await outbox.writeFolder(parent, name, bundle)
    const before = contentOf(target)
    expect(await refusalOf(outbox.writeFolder(parent, name, files))).toEqual({
      code: 'export.exists',
      params: { path: target },
    })
    expect(contentOf(target)).toEqual(before)
    expect(readdirSync(parent)).toEqual([name])
  })

  it('never takes the place of a file, an empty folder or a link', async () => {
    const { parent, outbox, target } = outboxIn()
    mkdirSync(parent, { recursive: true })
    writeFileSync(join(parent, 'file'), 'mine')
    mkdirSync(join(parent, 'empty'))
    symlinkSync(join(parent, 'nowhere'), join(parent, 'link'))
    symlinkSync(join(parent, 'file'), join(parent, 'link.zip'))
    for (const taken of ['file', 'empty', 'link', 'link.zip']) {
      expect((await refusalOf(outbox.writeFolder(parent, taken, bundle))).code).toBe('export.exists')
      expect((await refusalOf(outbox.writeFile(parent, file(taken, 'yours')))).code).toBe('export.exists')
    }
    expect(readdirSync(parent).toSorted()).toEqual(['empty', 'file', 'link', 'link.zip'])
    expect(readFileSync(join(parent, 'file'), 'utf8')).toBe('mine')
    expect((await refusalOf(outbox.writeFile(parent, file('file', 'other')))).params).toEqual({
      path: join(parent, 'file'),
    })
    expect(await outbox.writeFolder(parent, name, [])).toEqual({ path: target })
  })

  it('is refused where the folder is a file, with the reason and nothing left behind', async () => {
    const folder = temporaryFolder()
    const parent = join(folder, 'file')
    writeFileSync(parent, 'x')
    for (const place of [parent, join(parent, 'below')]) {
      const refusal = await refusalOf(createOutbox(place).writeFolder(place, name, bundle))
      expect(refusal).toMatchObject({ code: 'export.failed', params: { path: join(place, name), reason: 'missing' } })
    }
    expect(readdirSync(folder)).toEqual(['file'])
  })

  it('leaves nothing where it breaks off in the middle', async () => {
    const { parent, outbox } = outboxIn()
    const broken = { name: 'broken', bytes: null as unknown as Uint8Array }
    await expect(outbox.writeFolder(parent, name, [...bundle, broken])).rejects.toThrow()
    await expect(outbox.writeFile(parent, broken)).rejects.toThrow()
    expect(readdirSync(parent)).toEqual([])
  })

  it.each([
    '',
    '.',
    '..',
    '../up',
    'a/b',
    'a\\b',
    'C:',
    'nul',
    'COM1.txt',
    'end.',
    'end ',
    'a\0b',
    'a\nb',
    'a?',
    'x'.repeat(256),
  ])('has no name that any system refuses: %j', async (bad) => {
    const { parent, outbox } = outboxIn()
    const refusal = { code: 'export.unsafe-name', params: { name: bad } }
    expect(await refusalOf(outbox.writeFolder(parent, bad, bundle))).toEqual(refusal)
    expect(await refusalOf(outbox.writeFolder(parent, name, [file(bad, '')]))).toEqual(refusal)
    expect(await refusalOf(outbox.writeFile(parent, file(bad, '')))).toEqual(refusal)
    expect(() => readdirSync(parent)).toThrow('ENOENT')
  })

  it('has no two files that are one on Windows or a Mac', async () => {
    const { parent, outbox } = outboxIn()
    for (const pair of [
      ['a.txt', 'A.TXT'],
      ['\u00e4', 'a\u0308'],
    ]) {
      const refusal = await refusalOf(
        outbox.writeFolder(
          parent,
          name,
          pair.map((each) => file(each, '')),
        ),
      )
      expect(refusal).toEqual({ code: 'export.unsafe-name', params: { name: pair[1] } })
    }
  })
})
