import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { startPracticeAws } from '../../electron/practice/server.ts'
import { expect, expectAccessible, listen, settled, startHost } from './support/app.ts'
import { stop } from './support/host.ts'
import { send } from './support/rpc.ts'

const account = '111122223333'

/** A real workspace on a computer whose AWS files name four profiles; two of them reach an AWS of their own. */
const test = base.extend<{ home: { readonly endpoint: string } }>({
  home: async ({ page }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'casebook-profiles-'))
    const aws = await startPracticeAws()
    const keys = (of: string) => `aws_access_key_id = PRACTICE${of}\naws_secret_access_key = practice-secret\n`
    const at = `region = us-east-1\nendpoint_url = ${aws.url}\n`
    mkdirSync(join(folder, '.aws', 'sso', 'cache'), { recursive: true })
    const session = { accessToken: 'stale', expiresAt: '2020-01-01T00:00:00Z' }
    const cached = createHash('sha1').update('corp').digest('hex')
    writeFileSync(join(folder, '.aws', 'sso', 'cache', `${cached}.json`), JSON.stringify(session))
    writeFileSync(
      join(folder, '.aws', 'config'),
      [
        `[profile acme]\n${at}`,
        `[profile other]\n${at}`,
        `[profile billing]\nsso_session = corp\nsso_account_id = ${account}\nsso_role_name = Billing\n`,
        `[profile half]\nregion = us-east-1\nservices = local\n`,
        '[sso-session corp]\nsso_start_url = https://corp.awsapps.example/start\nsso_region = us-east-1\n',
        `[services local]\ns3 =\n  endpoint_url = ${aws.url}\nsts =\n  endpoint_url = ${aws.url}\norganizations =\n  endpoint_url = ${aws.url}\n`,
      ].join('\n'),
    )
    writeFileSync(
      join(folder, '.aws', 'credentials'),
      `[acme]\n${keys(account)}[other]\n${keys('999988887777')}[half]\n${keys(account)}`,
    )
    const unset = ['AWS_PROFILE', 'AWS_ACCESS_KEY_ID', 'AWS_ENDPOINT_URL'].flatMap((name) => ['-u', name])
    const noise = listen(page)
    const host = await startHost(join(folder, 'data'), ['env', ...unset, `HOME=${folder}`])
    try {
      await page.goto(host.address)
      await settled(page)
      await send(page, 'workspace.init', { company: 'Northwind', mspAccountId: '999900001111', operator: 'Ana' })
      await send(page, 'payer.add', { accountId: account, kind: 'dedicated' })
      const customer = { name: 'Acme', managementAccountId: account, orgIds: '606606606606', payer: account }
      await send(page, 'customer.add', customer)
      await send(page, 'case.open', { customer: account })
      await page.goto(new URL('#/payers', host.address).href)
      await page.reload()
      await use({ endpoint: new URL(aws.url).host })
      expect(noise, 'console errors, exceptions and policy violations').toEqual([])
    } finally {
      await stop(host.child)
      await aws.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
})

test('a payer’s profile is chosen by its kind, tested before it is relied on, and refuses what it must', async ({
  page,
  home,
}) => {
  await page.locator('main a[href^="#/payers/"]').first().click()
  const access = page.getByRole('region', { name: 'Access to AWS' })
  const choice = access.getByRole('combobox', { name: 'AWS profile' })
  await expect(choice.getByRole('option')).toHaveText([
    'None: everything by hand, with evidence',
    'acme (access keys)',
    'billing (single sign-on, Billing, account 1111 2222 3333)',
    'half (access keys)',
    'other (access keys)',
  ])
  const identify = access.getByRole('button', { name: 'Test the identity' })

  // A sign-in that ran out says which command renews it.
  await choice.selectOption('billing')
  await expect(access.getByRole('button', { name: /^Copy Sign in with aws sso login --profile billing/ })).toBeVisible()
  await identify.click()
  await expect(access.getByText('AWS did not say who this is')).toBeVisible()
  await expect(access.getByText('Sign in again with: aws sso login --profile billing')).toBeVisible()

  // Somebody else's account comes before everything else.
  await choice.selectOption('other')
  await identify.click()
  await expect(access.getByText('This is another account: nothing will be looked at or written with it')).toBeVisible()
  await expectAccessible(page, 'a profile of another account')

  // Half of the services at an address of their own: whoever it is, nothing may be written.
  await choice.selectOption('half')
  await identify.click()
  await expect(access.getByText(/Some services would reach AWS and others an overriding endpoint/)).toBeVisible()

  await choice.selectOption('acme')
  await identify.click()
  await expect(access.getByText('This is the payer’s account')).toBeVisible()
  await expect(access.getByText(home.endpoint).first()).toBeVisible()
  await access.getByRole('button', { name: 'Save profile' }).click()
  await expect(access.getByRole('button', { name: 'Save profile' })).toBeHidden()
  await page.goto(new URL('#/cases/C-1/steps/report.bucket', page.url()).href)
  await page.getByRole('button', { name: 'Create the bucket' }).click()
  const dialog = page.getByRole('dialog', { name: 'Create the bucket' })
  await expect(dialog).toContainText(home.endpoint)
  await expect(dialog.getByRole('button', { name: 'Run on AWS' })).toBeVisible()
})
