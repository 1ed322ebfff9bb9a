import { expectAccessible } from '../e2e/support/app.ts'
import { walkTheProcedure } from '../e2e/support/journey.ts'
import { expect, listen, test } from './support/stand-in.ts'

test('an operator takes a customer through all three phases in the desktop app', async ({ desktop }) => {
  const page = await desktop.window()
  const noise = listen(page)
  await walkTheProcedure(page, (screen) => expectAccessible(page, screen))
  expect(noise, 'console errors, exceptions and policy violations').toEqual([])
  expect(desktop.errors()).toBe('')
})
