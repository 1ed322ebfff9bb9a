import fc from 'fast-check'
import MailComposer from 'nodemailer/lib/mail-composer'
import { describe, expect, it } from 'vitest'
import { readReply } from '../../../../../shared/domain/submission/read-reply.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const mail = (options: object) => new MailComposer({ from: 'Sam <sam@spot.example>', ...options }).compile().build()

describe('a reply that was dropped as a file', () => {
  it.each(['quoted-printable', 'base64'] as const)('is read from a mail in %s, with its subject', async (encoding) => {
    const text = 'Hello Ana,\n\nthe Org ID of Zürich & Söhne 東京 is wrong.\n'.repeat(4)
    const eml = await mail({ subject: 'Re: Zürich Söhne 東京, extraction', text, textEncoding: encoding })
    const read = readReply('Reply.EML', eml)
    expect(read).toContain('Subject: Re: Zürich Söhne 東京, extraction')
    expect(read).toContain('From: Sam <sam@spot.example>')
    expect(read.endsWith(text.trim())).toBe(true)
  })

  it('is read from the plain part of a mail with HTML and attachments', async () => {
    const attachments = [{ filename: 'note.txt', content: 'not this' }]
    const eml = await mail({ subject: 'x', text: 'plain words', html: '<p>rich words</p>', attachments })
    expect(readReply('a.eml', eml)).toBe('From: Sam <sam@spot.example>\nSubject: x\n\nplain words')
  })

  it('is read from HTML where there is nothing else, without its tags', async () => {
    const html = '<style>p { color: red }</style><p>Please &amp; thank you</p><script>steal()</script>bye'
    const read = readReply('a.eml', await mail({ subject: 'x', html }))
    expect(read).toContain('Please & thank you\nbye')
    expect(read).not.toMatch(/color|steal|<[a-z/]+>/)
  })

  it('is read in the letters the mail says it is in', () => {
    const eml = Uint8Array.from([
      ...utf8('Content-Type: text/plain; charset="iso-8859-1"\r\n\r\nZ'),
      0xfc,
      ...utf8('rich'),
    ])
    expect(readReply('a.eml', eml)).toBe('Zürich')
  })

  it('is read from a text file as it is, and from others not at all', () => {
    expect(readReply('a.txt', utf8('\uFEFFone\r\ntwo\0'))).toBe('one\ntwo')
    expect(readReply('a.pdf', utf8('%PDF-1.7'))).toBe('')
    expect(readReply('README', utf8('x'))).toBe('')
  })

  it('has at most 20,000 characters, and any bytes give an answer', () => {
    expect(readReply('a.txt', utf8('x'.repeat(30_000)))).toHaveLength(20_000)
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('', 'Content-Type: multipart/mixed; boundary=a\n\n--a\n'),
        (bytes, head) => {
          const read = readReply('a.eml', Uint8Array.from([...utf8(head), ...bytes]))
          expect(read.isWellFormed()).toBe(true)
          expect(read).not.toContain('\0')
        },
      ),
    )
  })

  it('is not walked into without end', () => {
    const nested = Array.from(
      { length: 50 },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`,
    ).join('')
    expect(readReply('a.eml', utf8(`${nested}Content-Type: text/plain\n\ndeep`))).toBe('')
  })
})
