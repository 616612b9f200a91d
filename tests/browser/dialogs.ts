import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** @returns the dialog that is open. */
export const dialogOf = (page: Page): Locator => page.getByRole('dialog');

const PATIENCE_MS = 30_000;

/** What is said to whoever decided on something that has been changed meanwhile: by another test, or by the service's own clock. */
const STALE = /请核对后再提交|look at it and submit again/;

/** Goes through with the act of the dialog that is open; again, as a person would, when it was decided on what is no longer so. */
export const goThrough = async (page: Page, act: string): Promise<void> => {
  const dialog = dialogOf(page);
  const button = dialog.getByRole('button', { name: act, exact: true });
  await button.click();
  const isOver = async (): Promise<boolean> => {
    if (!(await dialog.isVisible())) return true;
    if ((await dialog.getByText(STALE).count()) > 0) await button.click();
    return false;
  };
  await expect.poll(isOver, { timeout: PATIENCE_MS, interval: 500 }).toBe(true);
};

/** Opens the dialog of an act, fills what it asks for (by label), and goes through with it. */
export const actWith = async (
  page: Page,
  act: string,
  entries: Readonly<Record<string, string>> = {},
): Promise<void> => {
  await page.getByRole('button', { name: act, exact: true }).first().click();
  const dialog = dialogOf(page);
  for (const [label, text] of Object.entries(entries)) await dialog.getByLabel(label).fill(text);
  await goThrough(page, act);
};
