import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { openBrowser, withBrowser } from './chromium.ts';
import { expectNoFaults, openDesk } from './desk.ts';

/** Changes what the tab keeps of who is signed in. */
const changeKept = (page: Page, change: Readonly<Record<string, unknown>>): Promise<void> =>
  page.evaluate((given) => {
    const key = Object.keys(sessionStorage).find((each) => each.startsWith('oidc.user:')) ?? '';
    sessionStorage.setItem(key, JSON.stringify({ ...JSON.parse(sessionStorage.getItem(key) ?? '{}'), ...given }));
  }, change);

const keptToken = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const key = Object.keys(sessionStorage).find((each) => each.startsWith('oidc.user:')) ?? '';
    return JSON.parse(sessionStorage.getItem(key) ?? '{}').access_token as string;
  });

const PATIENCE_MS = 20_000;

const LONG_AGO_S = 1_000_000_000;

describe.runIf(withBrowser)('the frame around the screens', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  it('offers the demo people, speaks both languages and is accessible before anybody has signed in', async () => {
    const page = await browser.newPage({ locale: 'zh-CN' });
    await page.goto(inject('serviceUrl'));
    await page.getByRole('heading', { name: '守望' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    await expectAccessible(page);
    await page.getByText('Lanzhou', { exact: true }).click();
    await page.getByRole('button', { name: /Demo Regional coordinator, Lanzhou/ }).click();
    expect(await page.locator('input[name="username"]').inputValue()).toBe('coordinator@620100');
    await page.close();
  });

  it('keeps the language chosen, also for what the API says', async () => {
    const desk = await openDesk(browser, 'coordinator@630100');
    const { page } = desk;
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Duty board' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Duty board' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expectNoFaults(desk);
    await desk.context.close();
  });

  it('is gone through by keyboard: the first stop leads past the navigation', async () => {
    const desk = await openDesk(browser, 'coordinator@630100');
    const { page } = desk;
    await page.locator('main h1').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await desk.context.close();
  });

  it('gets a fresh token when the old one is used up, and nobody notices', async () => {
    const desk = await openDesk(browser, 'coordinator@630100');
    const { page } = desk;
    await page.locator('main h1').waitFor();
    const before = await keptToken(page);
    await changeKept(page, { expires_at: LONG_AGO_S });
    await expect.poll(() => keptToken(page), { timeout: PATIENCE_MS }).not.toBe(before);
    expect(await page.getByText('登录已过期').count()).toBe(0);
    await page.locator('.line-lost').waitFor({ state: 'detached' });
    expectNoFaults(desk);
    await desk.context.close();
  });

  it('says so when the identity provider gives no more, and leaves the screen as it is', async () => {
    const desk = await openDesk(browser, 'coordinator@630100');
    const { page } = desk;
    await page.locator('main h1').waitFor();
    await changeKept(page, { expires_at: LONG_AGO_S, refresh_token: 'used up', access_token: 'used.up.token' });
    await page.getByText('登录已过期').waitFor();
    await page.getByRole('heading', { level: 1, name: '值班看板' }).waitFor();
    await page.getByRole('button', { name: '用统一身份认证登录' }).click();
    expect(await page.locator('input[name="username"]').inputValue()).toBe('coordinator@630100');
    await desk.context.close();
  });

  it('says that there is no such screen', async () => {
    const desk = await openDesk(browser, 'coordinator@630100');
    await desk.goTo('/nowhere');
    expect(await desk.page.locator('main h1').textContent()).toBe('没有这个页面。');
    await desk.context.close();
  });
});
