import { expect, type Locator, type Page } from '@playwright/test'

/** More stops than any screen has: whoever is not reached by then cannot be reached. */
const FARTHEST = 150

/** Works the page as somebody does who has no mouse: everything is reached by Tab, and pressed. */
export const byKeyboard = (page: Page) => {
  async function reach(target: Locator): Promise<void> {
    await expect(target).toBeVisible()
    // The shorter way round, as a person sees it.
    const lies = await target.evaluate(
      (element) => document.activeElement?.compareDocumentPosition(element) ?? Node.DOCUMENT_POSITION_FOLLOWING,
    )
    const key = lies & 2 ? 'Shift+Tab' : 'Tab'
    for (let stops = 0; stops < FARTHEST; stops++) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press(key)
    }
    throw new Error(`Tab does not lead to ${target}`)
  }
  return {
    reach,
    async press(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
      await reach(target)
      await page.keyboard.press(key)
    },
    async type(target: Locator, text: string): Promise<void> {
      await reach(target)
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(text)
    },
  }
}
