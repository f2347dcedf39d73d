import type { Locator, Page } from 'playwright-core';

/** Press a button, say why in the dialog it opens, and wait until the dialog has done it. */
export async function decide(page: Page, button: string, reason?: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  if (reason !== undefined) await dialog.getByLabel(/^Reason/).fill(reason);
  await confirm(dialog, button);
}

/** Press the button of a dialog that does it, and wait until it is through. */
export async function confirm(dialog: Locator, button: string): Promise<void> {
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await dialog.waitFor({ state: 'hidden', timeout: 60_000 });
}
