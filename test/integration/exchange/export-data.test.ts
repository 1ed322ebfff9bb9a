import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '../../../shared/contract/base64.ts'
import { cellText, isFormula } from '../../../shared/domain/exchange/cells.ts'
import { type OpenDeskOfTest, settledDesk } from '../../support/open-desk.ts'
import { readTable } from '../../support/read-table.ts'
import { openedCase, readyCase } from '../../support/ready-case.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const textOf = (base64: string | null) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(fromBase64(base64 ?? '') ?? new Uint8Array())
const rowsOf = async (csv: string) => (await readTable(csv)).map(({ cells }) => cells)
const exported = async (desk: OpenDeskOfTest, input: object = {}) =>
  textOf((await desk.send('export.data', { format: 'csv', ...input })).base64)
const imported = (desk: OpenDeskOfTest, csv: string) =>
  desk.send('import.run', { name: 'again.csv', base64: toBase64(new TextEncoder().encode(csv)) })

/** The LibreOffice of this machine; null where there is none. */
const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0) ?? null

const HOSTILE = [
  '=HYPERLINK("http://x")',
  '+1',
  '-2',
  '@SUM(1)',
  "'quoted",
  "'=both",
  ' =blank',
  'a "quote", a comma;\nand a line',
]

describe('cases as a table', () => {
  it('of 10,000 customers are imported, exported and imported again with no change', { timeout: 120_000 }, async () => {
    const desk = await settledDesk()
    const rows = Array.from({ length: 10_000 }, (_, n) => {
      const account = String(1_200_000_000 + n * 7).padStart(12, '0')
      const payer = n % 10 === 0 ? '999900001111' : ''
      return `"Customer ${n}, ""${'ÄÖÜ東'[n % 4]}""",${account},${606_000_000_000 + n},${payer},"a; b","line one\nline two ${n}"`
    })
    const first = await imported(
      desk,
      ['Customer,Management account,Spot Org IDs,Payer account,Tags,Notes', ...rows].join('\n'),
    )
    expect(first.counts).toMatchObject({ rows: 10_000, added: 10_000, problems: 0 })
    const csv = await exported(desk)
    expect(await rowsOf(csv)).toHaveLength(10_001)
    const second = await imported(desk, csv)
    expect(second.counts).toMatchObject({
      rows: 10_000,
      added: 0,
      changed: 0,
      unchanged: 10_000,
      payersAdded: 0,
      payersChanged: 0,
      problems: 0,
    })
    expect(await exported(desk)).toBe(csv)

    const other = await settledDesk()
    expect((await imported(other, csv)).counts).toMatchObject({ added: 10_000, problems: 0 })
    expect(await exported(other)).toBe(csv)
  })

  it('hold no live formula, whatever customers are called, and give every text back', async () => {
    const desk = await settledDesk()
    for (const [n, text] of HOSTILE.entries()) {
      const name = text.replace(/\n/g, ' ').trim()
      const { customer } = await openedCase(desk, { name: `${name} ${n}`, account: `11112222333${n}` })
      const set = {
        notes: text,
        tags: [
          text
            .slice(0, 9)
            .replace(/[,;\n]/g, ' ')
            .trim(),
        ],
      }
      await desk.send('customer.set', { customer: customer.id, revision: customer.revision, set })
      const { cases } = { cases: (await desk.send('case.list', { customer: customer.id })).rows }
      await desk.send('case.describe', { case: cases[0]?.id ?? '', notes: text, tags: [text.slice(0, 9)] })
    }
    const csv = await exported(desk)
    expect(csv.startsWith('\uFEFF')).toBe(true)
    const [head = [], ...rows] = await rowsOf(csv)
    for (const cell of rows.flat()) expect(isFormula(cell), cell).toBe(false)
    const notes = rows.map((cells) => cellText(cells[head.indexOf('Case notes')] ?? ''))
    expect(notes).toEqual(HOSTILE)
    expect((await imported(desk, csv)).counts).toMatchObject({ changed: 0, unchanged: HOSTILE.length, problems: 0 })
  })

  it('are those of a view where one is given; all customers, with and without a case, where none is', async () => {
    const desk = await settledDesk()
    await openedCase(desk)
    await openedCase(desk, { name: 'Bolt', account: '222233334444', orgIds: '707707707707' })
    await desk.send('customer.add', { name: 'Cord', managementAccountId: '012345678901', orgIds: '' })
    const columns = async (input: object) =>
      (await rowsOf(await exported(desk, input))).slice(1).map((cells) => [cells[0], cells[1], cells[17]])
    expect(await columns({})).toEqual([
      ['Acme Foods', '1111-2222-3333', 'C-1'],
      ['Bolt', '2222-3333-4444', 'C-2'],
      ['Cord', '0123-4567-8901', ''],
    ])
    expect(await columns({ query: { text: 'bolt' } })).toEqual([['Bolt', '2222-3333-4444', 'C-2']])
    expect(await columns({ cases: ['C-1'] })).toEqual([['Acme Foods', '1111-2222-3333', 'C-1']])
    expect(await desk.refused('export.data', { format: 'csv', cases: ['C-9'] })).toMatchObject({ code: 'case.unknown' })
  })

  it('are written where that is asked for, and never over another file', async () => {
    const desk = await settledDesk()
    await openedCase(desk)
    const out = { folder: temporaryFolder(), name: 'cases.csv' }
    const made = await desk.send('export.data', { format: 'csv', out })
    expect(made).toMatchObject({ path: join(out.folder, out.name), base64: null, count: 1 })
    expect(readFileSync(made.path ?? '', 'utf8')).toBe(await exported(desk))
    writeFileSync(made.path ?? '', 'mine')
    expect(await desk.refused('export.data', { format: 'csv', out })).toMatchObject({ code: 'export.exists' })
    expect(readdirSync(out.folder)).toEqual(['cases.csv'])
    expect(await desk.refused('export.data', { format: 'csv', out: { ...out, name: '../cases.csv' } })).toMatchObject({
      code: 'export.unsafe-name',
    })
  })

  it.skipIf(office === null)(
    'open in LibreOffice with account IDs intact and no formula (skipped where soffice is not installed)',
    async () => {
      const desk = await settledDesk()
      await openedCase(desk, { name: '=1+1', account: '001122223333' })
      const folder = temporaryFolder()
      writeFileSync(join(folder, 'cases.csv'), await exported(desk))
      execFileSync(office ?? '', [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'fods',
        '--outdir',
        folder,
        join(folder, 'cases.csv'),
      ])
      const sheet = readFileSync(join(folder, 'cases.fods'), 'utf8')
      expect(sheet).toContain('0011-2222-3333')
      expect(sheet).toContain('606606606606')
      expect(sheet).not.toContain('table:formula')
    },
  )
})

describe('cases for a program', () => {
  it('hold everything that belongs to them, IDs as texts', async () => {
    const desk = await settledDesk()
    const c = await readyCase(desk)
    await desk.send('customer.add', { name: 'Cord', managementAccountId: '012345678901', orgIds: '' })
    const text = await exported(desk, { format: 'json' })
    const json = JSON.parse(text)
    expect(text, 'written part by part as in one go').toBe(`${JSON.stringify(json, null, 2)}\n`)
    expect(json).toMatchObject({ schema: 1, kind: 'msp-casebook.cases' })
    expect(json.cases[0]).toMatchObject({
      ref: c.ref,
      customer: { managementAccountId: '111122223333', payer: { bucket: c.payer.bucket } },
      attachments: [{ name: 'crawler-cfn.yml', sha256: c.attachments[0]?.sha256 }],
    })
    expect(json.cases[0].steps).toHaveLength(8)
    expect(json.customersWithoutCase).toMatchObject([{ name: 'Cord', managementAccountId: '012345678901' }])
    const none = { schema: 1, kind: 'msp-casebook.cases', cases: [], customersWithoutCase: [] }
    expect(await exported(desk, { format: 'json', query: { text: 'nobody' } })).toBe(
      `${JSON.stringify(none, null, 2)}\n`,
    )
  })
})

describe('open waits as a calendar', () => {
  it('are an event each, from due to overdue, with alarms at both and a UID that stays', async () => {
    const desk = await settledDesk()
    const first = await readyCase(desk)
    const other = await readyCase(desk, {
      name: 'Bolt; & Söhne, "東京"',
      account: '222233334444',
      orgIds: '707707707707',
    })
    await openedCase(desk, { name: 'Cord', account: '333344445555' })
    await desk.send('submission.export', { case: first.id, format: 'folder', out: temporaryFolder() })
    await desk.send('submission.sent', { case: first.id })
    await desk.send('case.step', { case: other.id, step: 'report.delivered', to: 'reopen', reason: 'look again' })
    const open = []
    for (const { id } of (await desk.send('case.list', {})).rows) {
      const { waits, ref } = await desk.send('case.get', { case: id })
      for (const wait of waits) if (wait.metAt === null && wait.state !== 'cancelled') open.push({ ...wait, ref })
    }
    expect(open.length).toBeGreaterThan(1)

    const ics = await exported(desk, { format: 'ics' })
    for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const events = new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents('vevent')
    const read = events.map((component) => {
      const event = new ICAL.Event(component)
      const alarms = component
        .getAllSubcomponents('valarm')
        .map((alarm) => String(alarm.getFirstPropertyValue('trigger')))
      return {
        uid: event.uid,
        from: event.startDate.toString(),
        to: event.endDate.toString(),
        summary: event.summary,
        alarms,
      }
    })
    const second = (instant: string) => `${instant.slice(0, 19)}Z`
    expect(read.toSorted((a, b) => (a.uid < b.uid ? -1 : 1))).toEqual(
      open
        .map((wait) => ({
          uid: `${wait.id}@wait.msp-casebook`,
          from: second(wait.dueAt),
          to: second(wait.overdueAt),
          summary: `${wait.ref} ${wait.ref === first.ref ? 'Acme Foods' : 'Bolt; & Söhne, "東京"'}: ${wait.title}`,
          alarms: [second(wait.dueAt), second(wait.overdueAt)],
        }))
        .toSorted((a, b) => (a.uid < b.uid ? -1 : 1)),
    )
    expect(await exported(desk, { format: 'ics' })).toBe(ics)
    const view = await exported(desk, { format: 'ics', query: { text: 'bolt' } })
    expect(new ICAL.Component(ICAL.parse(view)).getAllSubcomponents('vevent')).toHaveLength(
      open.filter(({ ref }) => ref === other.ref).length,
    )
  })
})
