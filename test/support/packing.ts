import type { MailDraft, OutFile } from '../../electron/services/ports.ts'

const text = (words: string) => new TextEncoder().encode(words)

export const sampleFiles: readonly OutFile[] = [
  { name: 'submission.txt', bytes: text('Hello,\nthe seven items…\n') },
  { name: 'crawler-cfn.yml', bytes: Uint8Array.from({ length: 2_000 }, (_, n) => (n * 7) % 256) },
  { name: 'SHA256SUMS', bytes: text('') },
]

export const sampleDraft: MailDraft = {
  from: { name: 'Ana Müller, Northwind', email: 'ana@northwind.example' },
  to: { name: 'Sam "Spot" O’Neill', email: 'sam@spot.example' },
  subject:
    'Cost and Usage Report of Zürich Söhne 東京 GmbH: crawler file, management account 111122223333, Org ID 606606606606',
  text: `Hello Sam,\n\nÄ “quoted” 🚀 line, and one that is ${'very '.repeat(60)}long.\n.\nFrom here it goes on \n\ttabbed\n\n`,
  attachments: sampleFiles.map((file) => ({ ...file, name: `Söhne (1) ${file.name}` })),
}
