import { writeSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { openStore } from '../../electron/store/open-store.ts'
import { makeActivity, makeCase, makeCustomer, makePayer, makeStep } from './records.ts'

/**
 * A process of its own that opens a workspace, for tests of locks and of sudden ends.
 * `hold FOLDER`: says `open`, then `collected` once garbage was, and keeps the workspace. `write FOLDER`: commits one change after another, and says the
 * number of each once it was acknowledged. Both go on until they are ended, or `write FOLDER COUNT` has written so many.
 */
const [mode, folder = '', most = 'Infinity'] = process.argv.slice(2)
const say = (line: string) => writeSync(1, `${line}\n`)

const store = await openStore({ folder, now: () => new Date().toISOString(), create: true })
if ((await store.case('case-1')) === null) {
  await store.commit({
    puts: [
      { kind: 'payer', record: makePayer() },
      { kind: 'customer', record: makeCustomer() },
      { kind: 'case', record: makeCase() },
    ],
    activity: [],
  })
}
say('open')
if (mode === 'hold') {
  setInterval(() => {}, 60_000)
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  // Once this module has run to its end, nothing refers to the store any more.
  setImmediate(() => {
    collectGarbage()
    setImmediate(() => {
      collectGarbage()
      say('collected')
    })
  })
}
for (let written = 0; mode === 'write' && written < Number(most); written += 1) {
  const present = await store.case('case-1')
  if (present === null) throw new Error('The case is gone.')
  const n = present.record.revision
  // The case, a step of it and the activity all carry the number: half a change would show.
  await store.commit({
    puts: [
      { kind: 'case', record: { ...present.record, notes: `change ${n}` } },
      { kind: 'step', record: makeStep({ reason: `change ${n}` }) },
      { kind: 'case', record: makeCase({ id: `case-of-${n}`, number: n + 1, notes: `change ${n}` }) },
    ],
    activity: [makeActivity({ caseId: 'case-1', params: { n } })],
  })
  say(String(n))
}
