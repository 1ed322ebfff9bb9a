import { expect, test } from './support/app.ts'
import { onDesk } from './support/desk.ts'
import { endWait, openProcedure, walkByHand } from './support/procedure-walk.ts'

const MSP = 'Customer working with an MSP (004)'
const ECO = 'Eco: connect the AWS account (003)'
const EXISTING = 'Cloud Analyzer: existing Spot customer (000)'
const FIRST = 'Cloud Analyzer: first registration (001)'
const BILLING = 'Billing Engine: connect an AWS account (002)'
const ROLE = 'arn:aws:iam::222200000000:role/SpotRole'

test('Eco of a managed account skips the report, says why, and ends at Spot Support and the dashboards', async ({
  app: { page, expectAccessible },
}) => {
  const desk = onDesk(page)
  await desk.practise()
  await openProcedure(
    page,
    {
      procedure: ECO,
      customer: { name: 'Aurora Bakeries', managementAccountId: '222200000000', orgIds: '606100000000' },
      answers: { 'Is the customer’s account managed by an MSP?': 'Yes' },
    },
    expectAccessible,
  )
  await expect(page.getByRole('region', { name: 'Why this way' })).toHaveText(
    'Because an MSP manages the account, the MSP makes the report in its own procedure, and the connection ends with Spot Support.',
  )
  await desk.goTo('Set up the Cost and Usage Report')
  await expect(desk.step('Set up the Cost and Usage Report')).toContainText(
    'This step falls away because an MSP manages the account.',
  )
  await expect(desk.step('Set up the Cost and Usage Report').getByRole('button', { name: 'Mark done' })).toBeHidden()
  await expect(desk.step('Set up the Cost and Usage Report').getByRole('button', { name: 'Reopen step' })).toBeHidden()
  await expect(page.getByRole('list', { name: 'Phases' })).toContainText('falls away')
  await expect(page.getByRole('navigation', { name: 'Case' }).getByRole('link', { name: 'Submission' })).toBeHidden()
  await expectAccessible('a step that falls away')

  await desk.goTo('Start the connection wizard')
  await walkByHand(
    page,
    [
      'Start the connection wizard',
      'Sign in to the management account',
      'Open the template of the wizard',
      'Create the stack',
      'Hand over the Spot Role ARN',
    ],
    { 'Spot Role ARNs': ROLE },
  )
  await expect(desk.step('Contact Spot Support').getByRole('region', { name: 'Message to Spot' })).toContainText(ROLE)
  await expectAccessible('a message to Spot Support')
  await walkByHand(page, ['Contact Spot Support'])
  await endWait(page, 'See that Spot Support has connected the account', ['72 h'])
  await expect(page.getByRole('progressbar', { name: 'Spot processes the first data' })).toBeVisible()
  await endWait(page, 'See that the dashboards are ready', ['72 h'])
  await expect(page.getByRole('heading', { name: 'Connected', exact: true })).toBeVisible()
  await expectAccessible('a case that is done')
})

test('Billing Engine of a new Spot account makes its own report on the simulated AWS and sees it delivered', async ({
  app: { page, expectAccessible },
}) => {
  const desk = onDesk(page)
  await desk.practise()
  await openProcedure(
    page,
    {
      procedure: BILLING,
      customer: { name: 'Fjord Analytics', managementAccountId: '222200000001', orgIds: '606100000001' },
      answers: { 'In which cloud is the account?': 'AWS', 'Is the customer new at Spot?': 'New at Spot' },
    },
    expectAccessible,
  )
  await walkByHand(page, ['Open the reports of the account', 'Create the report and name it'])
  await desk.step('Configure the S3 bucket').getByLabel('Billing Engine: region').fill('eu-central-1')
  await desk.step('Configure the S3 bucket').getByRole('button', { name: 'Save values' }).click()
  await desk.act('Configure the S3 bucket', 'Create the bucket')
  await desk.expectDone('Configure the S3 bucket')
  await desk.goTo('Set prefix, granularity and Redshift')
  await walkByHand(page, ['Set prefix, granularity and Redshift'], {
    'Billing Engine: report versioning': 'Overwrite the last',
  })
  await expectAccessible('Billing Engine’s report')
  await desk.act('Review and create the report', 'Create the report')
  await desk.expectDone('Review and create the report')
  await desk.goTo('Sign in from Spot’s account wizard')
  await walkByHand(page, [
    'Sign in from Spot’s account wizard',
    'Give the wizard the report',
    'Run the IAM template and connect',
    'See that the account is connected',
  ])
  await desk.advance('24 h')
  await desk.advance('1 h')
  await desk.goTo('See that AWS has delivered')
  await desk.step('See that AWS has delivered').getByRole('button', { name: 'Check now' }).click()
  await desk.expectDone('See that AWS has delivered')
  await expect(page.getByRole('heading', { name: 'Connected', exact: true })).toBeVisible()
  await expectAccessible('Billing Engine, done')
})

test('every other way is opened by its answers, and told in the case', async ({ app: { page, expectAccessible } }) => {
  const desk = onDesk(page)
  await desk.practise()
  const why = page.getByRole('region', { name: 'Why this way' })
  const customer = (n: number, name: string) => ({
    name,
    managementAccountId: `22220000000${n}`,
    orgIds: `60610000000${n}`,
  })

  await openProcedure(page, {
    procedure: MSP,
    customer: customer(1, 'Tide & Timber'),
    answers: {},
  })
  await expect(desk.step('Sign in to the billing account')).toBeVisible()
  await expect(why).toBeHidden()

  await openProcedure(page, {
    procedure: EXISTING,
    customer: customer(2, 'Harbour Freight Nord'),
    answers: { 'Is the customer’s account managed by an MSP?': 'No' },
  })
  await expect(why).toHaveText('Because no MSP manages the account, the connection ends in Spot’s wizard.')

  await openProcedure(page, {
    procedure: FIRST,
    customer: customer(3, 'Quarry Street Clinics'),
    answers: {},
  })
  await walkByHand(page, ['Start the connection wizard', 'Say whether it is AWS China'], {
    'AWS partition': 'AWS China',
  })
  await expect(why).toContainText('Because the customer connects from AWS China, everything is done by hand')
  await expectAccessible('AWS China')

  await openProcedure(page, {
    procedure: BILLING,
    customer: customer(4, 'Café Señorial'),
    answers: { 'In which cloud is the account?': 'Azure' },
  })
  await expect(why).toHaveText('Because the account is one of Azure, Spot connects it after a support ticket.')
  await expect(desk.step('Create a support ticket')).toBeVisible()
})
