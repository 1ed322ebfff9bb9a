import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import ICAL from 'ical.js'
import { expect, it } from 'vitest'
import { seedWorkspace } from '../../../electron/workspace/seed.ts'
import { openedDesk } from '../../support/open-desk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

it('many open waits are one calendar, each in it once, and an export called off leaves none', async () => {
  const folder = temporaryFolder()
  await seedWorkspace({ folder, cases: 900, now: '2026-11-21T12:00:00.000Z', progress() {} })
  const db = new Database(join(folder, 'casebook.db'), { readonly: true })
  const open = db
    .prepare<[], string>(
      `SELECT w.id FROM waits w JOIN cases c ON c.id = w.case_id
        WHERE w.met_at IS NULL AND w.cancelled IS NULL AND c.state = 'open' ORDER BY w.due_at, w.id`,
    )
    .pluck()
    .all()
  db.close()
  // More than are read at once, several times over.
  expect(open.length).toBeGreaterThan(400)

  const desk = await openedDesk(folder)
  const out = { folder: temporaryFolder(), name: 'waits.ics' }
  expect(await desk.send('export.data', { format: 'ics', out })).toMatchObject({ count: open.length })
  const text = readFileSync(join(out.folder, out.name), 'utf8')
  expect(text.match(/(BEGIN|END):VCALENDAR/g)).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR'])
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
  expect(events.map((event) => event.getFirstPropertyValue('uid'))).toEqual(open.map((id) => `${id}@wait.msp-casebook`))

  const job = '00000000-0000-7000-8000-000000000001'
  const gone = desk.send('export.data', { format: 'ics', job, out: { ...out, name: 'gone.ics' } })
  await desk.send('job.cancel', { job })
  await expect(gone).rejects.toMatchObject({ message: expect.stringContaining('job.cancelled') })
})
