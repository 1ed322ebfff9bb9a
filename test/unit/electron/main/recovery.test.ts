import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { expect, it, vi } from 'vitest'
import { recoverPage } from '../../../../electron/main/recovery.ts'
import { testLog } from '../../../support/desk.ts'

function page() {
  let now = 0
  const contents = Object.assign(new EventEmitter(), { reload: vi.fn() })
  const giveUp = vi.fn()
  const log = testLog()
  recoverPage(contents as unknown as WebContents, log, () => now, giveUp)
  return {
    ...{ contents, giveUp, log },
    fail(at: number, reason = 'crashed') {
      now = at
      contents.emit('render-process-gone', {}, { reason, exitCode: 5 })
    },
  }
}

it('loads the page again when its process has ended, and tells the log', () => {
  const { contents, fail, log } = page()
  fail(0)
  fail(70_000)
  fail(140_000)
  expect(contents.reload).toHaveBeenCalledTimes(3)
  expect(log.lines[0]).toEqual({ event: 'page.gone', fields: { reason: 'crashed', exitCode: 5 } })
})

it('gives up on a page that fails three times within a minute', () => {
  const { contents, fail, giveUp } = page()
  for (const at of [0, 10_000, 20_000]) fail(at)
  expect(contents.reload).toHaveBeenCalledTimes(2)
  expect(giveUp).toHaveBeenCalledOnce()
})

it('leaves a page alone that has ended by itself', () => {
  const { contents, fail } = page()
  fail(0, 'clean-exit')
  expect(contents.reload).not.toHaveBeenCalled()
})
