import type { Page } from '@playwright/test'
import { expect, test } from './support/app.ts'
import { onDesk } from './support/desk.ts'

test.setTimeout(120_000)

/** What goes wrong, played on purpose, and what the operator reads of it: the cause, and the way out. */
interface Played {
  readonly scenario: string
  /** How the operator comes upon it, from a new case. */
  readonly meets: (page: Page) => Promise<void>
  readonly cause: RegExp
  readonly remedy: RegExp
}

const SIGN_IN = 'Sign in to the billing account'
const BUCKET = 'Configure the S3 bucket'
const REPORT = 'Review and create the report'
const DELIVERED = 'See that AWS has delivered'

const PLAYED: readonly Played[] = [
  {
    scenario: 'Bucket name taken',
    async meets(page) {
      // AWS does not say whose a bucket is that one may not see: trying to make it tells.
      await plans(page, BUCKET, 'Create the bucket')
      await page.getByRole('button', { name: 'Run on simulated AWS' }).click()
    },
    cause: /belongs to someone else: S3 names are unique/,
    remedy: /Choose another, such as spotinst-cur-report-/,
  },
  {
    scenario: 'Wrong account',
    meets: (page) => plans(page, BUCKET, 'Create the bucket'),
    cause: /The caller is account \d{12}; this case expects 222200000000/,
    remedy: /Choose the profile of the billing account/,
  },
  {
    scenario: 'Member account',
    meets: (page) => checks(page, SIGN_IN),
    cause: /is a member of an organization: a report made here shows this account only/,
    remedy: /Use the account that pays the bill/,
  },
  {
    scenario: 'Access denied',
    meets: (page) => checks(page, SIGN_IN),
    cause: /AWS did not let this caller look/,
    remedy: /Allow .*organizations:DescribeOrganization|Allow sts:GetCallerIdentity/,
  },
  {
    scenario: 'Expired credentials',
    meets: (page) => checks(page, SIGN_IN),
    cause: /have expired/,
    remedy: /Put fresh keys into the profile/,
  },
  {
    scenario: 'CUR 2.0 instead',
    meets: (page) => checks(page, REPORT),
    cause: /There is a CUR 2\.0 data export/,
    remedy: /Create a Legacy CUR export/,
  },
  {
    scenario: 'Daily instead of hourly',
    meets: (page) => reports(page),
    cause: /it has to be HOURLY/,
    remedy: /Edit the report in the console/,
  },
  {
    scenario: 'Never delivered: permissions',
    meets: (page) => waitsInVain(page),
    cause: /failed with ERROR_PERMISSIONS/,
    remedy: /Restore the bucket policy/,
  },
  {
    scenario: 'Never delivered: no bucket',
    meets: (page) => waitsInVain(page),
    cause: /failed with ERROR_NO_BUCKET/,
    remedy: /Create the bucket again/,
  },
]

for (const { scenario, meets, cause, remedy } of PLAYED) {
  test(`“${scenario}” is played, and the screen names the cause and the way out`, async ({ app: { page } }) => {
    await begin(page)
    await page.getByRole('link', { name: 'All scenarios' }).click()
    const one = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: scenario, exact: true }) })
    await one.getByRole('button', { name: `Play this: ${scenario}` }).click()
    await expect(one).toContainText('Playing now')
    await page.goBack()
    await meets(page)
    await expect(page.getByText(cause).first()).toBeVisible()
    await expect(page.getByText(remedy).first()).toBeVisible()
  })
}

async function begin(page: Page): Promise<void> {
  const desk = onDesk(page)
  await desk.practise()
  await desk.openCase({ name: 'Aurora Bakeries', managementAccountId: '2222 0000 0000', orgIds: '606100000000' })
}

/** Only the plan: nothing is run. */
async function plans(page: Page, step: string, action: string): Promise<void> {
  const desk = onDesk(page)
  await desk.goTo(step)
  await desk.step(step).getByRole('button', { name: action, exact: true }).click()
  await expect(page.getByRole('dialog', { name: action })).toBeVisible()
}

async function checks(page: Page, step: string): Promise<void> {
  const desk = onDesk(page)
  await desk.goTo(step)
  await desk.step(step).getByRole('button', { name: 'Check now' }).click()
}

async function reports(page: Page): Promise<void> {
  const desk = onDesk(page)
  await desk.goTo(BUCKET)
  await desk.act(BUCKET, 'Create the bucket')
  await desk.goTo(REPORT)
  await desk.act(REPORT, 'Create the report')
}

async function waitsInVain(page: Page): Promise<void> {
  await reports(page)
  const desk = onDesk(page)
  await desk.goTo(DELIVERED)
  await desk.advance('24 h')
  await desk.advance('1 h')
  await checks(page, DELIVERED)
}
