import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from '@playwright/test'
import { expect, expectAccessible, listen, settled, startHost } from './support/app.ts'
import { opened, stop } from './support/host.ts'
import { send } from './support/rpc.ts'

const pathOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'casebook-e2e-'))

test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a case goes on in its version until it is moved to a newer one, seen first, with all that was recorded', async ({
  page,
}) => {
  const noise = listen(page)
  const today = await startHost(folder)
  try {
    await page.goto(today.address)
    await settled(page)
    await send(page, 'workspace.init', { company: 'Northlight', mspAccountId: '999988887777', operator: 'Ana' })
    await send(page, 'customer.add', { name: 'Acme', managementAccountId: '222200000000', orgIds: '606100000000' })
    const facts = { managedByMsp: 'yes', roleArns: 'arn:aws:iam::222200000000:role/SpotRole' }
    await send(page, 'case.open', { customer: 'Acme', procedure: 'eco-connect', facts })
    for (const step of ['wizard.start', 'account.sign-in', 'template.open', 'stack.create']) {
      await send(page, 'case.step', { case: 'C-1', step, to: 'done', evidence: `Saw ${step}.` })
    }
    await page.goto('about:blank')
  } finally {
    await stop(today.child)
  }

  // The app as it will be once the next version of the procedure is part of it.
  const program = [pathOf('test/support/newer-eco-program.ts'), folder, pathOf('dist/renderer')]
  const next = await opened(spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] }))
  try {
    await page.goto(next.address)
    await settled(page)
    await page.goto(new URL('#/cases/C-1', page.url()).href)
    const offer = page.getByRole('region', { name: 'Version 2 of this procedure is there' })
    await expect(offer).toContainText('The case goes on in its own version until it is moved.')
    await expect(page.getByRole('heading', { name: 'Hand over the Spot Role ARN', level: 2 })).toBeVisible()
    await offer.getByRole('button', { name: 'See what changes…' }).click()
    const dialog = page.getByRole('dialog', { name: 'From version 1 to version 2' })
    await expect(dialog).toContainText('3 records of steps go on as they are.')
    await expect(dialog.getByRole('region', { name: 'New' }).getByRole('listitem')).toHaveText(['Tag the stack'])
    await expect(dialog.getByRole('region', { name: 'Falls away' })).toContainText(
      'Create the stack; what was recorded of it stays with the case',
    )
    await expect(dialog.getByRole('region', { name: 'Different' })).toContainText('Start the new wizard: title')
    await expectAccessible(page, 'what a newer version changes')
    await dialog.getByRole('button', { name: 'Move the case' }).click()
    await expect(dialog).toBeHidden()
    await expect(offer).toBeHidden()
    await page.goto(new URL('#/cases/C-1/details', page.url()).href)
    await expect(page.getByText('(003, version 2)')).toBeVisible()
    await expect(page.getByText('Saw stack.create.')).toBeVisible()
    await expectAccessible(page, 'the record of an earlier version')
    expect(noise).toEqual([])
  } finally {
    await page.goto('about:blank')
    await stop(next.child)
  }
})
