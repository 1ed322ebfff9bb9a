import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packer } from '../../../electron/store/packer.ts'
import { fromBase64, toBase64 } from '../../../shared/contract/base64.ts'
import { type OpenDeskOfTest, settledDesk } from '../../support/open-desk.ts'
import { crc32, rawZip } from '../../support/raw-zip.ts'
import { readyCase } from '../../support/ready-case.ts'

const FOLDER = 'casebook-handover'
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

/** The parts of a good handover, to be made bad one way at a time. Made with the first test that needs them. */
let parts: Map<string, Uint8Array> = new Map()
let good: Uint8Array = new Uint8Array()

/** A desk that has nothing yet, and the good handover. */
async function emptyDesk(): Promise<OpenDeskOfTest> {
  if (parts.size === 0) {
    const desk = await settledDesk()
    await readyCase(desk)
    good = fromBase64((await desk.send('handover.export', {})).base64 ?? '') ?? new Uint8Array()
    parts = new Map(packer.unzip(good, FOLDER).map((file) => [file.name, file.bytes]))
  }
  return settledDesk()
}

const json = (name: string) => JSON.parse(new TextDecoder().decode(parts.get(name)))

/** A handover whose manifest is right for these parts. */
async function packed(own: Readonly<Record<string, unknown>> = {}, manifest: object = {}): Promise<Uint8Array> {
  const all = new Map(parts)
  for (const [name, value] of Object.entries(own)) {
    if (value === null) all.delete(name)
    else all.set(name, value instanceof Uint8Array ? value : text(value))
  }
  all.delete('manifest.json')
  const files = [...all].map(([name, bytes]) => ({ name, sha256: sha256(bytes), size: bytes.length }))
  all.set('manifest.json', text({ ...json('manifest.json'), files, ...manifest }))
  return packer.zip(
    FOLDER,
    [...all].map(([name, bytes]) => ({ name, bytes })),
  )
}

async function refusalOf(desk: OpenDeskOfTest, bytes: Uint8Array) {
  const error = await desk.refused('handover.take', { base64: toBase64(bytes), others: 'theirs' })
  expect((await desk.send('case.list', {})).total).toBe(0)
  expect((await desk.send('customer.list', {})).customers).toEqual([])
  return error
}

describe('a handover that was tampered with', () => {
  it('in its content is refused by its hash, even where the zip itself was made to fit', async () => {
    const desk = await emptyDesk()
    const data = new TextDecoder().decode(parts.get('data.json')).replace('Acme Foods', 'Acme Goods')
    const whole = [...parts].map(([name, bytes]) => ({
      name,
      bytes: name === 'data.json' ? new TextEncoder().encode(data) : bytes,
    }))
    expect(await refusalOf(desk, await packer.zip(FOLDER, whole))).toMatchObject({
      code: 'handover.altered',
      params: { file: 'data.json' },
    })
  })

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['a file nobody lists', { 'more.txt': 'x' }, 'handover.inconsistent'],
    ['no data', { 'data.json': null }, 'handover.foreign'],
    ['no activity', { 'activity.json': null }, 'handover.foreign'],
    ['data that is not JSON', { 'data.json': new TextEncoder().encode('{"payers":[') }, 'handover.foreign'],
    ['data that is not UTF-8', { 'data.json': Uint8Array.of(0x22, 0xff, 0x22) }, 'handover.foreign'],
    ['data of another form', { 'data.json': { payers: [], customers: [], cases: [], more: 1 } }, 'handover.foreign'],
    ['data nested without end', { 'data.json': new TextEncoder().encode('['.repeat(200_000)) }, 'handover.foreign'],
  ])('so that it has %s is refused', async (_name, own, code) => {
    const desk = await emptyDesk()
    expect(await refusalOf(desk, await packed(own))).toMatchObject({ code })
  })

  it('so that an attachment is missing, or is another’s, is refused', async () => {
    const desk = await emptyDesk()
    const file = [...parts.keys()].find((name) => name.startsWith('file-')) ?? ''
    expect(await refusalOf(desk, await packed({ [file]: null }))).toMatchObject({ code: 'handover.inconsistent' })
    expect(await refusalOf(desk, await packed({ [file]: new Uint8Array(3) }))).toMatchObject({
      code: 'handover.inconsistent',
    })
  })

  it.each<[string, (data: never) => void]>([
    ['a customer without its payer', (data: { payers: unknown[] }) => void data.payers.pop()],
    ['a case without its customer', (data: { customers: unknown[] }) => void data.customers.pop()],
    ['a customer twice', (data: { customers: unknown[] }) => void data.customers.push(data.customers[0])],
    ['a case twice', (data: { cases: unknown[] }) => void data.cases.push(data.cases[0])],
    [
      'a name that reorders what follows',
      (data: { customers: { name: string }[] }) => void Object.assign(data.customers[0] ?? {}, { name: 'Acme\u202E' }),
    ],
    [
      'a wait of a submission that is not there',
      (data: { cases: { waits: object[] }[] }) =>
        void Object.assign(data.cases[0]?.waits[0] ?? {}, { submissionId: 'x' }),
    ],
  ] as never)('so that it has %s is refused', async (_name, change) => {
    const desk = await emptyDesk()
    const data = json('data.json')
    change(data as never)
    expect(await refusalOf(desk, await packed({ 'data.json': data }))).toMatchObject({ code: 'handover.inconsistent' })
  })

  it('so that its activity is about something else is refused', async () => {
    const desk = await emptyDesk()
    const entry = {
      at: '2026-11-14T09:00:00.000Z',
      who: 'X',
      what: 'case.opened',
      caseId: 'elsewhere',
      customerId: null,
      payerId: null,
      params: {},
    }
    expect(await refusalOf(desk, await packed({ 'activity.json': [entry] }))).toMatchObject({
      code: 'handover.inconsistent',
    })
  })

  it('by a flipped bit anywhere is refused, or read as it was', async () => {
    const desk = await emptyDesk()
    const plain = await desk.send('handover.plan', { base64: toBase64(good) })
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(7), async (at, bit) => {
        const bad = Uint8Array.from(good)
        bad[at] = (bad[at] ?? 0) ^ (1 << bit)
        const plan = await desk
          .send('handover.plan', { base64: toBase64(bad) })
          .catch((refused: Error) => refused.message)
        if (typeof plan === 'string')
          expect(plan).toMatch(/zip\.refused|handover\.(altered|foreign|inconsistent|newer)/)
        else expect(plan).toEqual(plain)
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  it('by cutting it off anywhere, or adding to it, is refused', async () => {
    const desk = await emptyDesk()
    for (const length of [0, 1, 21, 100, Math.floor(good.length / 2), good.length - 1]) {
      expect(await refusalOf(desk, good.subarray(0, length))).toMatchObject({ code: 'zip.refused' })
    }
    expect(await refusalOf(desk, Uint8Array.from([...good, 0]))).toMatchObject({
      code: 'zip.refused',
      params: { reason: 'cut-off' },
    })
    expect(await refusalOf(desk, Uint8Array.from([0, ...good]))).toMatchObject({
      code: 'zip.refused',
      params: { reason: 'no-zip' },
    })
  })
})

describe('a handover of another time or place', () => {
  it.each<[string, object, string]>([
    ['a newer app', { schema: 2 }, 'handover.newer'],
    ['an app that never was', { schema: 0 }, 'handover.foreign'],
    ['another program', { kind: 'other' }, 'handover.foreign'],
    ['a practice workspace', { workspace: 'practice' }, 'handover.practice'],
  ])('from %s is refused', async (_name, manifest, code) => {
    const desk = await emptyDesk()
    expect(await refusalOf(desk, await packed({}, manifest))).toMatchObject({ code })
  })

  it('of a procedure version that this app does not know is refused', async () => {
    const desk = await emptyDesk()
    const data = json('data.json') as { cases: { record: object }[] }
    Object.assign(data.cases[0]?.record ?? {}, { procedureVersion: 999 })
    expect(await refusalOf(desk, await packed({ 'data.json': data }))).toMatchObject({
      code: 'procedure.version-unknown',
    })
  })
})

describe('a zip that is no handover', () => {
  const entry = { name: `${FOLDER}/manifest.json`, bytes: new TextEncoder().encode('{}') }

  it.each<[string, Parameters<typeof rawZip>[0], string]>([
    ['a path that leads up', [{ ...entry, name: `${FOLDER}/../../evil` }], 'path'],
    ['an absolute path', [{ ...entry, name: '/etc/passwd' }], 'path'],
    ['a Windows path', [{ ...entry, name: `${FOLDER}\\evil` }], 'path'],
    ['a drive', [{ ...entry, name: `${FOLDER}/C:evil` }], 'path'],
    ['a folder inside', [{ ...entry, name: `${FOLDER}/a/b` }], 'path'],
    ['a device of Windows', [{ ...entry, name: `${FOLDER}/CON` }], 'path'],
    ['one name twice', [entry, entry], 'twice'],
    ['one name in two cases', [entry, { ...entry, name: `${FOLDER}/MANIFEST.json` }], 'twice'],
    ['a link', [{ ...entry, mode: 0o120777 }], 'no-file'],
    [
      'a bomb',
      [{ ...entry, bytes: deflateRawSync(Buffer.alloc(5_000_000)), method: 8, size: 5_000_000 }],
      'compressed',
    ],
    ['a size that is not so', [{ ...entry, size: 5_000_000 }], 'compressed'],
    ['a size that is not so in one place', [{ ...entry, localSize: 1 }], 'contradiction'],
    ['another name in another place', [{ ...entry, localName: `${FOLDER}/manifest.jsox` }], 'contradiction'],
    ['a checksum that is not so', [{ ...entry, crc: (crc32(entry.bytes) ^ 1) >>> 0 }], 'altered'],
    ['a password', [{ ...entry, flags: 1 }], 'encrypted'],
    ['sizes that follow later', [{ ...entry, flags: 8 }], 'extra'],
    ['two entries of the same bytes', [entry, { ...entry, name: `${FOLDER}/b`, offset: 0 }], 'overlap'],
    ['an entry beyond the end', [{ ...entry, offset: 1_000_000 }], 'overlap'],
  ])('has %s, and is refused', async (_name, entries, reason) => {
    const desk = await emptyDesk()
    expect(await refusalOf(desk, rawZip(entries))).toMatchObject({ code: 'zip.refused', params: { reason } })
  })

  it('is refused whatever its bytes are', async () => {
    const desk = await emptyDesk()
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, begins) => {
        const head = begins ? [0x50, 0x4b, 3, 4] : []
        expect(
          (await desk.refused('handover.plan', { base64: toBase64(Uint8Array.from([...head, ...bytes])) })).code,
        ).toBe('zip.refused')
      }),
    )
  })
})
