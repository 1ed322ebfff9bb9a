import { EventEmitter } from 'node:events'
import type { App } from 'electron'
import { expect, it, vi } from 'vitest'
import { keepDoorsShut } from '../../../../electron/main/doors.ts'
import { testLog } from '../../../support/desk.ts'

function knock(event: string, ...more: unknown[]) {
  const app = new EventEmitter()
  const log = testLog()
  keepDoorsShut(app as unknown as App, log)
  const preventDefault = vi.fn()
  app.emit(event, { preventDefault }, ...more)
  return { log, preventDefault }
}

it('trusts no certificate in error', () => {
  const trust = vi.fn()
  const { preventDefault, log } = knock('certificate-error', {}, 'https://x', 'net::ERR_CERT_INVALID', {}, trust)
  expect(trust.mock.calls).toEqual([[false]])
  expect(preventDefault).toHaveBeenCalledOnce()
  expect(log.lines).toEqual([{ event: 'door.certificate-error', fields: { error: 'net::ERR_CERT_INVALID' } }])
})

it.each(['select-client-certificate', 'login'])('shows nobody who asks by %s a secret of the operator', (event) => {
  const answer = vi.fn()
  const { preventDefault } = knock(event, {}, 'https://x', [], answer)
  expect(preventDefault).toHaveBeenCalledOnce()
  expect(answer).not.toHaveBeenCalled()
})
