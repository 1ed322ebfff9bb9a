import type { CDPSession } from '@playwright/test'
import type { Shown } from './lib/browser.ts'
import { type Figure, figure } from './lib/measure.ts'
import { settledMemory } from './lib/settled-memory.ts'
import { goTo } from './ui.ts'

/** Cases that are opened, one after the other and again. */
const CASES = 500

/**
 * The heap of the page and the memory of the service before and after rounds of opening, editing and closing a case.
 * Beyond what the first rounds fill, neither may grow.
 */
export async function benchLeaks({ page, host, debugPort }: Shown, rounds: number): Promise<readonly Figure[]> {
  const session = await page.context().newCDPSession(page)
  const warm = Math.min(50, Math.ceil(rounds / 4))
  const read = async () => ({ page: await heapOf(session), service: await settledMemory(host.pid ?? 0, debugPort) })
  await goTo(page, '#/cases')
  await page.evaluate(openEditClose, { from: 0, to: warm, cases: CASES })
  const before = await read()
  await page.evaluate(openEditClose, { from: warm, to: warm + rounds, cases: CASES })
  const after = await read()
  return [
    figure('heap of the page, the list open', [after.page], { unit: 'MB' }),
    figure(`growth of the page's heap over ${rounds} rounds`, [after.page - before.page], { unit: 'MB', budget: 5 }),
    figure(`growth of the service over ${rounds} rounds`, [after.service - before.service], { unit: 'MB', budget: 40 }),
  ]
}

/** Megabytes in use once all that nobody holds any more is gone: what the first collection lets go of may hold more. */
async function heapOf(session: CDPSession): Promise<number> {
  for (let n = 0; n < 2; n += 1) {
    await session.send('HeapProfiler.collectGarbage')
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number }
  return usedSize / 1e6
}

/**
 * Runs in the page, all rounds in one go: each question from outside would leave its own code in the heap that is read.
 * The notes are edited where they are read, and what that says is put away as a person does.
 */
export async function openEditClose(asked: { readonly from: number; readonly to: number; readonly cases: number }) {
  const until = async <T>(what: string, look: () => T | null | undefined | false): Promise<T> => {
    const since = performance.now()
    for (;;) {
      const found = look()
      if (found) return found
      if (performance.now() - since > 30_000) throw new Error(`No ${what} in the page.`)
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
  }
  const notes = () =>
    [...document.querySelectorAll<HTMLButtonElement>('main section button')].find((button) =>
      button.textContent?.startsWith('Notes: '),
    )
  for (let n = asked.from; n < asked.to; n += 1) {
    const reference = `C-${1 + (n % asked.cases)}`
    location.hash = `#/cases/${reference}`
    const button = await until(`heading of ${reference}`, () => document.title.startsWith(`${reference} `) && notes())
    const about = button.closest('section')
    button.click()
    const field = await until('field for the notes', () => about?.querySelector('textarea'))
    const type = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set
    type?.call(field, `Round ${n}`)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.form?.requestSubmit()
    await until('notes that were saved', () => notes()?.textContent?.includes(`Round ${n}.`))
    location.hash = '#/cases'
    await until('list', () => document.querySelector('[role=grid] [role=row][id]'))
  }
}
