import { test } from './support/app.ts'
import { walkTheProcedure } from './support/journey.ts'

test('an operator takes a customer through all three phases on the simulated AWS', async ({ app }) => {
  await walkTheProcedure(app.page, app.expectAccessible)
})
