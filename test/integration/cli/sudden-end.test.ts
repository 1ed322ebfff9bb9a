import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../../electron/store/open-store.ts'
import { casebookHere, startCasebook, terminalOn } from '../../support/casebook.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** The place in the record that a line of progress speaks of: all up to there is on disk when the line is printed. */
function acknowledged(line: string): number {
  return Number(/^ *(\d+) {2}\S/.exec(line)?.[1] ?? 0)
}

// Lines of progress after which the power goes: while customers are added, while AWS is written to, and while bundles are.
test.each([1, 5, 8, 14, 17, 21, 29])(
  'a demonstration killed after %i of its lines has lost nothing it spoke of, and its workspace opens',
  async (lines) => {
    const folder = temporaryFolder()
    const words = ['demo', '--customers', '3', '--out', join(folder, 'out'), '--keep', '--data-dir', folder]
    const demo = startCasebook(words)
    let last = 0
    for (let seen = 0; seen < lines; seen += 1) {
      const line = await demo.next()
      if (line === null) throw new Error('It was over before it could be killed.')
      last = Math.max(last, acknowledged(line))
    }
    for (const line of await demo.kill()) last = Math.max(last, acknowledged(line))
    expect(last).toBeGreaterThan(0)

    const practice = join(folder, 'practice')
    const store = await openStore({ folder: practice, now: () => new Date().toISOString() })
    const { findings, activity } = await store.integrity()
    await store.close()
    expect(findings).toEqual([])
    expect(activity).toBeGreaterThanOrEqual(last)

    // Not only the database: the practice AWS and the services open on what is left, and go on.
    const terminal = terminalOn(folder, casebookHere, ['--practice'])
    const { rows } = await terminal.json<{ rows: { ref: string }[] }>('case', 'list')
    expect(rows.length).toBeGreaterThan(0)
    await terminal.json('case', 'check', 'C-1')
  },
)
