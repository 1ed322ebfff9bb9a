import { expect, type Page } from '@playwright/test'

/** What an operator does again and again, by the names that stand on the screen. */
export const onDesk = (page: Page) => ({
  async practise(): Promise<void> {
    await page.getByRole('button', { name: 'Practise with simulated AWS' }).click()
    await page
      .getByRole('region', { name: 'Your practice company' })
      .getByRole('button', { name: 'Create workspace' })
      .click()
    await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
  },

  async openCase(customer: { name: string; managementAccountId: string; orgIds: string }): Promise<void> {
    await page.getByRole('button', { name: 'New case' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'New case' })
    await dialog.getByRole('textbox', { name: 'Customer name' }).fill(customer.name)
    await dialog.getByRole('textbox', { name: 'Management account ID' }).fill(customer.managementAccountId)
    await dialog.getByRole('textbox', { name: 'Spot Org IDs' }).fill(customer.orgIds)
    await dialog.getByRole('button', { name: 'Open case' }).click()
    await expect(page.getByRole('heading', { name: customer.name, level: 1 })).toBeVisible()
  },

  step(title: string) {
    return page.getByRole('article', { name: title })
  },

  async goTo(title: string): Promise<void> {
    await page
      .getByRole('navigation', { name: 'Steps' })
      .getByRole('link', { name: new RegExp(`^${title}`) })
      .click()
    await expect(page.getByRole('article', { name: title })).toBeVisible()
  },

  /** Ticks the current step by hand. */
  async markDone(title: string): Promise<void> {
    const button = page.getByRole('article', { name: title }).getByRole('button', { name: 'Mark done' })
    const done = page
      .getByRole('navigation', { name: 'Steps' })
      .getByRole('link', { name: new RegExp(`^${title} , Done`) })
    await expect(button).toBeVisible()
    // What arrives in the moment of a press may move the button from under it; a person presses again.
    await expect(async () => {
      if (await button.isVisible()) await button.click({ timeout: 2_000 })
      await expect(done).toBeVisible({ timeout: 4_000 })
    }).toPass({ timeout: 30_000 })
  },

  /** Runs an action on the simulated AWS: plan, confirm, see it done. */
  async act(title: string, action: string): Promise<void> {
    await page.getByRole('article', { name: title }).getByRole('button', { name: action, exact: true }).click()
    const dialog = page.getByRole('dialog', { name: action, exact: true })
    await dialog.getByRole('button', { name: 'Run on simulated AWS' }).click()
    await expect(dialog).toBeHidden()
  },

  async expectDone(title: string): Promise<void> {
    await expect(
      page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: new RegExp(`^${title} , Done`) }),
    ).toBeVisible()
  },

  async advance(hours: '1 h' | '24 h' | '72 h'): Promise<void> {
    await page.getByRole('button', { name: `Advance ${hours}` }).click()
  },
})
