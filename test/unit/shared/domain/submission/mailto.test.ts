import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleHandOff } from '../../../../../shared/domain/submission/example.ts'
import { MAILTO_LIMIT, mailtoUrl } from '../../../../../shared/domain/submission/mailto.ts'
import { shortMessage } from '../../../../../shared/text/submission-message.ts'
import { makeSettings } from '../../../../support/records.ts'

/** What a mail program makes of the address (RFC 6068). */
function read(url: string) {
  const [address = '', query = ''] = url.slice('mailto:'.length).split('?')
  const fields = new Map(query.split('&').map((pair) => pair.split('=').map(decodeURIComponent) as [string, string]))
  return { to: decodeURIComponent(address), subject: fields.get('subject'), body: fields.get('body') }
}

const mails = fc.record({
  to: fc.constantFrom('', 'sam@spot.example', 'o’neill+spot&co@spot.example'),
  subject: fc.string({ unit: 'binary', maxLength: 200 }),
  text: fc.string({ unit: 'binary', maxLength: 2_000 }),
})

describe('a mail as an address', () => {
  it('reads as it was written, with CRLF at line ends', () => {
    const made = mailtoUrl([{ to: 'sam@spot.example', subject: 'A & B = 100 %?', text: 'Zürich 東京\na+b\n' }])
    expect(made?.url).toMatch(/^mailto:sam@spot\.example\?subject=A%20%26%20B/)
    expect(read(made?.url ?? '')).toEqual({
      to: 'sam@spot.example',
      subject: 'A & B = 100 %?',
      body: 'Zürich 東京\r\na+b',
    })
  })

  it('never has more characters than mail programs take, and never loses a sign on the way', () => {
    fc.assert(
      fc.property(fc.array(mails, { minLength: 1, maxLength: 3 }), (all) => {
        const made = mailtoUrl(all)
        if (made === null) return
        expect(made.url.length).toBeLessThanOrEqual(MAILTO_LIMIT)
        const mail = all[made.index]
        expect(read(made.url).subject).toBe(mail?.subject.toWellFormed())
        expect(read(made.url).body).toBe(
          mail?.text
            .toWellFormed()
            .trimEnd()
            .replace(/\r\n|\r|\n/g, '\r\n'),
        )
      }),
    )
  })

  it('is the first that fits', () => {
    const long = { to: '', subject: '', text: 'x'.repeat(MAILTO_LIMIT) }
    expect(mailtoUrl([long, { ...long, text: 'short' }])).toEqual({ url: 'mailto:?subject=&body=short', index: 1 })
    expect(mailtoUrl([long])).toBeNull()
  })

  it('holds the seven items of a long case, without the name where that is what makes it long', () => {
    const { c, items } = exampleHandOff(makeSettings())
    const longest = {
      ...items,
      prefix: `a/${'b'.repeat(100)}`,
      stackName: 'S'.repeat(128),
      bucket: 'b'.repeat(63),
      orgIds: Array.from({ length: 40 }, (_, n) => String(606_000_000_000 + n)),
    }
    const named = { ...c, customer: { ...c.customer, name: '株式会社'.repeat(50) } }
    const short = [true, false].map((isNamed) => ({ to: 'sam@spot.example', ...shortMessage(named, longest, isNamed) }))
    const made = mailtoUrl(short)
    expect(made?.index).toBe(1)
    const { body } = read(made?.url ?? '')
    for (const value of [longest.prefix, longest.stackName, longest.bucket, ...longest.orgIds, longest.mspAccountId]) {
      expect(body).toContain(value)
    }
  })
})
