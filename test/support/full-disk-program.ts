import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { refusalOf } from '../../electron/services/casebook-error.ts'
import { Backups } from '../../electron/store/backup/backups.ts'
import { openStore } from '../../electron/store/open-store.ts'
import { sentence } from '../../shared/text/messages/index.ts'
import { makeActivity, makeCase, makeCustomer, makePayer } from './records.ts'

/**
 * A process of its own that fills a small disk: `full-disk-program.ts FOLDER`. It commits cases until the disk takes no
 * more, tries a backup, looks at what is there, frees some room and goes on. Says one JSON document.
 */
const folder = process.argv[2] ?? ''
const now = () => '2026-11-21T12:00:00.000Z'
const [ballast, more] = [join(folder, 'ballast'), join(folder, 'more-ballast')]
writeFileSync(ballast, Buffer.alloc(100_000))
writeFileSync(more, Buffer.alloc(1_500_000))
const store = await openStore({ folder, now, create: true })
await store.commit({
  puts: [
    { kind: 'payer', record: makePayer() },
    { kind: 'customer', record: makeCustomer() },
  ],
  activity: [],
})
let acknowledged = 0
const commit = async () => {
  const number = acknowledged + 1
  const record = makeCase({ id: `case-${number}`, number, notes: 'x'.repeat(5_000) })
  await store.commit({ puts: [{ kind: 'case', record }], activity: [makeActivity()] })
  acknowledged = number
}
const refusedBy = async (work: () => Promise<unknown>) => {
  try {
    await work()
    return null
  } catch (thrown) {
    const refusal = refusalOf(thrown)
    if (refusal === null) throw thrown
    return { code: refusal.code, ...sentence(refusal.code, refusal.params) }
  }
}
let refusal: Awaited<ReturnType<typeof refusedBy>> = null
while (refusal === null) refusal = await refusedBy(commit)
const beforeRoom = acknowledged
const backup = await refusedBy(() => new Backups(folder, (target) => store.snapshot(target), now).make('demand'))
const integrity = await store.integrity()
rmSync(ballast)
const afterRoom = await refusedBy(commit)
await store.close()
rmSync(more)
const again = await openStore({ folder, now })
const present = (await again.nextCaseNumber()) - 1
const found = await again.integrity()
await again.close()
process.stdout.write(
  `${JSON.stringify({ refusal, backup, beforeRoom, integrity, afterRoom, acknowledged, present, found })}\n`,
)
