import { expect, settled, test } from './support/app.ts'
import { onDesk } from './support/desk.ts'

test.setTimeout(180_000)

test('a customer’s page shows its cases side by side, asks the customer, and opens another case', async ({ app }) => {
  const { page, expectAccessible } = app
  const desk = onDesk(page)
  await desk.practise()
  await desk.openCase({ name: 'Aurora Bakeries', managementAccountId: '222200000000', orgIds: '606100000000' })
  const main = page.getByRole('navigation', { name: 'Main' })
  await main.getByRole('link', { name: 'Customers' }).click()
  await page.getByRole('table', { name: 'Customers' }).getByRole('link', { name: 'Aurora Bakeries' }).click()
  await expect(page.getByRole('article', { name: /C-1/ })).toBeVisible()
  await expectAccessible('a customer')

  await page.getByRole('button', { name: 'Add a contact' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Mia')
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('mia@aurora.example')
  await page.getByRole('textbox', { name: 'Tags' }).fill('bakery, north')
  await page.getByRole('textbox', { name: 'Spot Org IDs' }).fill('6061000')
  await page.getByRole('button', { name: 'Save customer' }).click()
  await expect(page.getByText('Aurora Bakeries is saved')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Facts' })).toContainText('6061000')
  await expect(page.getByRole('textbox', { name: 'Tags' })).toHaveValue('bakery, north')

  await page.getByRole('button', { name: 'Ask… Ask for access to the billing account' }).click()
  const asking = page.getByRole('dialog', { name: 'Ask for access to the billing account' })
  await expect(asking.getByRole('region', { name: 'Message text' })).toContainText('222200000000')
  await expect(asking.getByRole('link', { name: 'Open in mail program' })).toHaveAttribute('href', /^mailto:mia@aurora/)
  await expectAccessible('a request being sent')
  await asking.getByRole('button', { name: 'It has been sent' }).click()
  await expect(asking).toBeHidden()
  await expect(
    page
      .getByRole('region', { name: 'Requests to the customer' })
      .getByRole('progressbar', { name: 'The customer gives access' }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Answered… Ask for access to the billing account' }).click()
  await page.getByRole('button', { name: 'Record the answer' }).click()
  await expect(page.getByRole('button', { name: 'Answered… Ask for access to the billing account' })).toBeHidden()

  await page.getByRole('button', { name: 'Open another case' }).click()
  const opening = page.getByRole('dialog', { name: 'New case' })
  await opening
    .getByRole('combobox', { name: 'Procedure' })
    .selectOption({ label: 'Eco: connect the AWS account (003)' })
  await opening.getByRole('button', { name: 'Open case' }).click()
  await expect(opening).toContainText('One question comes first')
  await expectAccessible('choosing a procedure')
  await opening.getByRole('combobox', { name: /managed by an MSP/ }).selectOption({ label: 'Yes' })
  await opening.getByRole('button', { name: 'Open case' }).click()
  await expect(page.getByRole('heading', { name: 'Aurora Bakeries', level: 1 })).toBeVisible()
  await page.goto(new URL('#/customers', page.url()).href)
  await settled(page)
  await page.getByRole('table', { name: 'Customers' }).getByRole('link', { name: 'Aurora Bakeries' }).click()
  await expect(page.getByRole('article', { name: /C-2/ })).toContainText('C-1')
})

test('a change of a payer’s facts shows the cases it touches, and is made once it is meant', async ({ app }) => {
  const { page, expectAccessible } = app
  const desk = onDesk(page)
  await desk.practise()
  await desk.openCase({ name: 'Aurora Bakeries', managementAccountId: '222200000000', orgIds: '606100000000' })
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Payers' }).click()
  await page.getByRole('table', { name: 'Payers' }).getByRole('link').first().click()
  await page.getByRole('textbox', { name: 'Bucket' }).fill('aurora-bakeries-cur')
  await page.getByRole('textbox', { name: 'Prefix' }).fill('')
  await page.getByRole('button', { name: 'Save payer' }).click()
  const dialog = page.getByRole('dialog', { name: 'What the change touches' })
  await expect(dialog.getByRole('row', { name: /C-1 Aurora Bakeries/ })).toBeVisible()
  await expectAccessible('the impact of a change')
  await dialog.getByRole('button', { name: 'Change it' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('The prefix is blank: the report lies at the top of the bucket.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Bucket' })).toHaveValue('aurora-bakeries-cur')
  await expectAccessible('a payer')
})

test('the words of the field are explained from the palette, from the sheet of keys and where they stand', async ({
  app,
}) => {
  const { page, expectAccessible } = app
  const desk = onDesk(page)
  await desk.practise()
  await desk.openCase({ name: 'Aurora Bakeries', managementAccountId: '222200000000', orgIds: '606100000000' })
  await page.getByRole('main').getByRole('button', { name: 'Payer', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Payer' })).toContainText('pays the bill')
  await expectAccessible('a word explained')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find or do' }).fill('glossary')
  await page.getByRole('option', { name: /Glossary/ }).click()
  const words = page.getByRole('dialog', { name: 'Glossary' })
  await words.getByRole('searchbox', { name: 'Find a word' }).fill('act-')
  await expect(words.getByRole('term')).toHaveText([/Spot Org ID/])
  await expectAccessible('the glossary')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
  await page.getByRole('button', { name: 'Words explained' }).click()
  await expect(words).toBeVisible()
})

test('what another customer has too is said where it is entered, and leads to the other and back', async ({ app }) => {
  const { page, expectAccessible } = app
  const desk = onDesk(page)
  await desk.practise()
  await desk.openCase({ name: 'Aurora Bakeries', managementAccountId: '222200000000', orgIds: '606100000000' })
  await page.goto(new URL('#/', page.url()).href)
  await desk.openCase({ name: 'Birch Dental', managementAccountId: '333300000000', orgIds: '606100000000' })
  await page.getByRole('link', { name: 'Details' }).click()
  await page.getByRole('main').getByRole('link', { name: 'Open Aurora Bakeries' }).click()
  await expect(page.getByRole('heading', { name: 'Aurora Bakeries', level: 1 })).toBeVisible()
  const twice = page.getByRole('region', { name: 'Also recorded elsewhere' })
  await expect(twice).toContainText('“Birch Dental” has the same Spot Org ID: 606100000000.')
  await expectAccessible('a customer with a duplicate')
  await twice.getByRole('link', { name: 'Open Birch Dental' }).click()
  await expect(page.getByRole('heading', { name: 'Birch Dental', level: 1 })).toBeVisible()

  await page.getByRole('textbox', { name: 'Spot Org IDs' }).fill('606200000000')
  await page.getByRole('button', { name: 'Save customer' }).click()
  await expect(page.getByText('Birch Dental is saved')).toBeVisible()
  await expect(twice).toBeHidden()
})

test('a second customer on a shared payer takes over what was done, only with what was seen, and leads to where', async ({
  app,
}) => {
  const { page, expectAccessible } = app
  const desk = onDesk(page)
  await desk.practise()
  await page.getByRole('button', { name: 'New case' }).first().click()
  const opening = page.getByRole('dialog', { name: 'New case' })
  const who = async (name: string, account: string, org: string) => {
    await opening.getByRole('textbox', { name: 'Customer name' }).fill(name)
    await opening.getByRole('textbox', { name: 'Management account ID' }).fill(account)
    await opening.getByRole('textbox', { name: 'Spot Org IDs' }).fill(org)
  }
  await who('Aurora Bakeries', '222200000000', '606100000000')
  await opening.getByRole('radio', { name: /A new shared payer/ }).check()
  await opening.getByRole('textbox', { name: 'Payer account ID' }).fill('444400000000')
  await opening.getByRole('button', { name: 'Open case' }).click()
  await expect(page.getByRole('heading', { name: 'Aurora Bakeries', level: 1 })).toBeVisible()
  const [first, second] = ['Sign in to the billing account', 'Create the report and name it']
  await desk.markDone(first)
  await desk.markDone(second)

  await page.goto(new URL('#/', page.url()).href)
  await page.getByRole('button', { name: 'New case' }).first().click()
  await opening.getByRole('combobox', { name: 'Customer' }).selectOption({ label: 'A new customer' })
  await who('Birch Dental', '333300000000', '606200000000')
  await opening.getByRole('radio', { name: /A payer we have already/ }).check()
  const brings = opening.getByRole('region', { name: 'Reused from payer' })
  await expect(brings).toContainText('spotinst-cur-report-444400000000')
  await expect(brings).toContainText(
    '2 steps done in C-1 can be taken over, each verified anew. The case then starts at “Configure the S3 bucket”.',
  )
  await expectAccessible('what a payer brings along')
  const region = opening.getByRole('textbox', { name: /^In which region/ })
  await region.fill('eu-west-1')
  await opening.getByRole('button', { name: 'Open case' }).click()
  await expect(opening.getByRole('alert')).toContainText('touches another case on this payer: C-1 (Aurora Bakeries)')
  await expect(opening.getByRole('button', { name: 'Change it for all of them' })).toBeVisible()
  await expect(opening.getByRole('textbox', { name: 'Customer name' })).toHaveValue('Birch Dental')
  await region.fill('us-east-1')
  await expect(opening.getByRole('alert')).toBeHidden()
  await opening.getByRole('button', { name: 'Open case' }).click()
  const panel = page.getByRole('region', { name: 'Take over from C-1' })
  await expect(panel.getByRole('listitem')).toHaveText([second])
  await expect(panel.getByRole('link', { name: 'Open C-1' })).toHaveAttribute('href', /C-1/)
  await expectAccessible('steps to take over')
  await panel.getByText('Verify by hand instead').click()
  await panel.getByRole('button', { name: 'Take over with this evidence' }).click()
  await expect(panel).toContainText('nothing was said of it')
  await panel.getByRole('textbox', { name: 'What was seen' }).fill('Signed in as the payer.')
  await panel.getByRole('button', { name: 'Take over with this evidence' }).click()
  await expect(panel).toBeHidden()
  await expect(
    page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: new RegExp(`^${second} , Done`) }),
  ).toBeVisible()
})

test('the intake warns as it is answered, and a customer under billing transfer is recorded without a case', async ({
  app,
}) => {
  const { page, expectAccessible } = app
  await onDesk(page).practise()
  await page.getByRole('button', { name: 'New case' }).first().click()
  const opening = page.getByRole('dialog', { name: 'New case' })
  await opening.getByRole('textbox', { name: 'Customer name' }).fill('Aurora Bakeries')
  await opening.getByRole('textbox', { name: 'Management account ID' }).fill('222200000000')
  await opening.getByRole('textbox', { name: 'Spot Org IDs' }).fill('222200000000')
  await expect(opening).toContainText('222200000000 is given as a Spot Org ID and is also an AWS account ID')
  await opening.getByRole('textbox', { name: 'Spot Org IDs' }).fill('606100000000')
  await expect(opening).not.toContainText('is also an AWS account ID')
  await opening.getByRole('textbox', { name: /^In which region/ }).fill('eu-west-1')
  await opening.getByRole('combobox', { name: /^Who can sign in/ }).selectOption({ label: 'Nobody yet' })
  await expect(opening).toContainText('The region is eu-west-1; the procedure wants everything in us-east-1')
  await expect(opening).toContainText('Nobody is known who can sign in to the billing account.')
  await expectAccessible('the intake with its warnings')

  // What was answered to one procedure says nothing in another.
  const procedure = opening.getByRole('combobox', { name: 'Procedure' })
  await procedure.selectOption({ label: 'Cloud Analyzer: first registration (001)' })
  await opening.getByRole('combobox', { name: /AWS China/ }).selectOption({ label: 'AWS China' })
  await expect(opening).toContainText('AWS China runs by hand')
  await procedure.selectOption({ label: 'Customer working with an MSP (004)' })
  await expect(opening).not.toContainText('AWS China runs by hand')
  await expect(opening.getByRole('textbox', { name: /^In which region/ })).toHaveValue('us-east-1')

  await opening.getByRole('radio', { name: /^AWS Billing Transfer/ }).check()
  await opening.getByRole('textbox', { name: 'Payer account ID' }).fill('444400000000')
  await expect(opening).toContainText('Payer 444400000000 is under AWS Billing Transfer')
  await opening.getByRole('button', { name: 'Open case' }).click()
  await expect(opening.getByRole('alert')).toContainText('Write to Spot before going on')
  await expectAccessible('a payer that refuses the case')
  await opening.getByRole('button', { name: 'Record the customer without a case' }).click()
  await expect(page.getByRole('heading', { name: 'Aurora Bakeries', level: 1 })).toBeVisible()
  await expect(page.getByText('No case yet. Open the first one')).toBeVisible()
})
