import { expect, it } from 'vitest'
import { startProcess } from '../../support/child-process.ts'
import { openWorkspaceStore } from '../../support/sqlite-workspace.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** How often the process is killed; `SUDDEN_ENDS=300` for the long run. */
const rounds = Number(process.env.SUDDEN_ENDS ?? 10)

it(
  'a process killed while it writes has lost nothing it acknowledged, and left nothing half done',
  async () => {
    const folder = temporaryFolder()
    let acknowledged = 0
    let unheard = 0
    for (let round = 0; round < rounds; round += 1) {
      const writer = startProcess('store-program.ts', ['write', folder])
      expect(await writer.next(), writer.errors()).toBe('open')
      const enough = acknowledged + 1 + Math.floor(Math.random() * 40)
      while (acknowledged < enough) acknowledged = Number((await writer.next()) ?? Number.NaN)
      await writer.kill()
      // What it said after the last line that was waited for was acknowledged as well.
      for (let line = await writer.next(); line !== null; line = await writer.next()) acknowledged = Number(line)
      expect(acknowledged).toBeGreaterThan(0)

      const store = await openWorkspaceStore({ folder })
      const found = await store.case('case-1')
      const last = (found?.record.revision ?? 0) - 1
      // At most the one change that was on its way when the process ended is there beyond those it spoke of.
      expect(last - acknowledged).toBeGreaterThanOrEqual(0)
      expect(last - acknowledged).toBeLessThanOrEqual(1)
      unheard += last - acknowledged
      acknowledged = last
      expect(found?.record.notes).toBe(`change ${last}`)
      expect(found?.steps.map((step) => step.reason)).toEqual([`change ${last}`])
      expect((await store.caseByNumber(last + 1))?.record.notes).toBe(`change ${last}`)
      expect(await store.nextCaseNumber()).toBe(last + 2)
      const activity = await store.activity({
        caseId: null,
        customerId: null,
        payerId: null,
        before: null,
        limit: 10_000_000,
      })
      expect(activity.map(({ params }) => params.n)).toEqual(Array.from({ length: last }, (_, n) => last - n))
      expect(await store.integrity()).toEqual({ findings: [], cases: last + 1, activity: last })
      await store.close()
    }
    console.log(
      `${rounds} sudden ends, ${acknowledged} changes, 0 lost, 0 half done, ${unheard} there but not yet acknowledged`,
    )
  },
  60_000 + rounds * 3_000,
)
