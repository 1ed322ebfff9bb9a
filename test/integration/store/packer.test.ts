import { buffer } from 'node:stream/consumers'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import type { MailDraft } from '../../../electron/services/ports.ts'
import { packer } from '../../../electron/store/packer.ts'
import { refusalOf } from '../../contract/case-store/support.ts'
import { startProcess } from '../../support/child-process.ts'
import { sampleDraft, sampleFiles } from '../../support/packing.ts'

describe('the same content', () => {
  it('gives the same zip and the same mail in every zone and language', async () => {
    const places = [
      { TZ: 'UTC', LC_ALL: 'C' },
      { TZ: 'Asia/Tokyo', LC_ALL: 'ja_JP.UTF-8' },
      { TZ: 'America/New_York', LC_ALL: 'en_US.UTF-8' },
      { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' },
    ]
    const packed = []
    for (const place of places) {
      const program = startProcess('pack-program.ts', [], place)
      packed.push(JSON.parse((await program.next()) ?? program.errors()) as { zone: number; zip: string; mail: string })
    }
    expect(new Set(packed.map(({ zone }) => zone)).size).toBe(places.length)
    const here = {
      zip: packer.sha256(await packer.zip('2026-11-14_acme_111122223333_C-1', sampleFiles)),
      mail: packer.sha256(await packer.mail(sampleDraft)),
    }
    expect(packed.map(({ zip, mail }) => ({ zip, mail }))).toEqual(places.map(() => here))
  })

  it('has midnight of the zip’s first day in every zone there is', () => {
    // Where 1980 began an hour late, the time in the zip would be another one.
    const zones = Intl.supportedValuesOf('timeZone')
    expect(zones.length).toBeGreaterThan(300)
    const before = process.env.TZ
    try {
      for (const zone of zones) {
        process.env.TZ = zone
        const date = new Date(1980, 0, 1)
        expect([zone, date.getFullYear(), date.getDate(), date.getHours(), date.getMinutes()]).toEqual([
          zone,
          1980,
          1,
          0,
          0,
        ])
      }
    } finally {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    }
  })
})

describe('a zip', () => {
  it('holds the files as they are, in order, under their folder, as of 1980', async () => {
    const bytes = await packer.zip('bundle', sampleFiles)
    const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
    const found = []
    for await (const entry of zip.eachEntry()) {
      const content = await buffer(await zip.openReadStreamPromise(entry))
      found.push({ name: entry.fileName, method: entry.compressionMethod, content: new Uint8Array(content) })
      expect([entry.lastModFileDate, entry.lastModFileTime, entry.extraFieldLength]).toEqual([
        0b0000000_0001_00001, 0, 0,
      ])
      expect(entry.externalFileAttributes >>> 16).toBe(0o100644)
    }
    const sorted = sampleFiles.toSorted((a, b) => (a.name < b.name ? -1 : 1))
    expect(found).toEqual(sorted.map(({ name, bytes }) => ({ name: `bundle/${name}`, method: 0, content: bytes })))
  })

  it('is the same whatever order the files come in', async () => {
    const one = await packer.zip('bundle', sampleFiles)
    expect(await packer.zip('bundle', sampleFiles.toReversed())).toEqual(one)
  })

  it('has no path in it that is not ours', async () => {
    const bytes = new Uint8Array()
    expect((await refusalOf(packer.zip('..', []))).code).toBe('export.unsafe-name')
    expect((await refusalOf(packer.zip('bundle', [{ name: '../up', bytes }]))).code).toBe('export.unsafe-name')
    const twice = [
      { name: 'a', bytes },
      { name: 'A', bytes },
    ]
    expect((await refusalOf(packer.zip('bundle', twice))).code).toBe('export.unsafe-name')
  })
})

describe('a mail', () => {
  const sourceOf = async (draft: MailDraft) => Buffer.from(await packer.mail(draft)).toString('latin1')
  const headOf = (source: string) => source.slice(0, source.indexOf('\r\n\r\n'))

  it('reads back as what went in', async () => {
    const mail = await PostalMime.parse(await packer.mail(sampleDraft), { attachmentEncoding: 'arraybuffer' })
    expect(mail.from).toMatchObject({ name: 'Ana Müller, Northwind', address: 'ana@northwind.example' })
    expect(mail.to).toMatchObject([{ name: 'Sam "Spot" O’Neill', address: 'sam@spot.example' }])
    expect(mail.subject).toBe(sampleDraft.subject)
    // The parser itself adds a line's end.
    expect(mail.text?.replaceAll('\r\n', '\n')).toBe(`${sampleDraft.text}\n`)
    const attachments = mail.attachments.map(({ filename, content, disposition }) => ({
      name: filename,
      bytes: new Uint8Array(content as ArrayBuffer),
      disposition,
    }))
    expect(attachments).toEqual(sampleDraft.attachments.map((file) => ({ ...file, disposition: 'attachment' })))
  })

  it('is an unsent draft: to be edited, without a date and without an ID', async () => {
    const head = headOf(await sourceOf(sampleDraft))
    expect(head).toMatch(/^X-Unsent: 1$/m)
    expect(head).not.toMatch(/^(date|message-id|x-mailer|user-agent):/im)
  })

  it('ends every line with CRLF and folds all that are long', async () => {
    const source = await sourceOf(sampleDraft)
    expect(source.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const lines = source.split('\r\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(78)
    // Nothing but ASCII, so that no relay has to recode it.
    expect(source).toMatch(/^[\x20-\x7e\r\n\t]*$/)
  })

  it('keeps its parts apart by a boundary made of the content', async () => {
    const boundary = (source: string) => /boundary="?([^"\r\n]+)/.exec(headOf(source))?.[1] ?? ''
    const first = boundary(await sourceOf(sampleDraft))
    expect(first).toMatch(/^casebook-[0-9a-f]{32}-Part_1$/)
    expect(boundary(await sourceOf({ ...sampleDraft, attachments: [...sampleDraft.attachments] }))).toBe(first)
    expect(boundary(await sourceOf({ ...sampleDraft, text: `${sampleDraft.text}.` }))).not.toBe(first)
    expect(boundary(await sourceOf({ ...sampleDraft, attachments: sampleDraft.attachments.slice(1) }))).not.toBe(first)
  })

  it.each<[string, Partial<MailDraft>]>([
    ['nobody is known', { from: null, to: null }],
    ['only names are known', { from: { name: 'Ana', email: '' }, to: { name: 'Sam', email: '' } }],
  ])('has neither From nor To where %s', async (_name, people) => {
    expect(headOf(await sourceOf({ ...sampleDraft, ...people }))).not.toMatch(/^(from|to):/im)
  })

  it('cannot be given another header by anything typed', async () => {
    const draft: MailDraft = {
      from: { name: 'Ana\r\nBcc: eve@evil.example', email: 'ana@northwind.example\r\nBcc: eve@evil.example' },
      to: { name: 'Sam, Eve <eve@evil.example>', email: 'sam@spot.example>, <eve@evil.example' },
      subject: 'Hello\r\nBcc: eve@evil.example\r\n\r\nbody',
      text: 'Date: none',
      attachments: [{ name: 'a"\r\nX-Evil: 1.txt', bytes: new Uint8Array([1]) }],
    }
    const source = await sourceOf(draft)
    const mail = await PostalMime.parse(Buffer.from(source, 'latin1'))
    expect(mail.headers.map(({ key }) => key).toSorted()).toEqual([
      'content-type',
      'from',
      'mime-version',
      'subject',
      'to',
      'x-unsent',
    ])
    expect(source).not.toMatch(/^(bcc|x-evil):/im)
    expect(mail.to).toHaveLength(1)
    expect(mail.text?.trim()).toBe('Date: none')
  })

  it('may be text alone', async () => {
    const mail = await PostalMime.parse(await packer.mail({ ...sampleDraft, attachments: [] }))
    expect(mail.attachments).toEqual([])
    expect(mail.text?.replaceAll('\r\n', '\n').trimEnd()).toBe(sampleDraft.text.trimEnd())
  })
})
