import type { Page } from '@playwright/test'
import { expect, settled, test } from './support/app.ts'
import { onDesk } from './support/desk.ts'
import { sendAll } from './support/rpc.ts'

test.setTimeout(180_000)

const CUSTOMERS = ['Aurora Bakeries', 'Fjord Analytics', 'Möbel Krämer', 'Tide & Timber']

async function deskWithCases(page: Page): Promise<void> {
  const desk = onDesk(page)
  await desk.practise()
  for (const [n, name] of CUSTOMERS.entries()) {
    await desk.openCase({ name, managementAccountId: `22220000000${n}`, orgIds: '606100000000' })
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click()
  }
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Cases' }).click()
  await expect(page.getByText('4 cases')).toBeVisible()
}
const grid = (page: Page) => page.getByRole('grid', { name: 'Cases' })

test('filters and search stand in the address, go chip by chip, and say where a case was found', async ({
  app: { page, expectAccessible },
}) => {
  await deskWithCases(page)
  await page.getByRole('searchbox', { name: 'Search cases' }).fill('kramer')
  await expect(grid(page).locator('mark')).toHaveText('Krämer')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('combobox', { name: 'Due' }).selectOption({ label: 'Within a week' })
  await expect(page.getByRole('button', { name: 'Remove filter Due: within 7 d' })).toBeVisible()
  await expect(page.getByText('No case matches')).toBeVisible()
  await expectAccessible('cases, filtered')
  await page.reload()
  await settled(page)
  await expect(page.getByRole('searchbox', { name: 'Search cases' })).toHaveValue('kramer')
  await page.getByRole('button', { name: 'Remove filter Due: within 7 d' }).click()
  await expect(grid(page).getByRole('row')).toHaveCount(2)
  await page.goBack()
  await expect(page.getByText('No case matches')).toBeVisible()
})

test('columns are sorted, chosen and resized, and stay so after a reload', async ({ app: { page } }) => {
  await deskWithCases(page)
  const head = (name: string) => grid(page).getByRole('columnheader', { name })
  // Due first is the order of work; the other way round is one more click.
  const due = head('Due')
  await expect(due).toHaveAttribute('aria-sort', 'ascending')
  await due.getByRole('button').click()
  await expect(due).toHaveAttribute('aria-sort', 'descending')
  await expect(grid(page).getByRole('row').nth(1)).toContainText('Tide & Timber')
  await head('Customer').getByRole('button').click()
  await expect(grid(page).getByRole('row').nth(1)).toContainText('Aurora Bakeries')
  await head('Customer').getByRole('button').click()
  await expect(head('Customer')).toHaveAttribute('aria-sort', 'descending')
  await expect(grid(page).getByRole('row').nth(1)).toContainText('Tide & Timber')

  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Payer' }).click()
  await page.keyboard.press('Escape')
  const edge = page.getByRole('separator', { name: 'Width of Phase' })
  const before = Number(await edge.getAttribute('aria-valuenow'))
  await edge.focus()
  await page.keyboard.press('ArrowRight')
  await expect(edge).toHaveAttribute('aria-valuenow', String(before + 16))
  await page.reload()
  await settled(page)
  await expect(head('Payer')).toBeVisible()
  await expect(edge).toHaveAttribute('aria-valuenow', String(before + 16))
  await expect(head('Customer')).toHaveAttribute('aria-sort', 'descending')
})

test('a view is kept, renamed, removed and brought back, with its count', async ({
  app: { page, expectAccessible },
}) => {
  await deskWithCases(page)
  await page.getByRole('searchbox', { name: 'Search cases' }).fill('aurora')
  await page.getByRole('button', { name: 'Save view' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save this view' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Bakers')
  await expectAccessible('saving a view')
  await dialog.getByRole('button', { name: 'Save view' }).click()
  const views = page.getByRole('navigation', { name: 'Views' })
  await expect(views.getByRole('link', { name: 'Bakers 1 cases' })).toHaveAttribute('aria-current', 'true')

  await views.getByRole('link', { name: 'Active cases' }).click()
  await expect(page.getByText('4 cases')).toBeVisible()
  await views.getByRole('link', { name: /^Bakers/ }).click()
  await expect(page.getByRole('searchbox', { name: 'Search cases' })).toHaveValue('aurora')

  await views.getByRole('button', { name: 'What to do with the view Bakers' }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Auroras')
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click()
  await expect(views.getByRole('link', { name: /^Auroras/ })).toBeVisible()
  await views.getByRole('button', { name: 'What to do with the view Auroras' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(views.getByRole('link', { name: /^Auroras/ })).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(views.getByRole('link', { name: /^Auroras/ })).toBeVisible()
})

test('a range and the whole result are picked, held with a reason, refused where held, and taken back', async ({
  app: { page, expectAccessible },
}) => {
  await deskWithCases(page)
  await grid(page).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('2 cases picked')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+a')
  await expect(page.getByText('4 cases picked')).toBeVisible()
  await page.keyboard.press('Space')
  await expect(page.getByText('3 cases picked')).toBeVisible()

  await page.getByRole('button', { name: 'Hold…' }).click()
  const hold = page.getByRole('dialog', { name: 'Hold 3 cases' })
  await hold.getByRole('textbox', { name: 'Reason' }).fill('Holidays')
  await expect(hold.getByRole('table', { name: 'Preview' })).toContainText('On hold')
  await expectAccessible('a hold of many')
  await hold.getByRole('button', { name: 'Hold 3 cases' }).click()
  await expect(hold).toBeHidden()
  await expect(grid(page).getByText('On hold')).toHaveCount(3)

  await grid(page).focus()
  await page.keyboard.press('Control+a')
  await page.getByRole('button', { name: 'Hold…' }).click()
  const again = page.getByRole('dialog', { name: 'Hold 4 cases' })
  await again.getByRole('textbox', { name: 'Reason' }).fill('Holidays')
  await expect(again.getByRole('table', { name: 'Refused, and left as they are' }).getByRole('row')).toHaveCount(4)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(grid(page).getByText('On hold')).toHaveCount(0)
})

test('the board leads a case on by keys and by drag, says what that takes, and refuses what a gate forbids', async ({
  app: { page, expectAccessible },
}) => {
  await deskWithCases(page)
  await page.getByRole('button', { name: 'Board', exact: true }).click()
  const first = page.getByRole('grid', { name: /^Set up the Cost and Usage Report, 4/ })
  await expect(first.getByRole('row')).toHaveCount(4)
  await expectAccessible('the board')
  await first.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('v')
  const byKeys = page.getByRole('dialog', { name: 'Move C-2 to “Link the report with Athena”' })
  const confirm = byKeys.getByRole('button', { name: /^Mark \d+ steps done/ })
  await expect(confirm).toBeDisabled()
  await expectAccessible('moving a case')
  await byKeys
    .getByRole('textbox', { name: /^What was seen: See that AWS has delivered/ })
    .fill('20261101-20261201 is there')
  await confirm.click()
  await expect(byKeys).toBeHidden()
  const second = page.getByRole('grid', { name: /^Link the report with Athena, 1/ })
  await expect(second.getByRole('row')).toContainText('Fjord Analytics')
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(first.getByRole('row')).toHaveCount(4)

  await first
    .getByRole('row')
    .first()
    .dragTo(page.getByRole('region', { name: 'Set up the extractor' }))
  const byDrag = page.getByRole('dialog', { name: 'Move C-1 to “Set up the extractor”' })
  await expect(byDrag.getByText('It cannot be moved there yet.', { exact: false })).toBeVisible()
  await expect(byDrag.getByRole('button', { name: /^Mark \d+ steps done/ })).toBeDisabled()
  await expectAccessible('a move that is refused')
  await page.keyboard.press('Escape')
  await first.focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('grid', { name: /^Link the report with Athena, 0/ })).toBeFocused()
  await first.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page).toHaveURL(/#\/cases\/C-\d/)
})

test('an address with a step that the case has not becomes the one of its next step', async ({ app: { page } }) => {
  const desk = onDesk(page)
  await desk.practise()
  await desk.openCase({ name: 'Aurora Bakeries', managementAccountId: '222200000000', orgIds: '606100000000' })
  await page.goto(new URL('#/cases/C-1/steps/nope', page.url()).href)
  await expect(page.getByRole('article', { name: 'Sign in to the billing account' })).toBeVisible()
  expect(new URL(page.url()).hash).toBe('#/cases/C-1/steps/report.sign-in')
})

test('a search or another order typed far down the list shows what it found from its first row', async ({
  app: { page },
}) => {
  await onDesk(page).practise()
  const many = Array.from({ length: 150 }, (_, n) => String(n + 1).padStart(3, '0'))
  const customers = many.map((n) => ({
    name: `Harbour ${n}`,
    managementAccountId: `222200000${n}`,
    orgIds: `606100000${n}`,
  }))
  await sendAll(page, 'customer.add', customers)
  await sendAll(
    page,
    'case.open',
    customers.map(({ managementAccountId }) => ({ customer: managementAccountId })),
  )
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Cases' }).click()
  await expect(page.getByText('150 cases')).toBeVisible()
  const scrolled = () => grid(page).evaluate((list) => list.scrollTop)
  await grid(page).focus()
  await page.keyboard.press('End')
  await expect(page.locator('#case-row-149')).toContainText('Harbour')
  expect(await scrolled()).toBeGreaterThan(4_000)

  // Everything is found still, so the list is as long as before: only its rows are others.
  await page.getByRole('searchbox', { name: 'Search cases' }).fill('harbour')
  await expect(page.locator('[data-answered="harbour"] #case-row-0 mark')).toHaveText('Harbour')
  expect(await scrolled()).toBe(0)

  await grid(page).focus()
  await page.keyboard.press('End')
  await expect(page.locator('#case-row-149')).toContainText('Harbour')
  await grid(page).getByRole('columnheader', { name: 'Customer' }).getByRole('button').click()
  await expect(page.locator('#case-row-0')).toContainText('Harbour 001')
  expect(await scrolled()).toBe(0)
})
