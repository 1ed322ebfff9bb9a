import { walkTheProcedure } from '../e2e/support/journey.ts'
import { expect, listen, test } from './support/stand-in.ts'

// The pages are the same on both hosts; that each screen is accessible is shown on the loopback host.
test('an operator takes a customer through all three phases in the desktop app', async ({ desktop }) => {
  const page = await desktop.window()
  const noise = listen(page)
  await walkTheProcedure(page, async () => {})
  expect(noise, 'console errors, exceptions and policy violations').toEqual([])
  expect(desktop.errors()).toBe('')
})
