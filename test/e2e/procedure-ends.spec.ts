import { expect, type Page } from '@playwright/test'
import { test } from './support/app.ts'
import { onDesk } from './support/desk.ts'
import { endWait, openProcedure, walkByHand } from './support/procedure-walk.ts'

const EXISTING = 'Cloud Analyzer: existing Spot customer (000)'
const FIRST = 'Cloud Analyzer: first registration (001)'
const ECO = 'Eco: connect the AWS account (003)'
const BILLING = 'Billing Engine: connect an AWS account (002)'
const OFFBOARDING = 'Take a customer off Spot'
const MANAGED = 'Is the customer’s account managed by an MSP?'
const customer = { name: 'Aurora Bakeries', managementAccountId: '222200000000', orgIds: '606100000000' }
const roleOf = (partition: string) => `arn:${partition}:iam::222200000000:role/SpotRole`

const START = ['Start the connection wizard', 'Sign in to the management account']
const REPORT = ['Set up the Cost and Usage Report', 'Give Spot the name of the bucket']
const STACK = ['Open the template of the wizard', 'Create the stack']

/** Every step is settled, and what is said of it claims no check where everything is done by hand. */
async function expectConnected(page: Page, checked: boolean): Promise<void> {
  const done = page.getByRole('region', { name: 'Connected' })
  await expect(done).toContainText('Every step is settled.')
  await expect(page.getByRole('button', { name: 'Check all' })).toHaveCount(checked ? 1 : 0)
  await (checked ? expect(done) : expect(done).not).toContainText('Check all')
}

test('Cloud Analyzer of an existing customer with an MSP makes the report and ends at Spot Support', async ({
  app: { page, expectAccessible },
}) => {
  const desk = onDesk(page)
  await desk.practise()
  await openProcedure(page, { procedure: EXISTING, customer, answers: { [MANAGED]: 'Yes' } })
  await walkByHand(page, [...START, 'Let IAM users and roles see billing', ...REPORT, ...STACK])
  await walkByHand(page, ['Hand over the Spot Role ARN'], { 'Spot Role ARNs': roleOf('aws') })
  const support = desk.step('Contact Spot Support')
  await expect(support.getByRole('region', { name: 'Message to Spot' })).toContainText(roleOf('aws'))
  await walkByHand(page, ['Contact Spot Support'])
  await endWait(page, 'See that Spot Support has connected the account', ['72 h'])
  await endWait(page, 'See that the dashboards are ready', ['72 h'])
  await expectConnected(page, true)
  await expectAccessible('Cloud Analyzer, done')
})

test('Cloud Analyzer’s first registration from AWS China is done by hand from end to end', async ({
  app: { page, expectAccessible },
}) => {
  const desk = onDesk(page)
  await desk.practise()
  await openProcedure(page, {
    procedure: FIRST,
    customer,
    answers: { 'Does the customer connect from AWS China?': 'AWS China' },
  })
  await expect(page.getByRole('region', { name: 'Why this way' })).toContainText('the rule of us-east-1 does not hold')
  await walkByHand(page, ['Start the connection wizard', 'Say whether it is AWS China', START[1] ?? ''])
  await walkByHand(page, ['Let IAM users and roles see billing'])
  await walkByHand(page, ['Choose the Spot products'], { 'Spot products': 'Cloud Analyzer, Ocean' })
  const report = desk.step('Set up the Cost and Usage Report')
  await expect(report).toContainText('cn-northwest-1')
  await expect(report.getByRole('link', { name: /Open Cost and Usage Reports/ })).toHaveAttribute(
    'href',
    /^https:\/\/[a-z.-]*console\.amazonaws\.cn\//,
  )
  await walkByHand(page, [...REPORT, ...STACK])
  const hand = 'Hand over the Spot Role ARNs'
  // A role of the other partition is refused where it is typed.
  await desk.step(hand).getByLabel('Spot Role ARNs', { exact: true }).fill(roleOf('aws'))
  await desk.step(hand).getByRole('button', { name: 'Save values' }).click()
  await expect(desk.step(hand)).toContainText('aws-cn')
  await walkByHand(page, [hand], { 'Spot Role ARNs': `${roleOf('aws-cn')},${roleOf('aws-cn')}Ocean` })
  await endWait(page, 'See that the dashboards are ready', ['72 h'])
  await expectConnected(page, false)
  await expectAccessible('AWS China, done')
})

test('Eco without an MSP makes its own report and ends in the wizard', async ({ app: { page } }) => {
  const desk = onDesk(page)
  await desk.practise()
  await openProcedure(page, { procedure: ECO, customer, answers: { [MANAGED]: 'No' } })
  await walkByHand(page, [...START, ...REPORT, ...STACK])
  await walkByHand(page, ['Hand over the Spot Role ARN'], { 'Spot Role ARNs': roleOf('aws') })
  await desk.goTo('Contact Spot Support')
  await expect(desk.step('Contact Spot Support')).toContainText('falls away because no MSP manages the account')
  await desk.goTo('Finish the wizard')
  await walkByHand(page, ['Finish the wizard'])
  await endWait(page, 'See that the dashboards are ready', ['72 h'])
  await expectConnected(page, true)
})

test('Billing Engine of an existing customer runs the template again and says only what is so for it', async ({
  app: { page, expectAccessible },
}) => {
  const desk = onDesk(page)
  await desk.practise()
  await openProcedure(page, {
    procedure: BILLING,
    customer,
    answers: { 'In which cloud is the account?': 'AWS', 'Is the customer new at Spot?': 'Existing Spot customer' },
  })
  await walkByHand(page, ['Answer No to a new report', 'Run the IAM template again'])
  const last = desk.step('See that the account is connected')
  await expect(last).toContainText('Once the IAM template has run again')
  await expect(last).not.toContainText('002, account wizard 4The wizard’s last page')
  await walkByHand(page, ['See that the account is connected'])
  await expectConnected(page, false)
  await expectAccessible('Billing Engine of an existing customer, done')
})

test('an account of Google Cloud is connected by a ticket whose text is there, and needs no AWS console', async ({
  app: { page, expectAccessible },
}) => {
  const desk = onDesk(page)
  await desk.practise()
  await openProcedure(page, {
    procedure: BILLING,
    customer,
    answers: { 'In which cloud is the account?': 'Google Cloud' },
  })
  const ticket = desk.step('Create a support ticket').getByRole('region', { name: 'Message to Spot' })
  await expect(ticket).toContainText('Please connect the Google Cloud account of our customer Aurora Bakeries')
  await expect(page.getByText('Console: sign in to')).toHaveCount(0)
  await expectAccessible('a ticket for Google Cloud')
  await walkByHand(page, ['Create a support ticket'])
  await endWait(page, 'See that Spot has connected the account', ['72 h'])
  await expectConnected(page, false)
})

test('offboarding stops the extraction first, and warns before a deletion empties the bucket’s notifications', async ({
  app: { page, expectAccessible },
}) => {
  const desk = onDesk(page)
  await desk.practise()
  await openProcedure(page, {
    procedure: OFFBOARDING,
    customer,
    answers: { 'Does anybody else still use the payer’s report?': 'No' },
  })
  const steps = page.getByRole('navigation', { name: 'Steps' })
  const first = 'Delete the extractor stack'
  await desk.goTo('Delete the crawler stack')
  const deletion = desk.step('Delete the crawler stack')
  await expect(deletion).toContainText('empties the bucket’s notifications')
  await expect(deletion).toContainText('“Write down the bucket’s notifications” comes first.')
  await expect(deletion.getByRole('region', { name: 'Traps' })).toContainText('notifications')
  await expectAccessible('a deletion that has to wait')
  await desk.goTo(first)
  await evidenced(page, first)
  await walkByHand(page, ['Tell Spot', 'Stop the crawler’s schedule'])
  await evidenced(page, 'Write down the bucket’s notifications')
  await walkByHand(page, ['Delete the crawler stack', 'Delete the report'])
  await evidenced(page, 'Decide what becomes of the bucket')
  await walkByHand(page, ['Have Spot’s role removed', 'Give back the access'])
  await expect(page.getByRole('region', { name: 'Taken off Spot' })).toBeVisible()
  await expect(steps.getByRole('link', { name: / , Done$/ })).toHaveCount(9)
})

/** Does a step that is done only with what was seen. */
async function evidenced(page: Page, title: string): Promise<void> {
  await endWait(page, title, [])
}
