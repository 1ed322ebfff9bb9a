import { expect, type Page } from '@playwright/test'
import { onDesk } from './desk.ts'

export interface ProcedureCase {
  readonly procedure: string
  readonly customer: { readonly name: string; readonly managementAccountId: string; readonly orgIds: string }
  /** Answers of the intake by question, in the order in which they are asked. */
  readonly answers: Readonly<Record<string, string>>
}

/** Opens a case of any procedure through the New case dialog, as an operator does, and answers its intake. */
export async function openProcedure(
  page: Page,
  { procedure, customer, answers }: ProcedureCase,
  look: (screen: string) => Promise<void> = async () => {},
): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click()
  await page.getByRole('button', { name: 'New case' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'New case' })
  await dialog.getByRole('textbox', { name: 'Customer name' }).fill(customer.name)
  await dialog.getByRole('textbox', { name: 'Management account ID' }).fill(customer.managementAccountId)
  await dialog.getByRole('textbox', { name: 'Spot Org IDs' }).fill(customer.orgIds)
  await dialog.getByRole('combobox', { name: 'Procedure' }).selectOption({ label: procedure })
  // A question may only turn up once those before it are answered.
  for (const [question, answer] of Object.entries(answers)) {
    await dialog.getByRole('combobox', { name: question }).selectOption({ label: answer })
  }
  await look(`the intake of ${customer.name}`)
  await dialog.getByRole('button', { name: 'Open case' }).click()
  await expect(page.getByRole('heading', { name: customer.name, level: 1 })).toBeVisible()
}

/** Does the steps by hand, one after the other, as the app leads from each to the next. */
export async function walkByHand(
  page: Page,
  titles: readonly string[],
  values: Readonly<Record<string, string>> = {},
): Promise<void> {
  const desk = onDesk(page)
  for (const title of titles) {
    await expect(desk.step(title)).toBeVisible()
    for (const [label, value] of Object.entries(values)) {
      const field = desk.step(title).getByLabel(label, { exact: true })
      if ((await field.count()) === 0) continue
      const choice = (await field.evaluate((element) => element.tagName)) === 'SELECT'
      await (choice ? field.selectOption({ label: value }) : field.fill(value))
    }
    await desk.markDone(title)
  }
}

/** Ends a wait by hand once its hours have passed: with what was seen, which the last one requires. */
export async function endWait(page: Page, title: string, hours: readonly ('1 h' | '24 h' | '72 h')[]): Promise<void> {
  const desk = onDesk(page)
  for (const some of hours) await desk.advance(some)
  const evidence = desk.step(title).getByRole('textbox', { name: 'Evidence' })
  if (!(await evidence.isVisible())) await desk.step(title).getByRole('button', { name: 'Evidence and time' }).click()
  await evidence.fill('Seen in the practice.')
  await desk.markDone(title)
}
