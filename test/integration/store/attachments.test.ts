import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openAttachments } from '../../../electron/store/attachments.ts'
import { refusalOf } from '../../contract/case-store/support.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const text = (words: string) => new TextEncoder().encode(words)
/** SHA-256 of “abc”, from the standard itself. */
const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'

function attachmentsFolder() {
  const workspace = temporaryFolder()
  const folder = join(workspace, 'attachments')
  return { workspace, folder, files: openAttachments(workspace), path: join(folder, 'ba', abc) }
}

describe('an attachment', () => {
  it('comes back byte for byte under its SHA-256', async () => {
    const { files, path } = attachmentsFolder()
    expect(await files.put(text('abc'))).toEqual({ sha256: abc, size: 3 })
    expect(await files.get(abc)).toEqual(text('abc'))
    expect(existsSync(path)).toBe(true)
    const all = Uint8Array.from({ length: 256 }, (_, n) => n)
    const { sha256, size } = await files.put(all)
    expect([size, await files.get(sha256)]).toEqual([256, all])
    const { sha256: nothing } = await files.put(new Uint8Array())
    expect(await files.get(nothing)).toEqual(new Uint8Array())
  })

  it('is kept once, however often it comes', async () => {
    const { folder, files } = attachmentsFolder()
    await Promise.all([files.put(text('abc')), files.put(text('abc'))])
    await files.put(text('abc'))
    expect(readdirSync(join(folder, 'ba'))).toEqual([abc])
    expect(readdirSync(join(folder, 'unfinished'))).toEqual([])
  })

  it('is for this user alone', async () => {
    const { folder, files, path } = attachmentsFolder()
    await files.put(text('abc'))
    const modes = [folder, join(folder, 'ba'), path].map((each) => statSync(each).mode & 0o777)
    expect(modes).toEqual([0o700, 0o700, 0o600])
  })

  it('that is gone is said to be missing', async () => {
    const { files, path } = attachmentsFolder()
    await files.put(text('abc'))
    rmSync(path)
    expect(await refusalOf(files.get(abc))).toEqual({ code: 'attachment.missing', params: { sha256: abc } })
    const never = 'f'.repeat(64)
    expect((await refusalOf(files.get(never))).code).toBe('attachment.missing')
  })

  it('that was changed is said to be altered, never given, and made good when it comes again', async () => {
    const { files, path } = attachmentsFolder()
    await files.put(text('abc'))
    writeFileSync(path, 'abd')
    expect(await refusalOf(files.get(abc))).toEqual({ code: 'attachment.altered', params: { sha256: abc } })
    await files.put(text('abc'))
    expect(await files.get(abc)).toEqual(text('abc'))
  })

  it('is asked for by a hash and nothing that could be a path', async () => {
    const { files } = attachmentsFolder()
    for (const hash of ['', '../../etc/passwd', abc.toUpperCase(), `${abc}/`, abc.slice(1)]) {
      await expect(files.get(hash)).rejects.toThrow('by its SHA-256')
    }
  })

  it('that a crash left half written is swept away at the next start', async () => {
    const { workspace, folder, files } = attachmentsFolder()
    await files.put(text('abc'))
    writeFileSync(join(folder, 'unfinished', 'half'), 'ab')
    const reopened = openAttachments(workspace)
    expect(existsSync(join(folder, 'unfinished'))).toBe(false)
    expect(await reopened.get(abc)).toEqual(text('abc'))
    expect(await reopened.put(text('new'))).toMatchObject({ size: 3 })
  })

  it('that finds no place is refused, and leaves nothing', async () => {
    const { folder, files } = attachmentsFolder()
    mkdirSync(folder)
    writeFileSync(join(folder, 'ba'), 'a file where a folder should be')
    expect((await refusalOf(files.put(text('abc')))).code).toMatch(/^store\./)
    expect(readdirSync(folder).toSorted()).toEqual(['ba'])
  })
})
