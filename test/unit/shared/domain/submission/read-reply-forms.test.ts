import { describe, expect, it } from 'vitest'
import { readReply } from '../../../../../shared/domain/submission/read-reply.ts'

const bytes = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0))
/** The text of a mail written out line by line, in bytes. */
const read = (...lines: readonly string[]) => readReply('a.eml', bytes(lines.join('\r\n')))

describe('which file is read', () => {
  it.each([
    ['a.txt', 'words'],
    ['A.MD', 'words'],
    ['notes.old.txt', 'words'],
    ['a.txt.zip', ''],
    ['a.txt ', ''],
    ['txt', ''],
  ])('%j: %j', (name, text) => {
    expect(readReply(name, bytes('words'))).toBe(text)
  })

  it('and a text file is UTF-8', () => {
    expect(readReply('a.txt', new TextEncoder().encode('Zürich'))).toBe('Zürich')
    expect(readReply('a.md', new TextEncoder().encode('Zürich'))).toBe('Zürich')
  })
})

describe('the head of a mail', () => {
  it('gives sender and subject, the first of each, however they are written and folded', () => {
    const head = [
      'FROM:  Sam',
      'Subject: The Org ID',
      '   is wrong',
      '\t today',
      'Subject: another',
      ': nothing',
      'no colon',
    ]
    expect(read(...head, '', 'words')).toBe('From: Sam\nSubject: The Org ID is wrong today\n\nwords')
    expect(readReply('a.eml', bytes('Subject: one\n two\n\nwords'))).toBe('Subject: one two\n\nwords')
  })

  it('may be all there is, or be missing', () => {
    expect(read('Subject: x')).toBe('Subject: x')
    expect(read('', '', 'words')).toBe('words')
  })

  it.each([
    ['=?utf-8?Q?Z=C3=BCrich_is_here?=', 'Zürich is here'],
    ['=?UTF-8?b?WsO8cmljaA==?=', 'Zürich'],
    ['=?utf-8?Q?one?=\r\n  =?utf-8?Q?_two?= three', 'one two three'],
    ['=?iso-8859-1?q?Z=FCrich?=', 'Zürich'],
    ['=?nobody-knows?Q?plain?=', 'plain'],
    ['=?utf-8?B?****?=', ''],
    ['=?utf-8?B?A?=x', 'x'],
  ])('has its encoded words read: %j is %j', (subject, text) => {
    expect(read(`Subject: ${subject}`, '', 'words')).toBe(text === '' ? 'words' : `Subject: ${text.trim()}\n\nwords`)
  })

  it('is read up to 64,000 characters', () => {
    expect(read(`X: ${'x'.repeat(64_000)}`, 'Subject: too far', '', 'words')).toBe('words')
  })
})

describe('the words of a mail', () => {
  it.each<[string, readonly string[], string]>([
    ['without a type are plain', [], 'words'],
    ['plain', ['Content-Type: text/plain'], 'words'],
    ['plain, in capitals', ['CONTENT-TYPE: TEXT/PLAIN; CHARSET=UTF-8'], 'words'],
    ['of another type are none', ['Content-Type: text/plainer'], ''],
    ['of another kind are none', ['Content-Type: application/text/plain'], ''],
    [
      'that are an attachment are none',
      ['Content-Type: text/plain', 'Content-Disposition: attachment; filename=x'],
      '',
    ],
    [
      'that are shown inline',
      ['Content-Type: text/plain', 'Content-Disposition: inline; filename="attachment"'],
      'words',
    ],
  ])('%s', (_, head, text) => {
    expect(read(...head, '', 'words')).toBe(text)
  })

  it.each([
    ['quoted-printable', 'one =\r\ntwo=20=C3=BC', 'one two ü'],
    [' Quoted-Printable ', 'one  \r\ntwo=3d', 'one\ntwo='],
    ['quoted-printable', 'a soft =  \r\nbreak', 'a soft break'],
    ['quoted-printable', 'one =\ntwo', 'one two'],
    ['base64', 'd29y\r\nZHM=', 'words'],
    ['BASE64', 'd29yZHM', 'words'],
    ['7bit', 'one=20two', 'one=20two'],
    ['base64', 'A', ''],
  ])('in %s are decoded: %j is %j', (encoding, body, text) => {
    expect(read('Content-Type: text/plain; charset=utf-8', `Content-Transfer-Encoding: ${encoding}`, '', body)).toBe(
      text,
    )
  })

  it.each([
    ['charset=iso-8859-1', 'Zürich'],
    ['charset = "ISO-8859-1"', 'Zürich'],
    ['format=flowed; CHARSET=windows-1252', 'Zürich'],
    ['charset=nobody-knows', 'Z\uFFFDrich'],
    ['format=flowed', 'Z\uFFFDrich'],
  ])('are read in the letters of %s', (parameter, text) => {
    expect(read(`Content-Type: text/plain; ${parameter}`, '', 'Z\u00FCrich')).toBe(text)
  })

  it('of HTML come without tags, styles and scripts, line by line', () => {
    const html = [
      '<STYLE type="x">p { color: red }</STYLE><p class="a">one<br/>two</p><div>three</div>',
      '<script src="x">steal()</script><table><tr><td>four</td></tr></table><ul><li>five</li></ul>',
      '&lt;b&gt; &quot;six&quot;&nbsp;&amp;lt;',
    ].join('')
    expect(read('Content-Type: TEXT/HTML', '', html).split('\n')).toEqual([
      'one',
      'two',
      'three',
      'four',
      'five',
      '<b> "six" &lt;',
    ])
  })
})

describe('a mail of several parts', () => {
  const HTML = ['Content-Type: text/html', '', '<b>rich</b>']
  const PLAIN = ['Content-Type: text/plain', '', 'plain']
  const mixed = (...parts: readonly (readonly string[])[]) =>
    read(
      'Content-Type: multipart/mixed; boundary="x y"',
      '',
      'preamble',
      ...parts.flatMap((part) => ['--x y', ...part]),
      '--x y--',
      'epilogue',
    )

  it('is read from its plain part, whichever comes first', () => {
    expect(mixed(HTML, PLAIN)).toBe('plain')
    expect(mixed(PLAIN, HTML)).toBe('plain')
    expect(mixed(HTML)).toBe('rich')
  })

  it('passes by what is no text, and is empty where nothing is', () => {
    const picture = ['Content-Type: image/png', '', 'PNG']
    expect(mixed(picture, PLAIN)).toBe('plain')
    expect(mixed(picture)).toBe('')
    expect(mixed()).toBe('')
  })

  it('is read from a part within a part, and from one that says no type', () => {
    const inner = ['Content-Type: multipart/alternative; boundary=in', '', '--in', ...HTML, '--in', ...PLAIN, '--in--']
    expect(mixed(inner)).toBe('plain')
    expect(mixed(['', 'words'])).toBe('words')
  })

  it('may have blanks behind its marks and bare line feeds', () => {
    const lines = [
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b \t',
      'Content-Type: text/plain',
      '',
      'words',
      '--b--',
    ]
    expect(readReply('a.eml', bytes(lines.join('\n')))).toBe('words')
    expect(read(...lines)).toBe('words')
  })

  it('is plain text where its type only looks like it, or it names no boundary', () => {
    expect(read('Content-Type: multipart/mixed', '', '--b', ...PLAIN)).toBe('')
    expect(read('Content-Type: text/plain; boundary=b', '', '--b', 'words')).toBe('--b\nwords')
  })

  it('is walked into six deep, and through 200 parts', () => {
    const nested = (depth: number) =>
      read(
        ...Array.from({ length: depth }, (_, n) => [
          `Content-Type: multipart/mixed; boundary=b${n}`,
          '',
          `--b${n}`,
        ]).flat(),
        ...PLAIN,
      )
    expect(nested(6)).toBe('plain')
    expect(nested(7)).toBe('')
    const picture = ['Content-Type: image/png', '', 'PNG']
    const behind = (pictures: number) => mixed(...Array.from({ length: pictures }, () => picture), PLAIN)
    expect(behind(198)).toBe('plain')
    expect(behind(199)).toBe('')
  })
})
