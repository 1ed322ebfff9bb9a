import { expect, it } from 'vitest'
import { evidenceFile } from '../../../../electron/services/evidence-file.ts'
import { readImportFile } from '../../../../electron/services/exchange/import-file.ts'
import { packer } from '../../../../electron/store/packer.ts'

const refusal = (code: string) => expect.objectContaining({ refusal: expect.objectContaining({ code }) })

it('a file of evidence is refused where it is larger than a screenshot or a mail', () => {
  const act = { now: '2026-11-21T09:00:00.000Z', who: 'Ana', newId: () => 'id' } as unknown as Parameters<
    typeof evidenceFile
  >[4]
  const c = { record: { id: 'c' } } as Parameters<typeof evidenceFile>[1]
  expect(evidenceFile(packer, c, 'a.png', new Uint8Array(10), act).size).toBe(10)
  expect(() => evidenceFile(packer, c, 'a.png', new Uint8Array(10_000_001), act)).toThrow(refusal('evidence.too-large'))
})

it('a list of customers is refused where it has more rows than one import takes', async () => {
  const many = {
    ...packer,
    async *readCsv() {
      yield Array.from({ length: 200_002 }, (_, line) => ({ line, cells: ['Aurora'] }))
    },
  }
  const settings = { importColumns: {} } as Parameters<typeof readImportFile>[3]
  const bytes = new TextEncoder().encode(`Customer\n${'\n'.repeat(200_001)}`)
  await expect(readImportFile(many, bytes, {}, settings)).rejects.toThrow(refusal('import.too-many-rows'))
})
