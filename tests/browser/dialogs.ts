import type { Locator, Page } from 'playwright-core';

/** @returns the dialog that is open. */
export const dialogOf = (page: Page): Locator => page.getByRole('dialog');

/** Opens the dialog of an act, fills what it asks for (by label), and goes through with it. */
export const actWith = async (
  page: Page,
  act: string,
  entries: Readonly<Record<string, string>> = {},
): Promise<void> => {
  await page.getByRole('button', { name: act, exact: true }).first().click();
  const dialog = dialogOf(page);
  for (const [label, text] of Object.entries(entries)) await dialog.getByLabel(label).fill(text);
  await dialog.getByRole('button', { name: act, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
};
