import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFlood } from '../../scripts/walkthrough/payloads.ts';
import { incidentRoutes } from '../../shared/http/routes/incidents.ts';
import { expectAccessible } from './accessibility.ts';
import { serviceDesk } from './aid-scenes.ts';
import { openBrowser, withBrowser } from './chromium.ts';
import { expectNoFaults, openDesk, PHONE } from './desk.ts';

const XINING = '630100';

describe.runIf(withBrowser)('the ledger', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  it('finds what was done by event and day, shows its whole story, and says that it holds', async () => {
    const api = serviceDesk();
    const title = `台账检索用洪水（演示）${Date.now()}`;
    const { body: incident } = await api('coordinator', XINING).call(incidentRoutes.openIncident, {
      body: aFlood(XINING, new Date().toISOString(), { title }),
    });
    const desk = await openDesk(browser, `auditor@${XINING}`);
    await desk.goTo('/ledger');
    await desk.page.getByLabel('按条件查找').selectOption('type');
    await desk.page.getByLabel('记录种类').selectOption('incidentReported');
    const found = desk.page.getByRole('region', { name: '台账记录，新的在前' });
    const reported = found.getByRole('row').filter({ hasText: '接报事件' }).getByRole('link', { name: title });
    await reported.waitFor();
    await expect.poll(() => found.getByText('更新事件').count()).toBe(0);
    await expectAccessible(desk.page);
    await desk.picture('ledger-search');
    await reported.click();
    await desk.page.getByText(/核验完好/).waitFor();
    const story = desk.page.getByRole('list', { name: '台账记录，先后为序' });
    const first = story.getByRole('listitem').first();
    await first.getByText('接报事件').waitFor();
    await first.locator('summary').click();
    await first.getByText(title).last().waitFor();
    await expectAccessible(desk.page);
    await desk.picture('ledger-story');
    // Its own ledger holds whom it was reported by: it is not given away as a file.
    expect(await desk.page.getByRole('button', { name: '下载可离线核验的台账' }).count()).toBe(0);
    await desk.page.getByRole('link', { name: '打开该事项' }).click();
    await desk.page.waitForURL(new RegExp(incident.incidentId));
    expectNoFaults(desk);
  });

  it('shows a story by its number, keeps it as a file, and says so when there is none; in English, on a phone', async () => {
    const desk = await openDesk(browser, `auditor@${XINING}`, { language: 'en', viewport: PHONE });
    await desk.goTo('/ledger?by=kind&value=agreement');
    const found = desk.page.getByRole('region', { name: /Entries of all ledgers/ });
    await found.getByRole('link').first().click();
    await desk.page.getByText(/Whole:/).waitFor();
    const [download] = await Promise.all([
      desk.page.waitForEvent('download'),
      desk.page.getByRole('button', { name: /Download/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^agreement-.*\.json$/);
    expect(await desk.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    await expectAccessible(desk.page);
    await desk.goTo('/ledger');
    await desk.page.getByLabel('What it is').selectOption('request');
    await desk.page.getByLabel('Its number').fill('01999999-0000-7000-8000-000000000000');
    await desk.page.getByRole('button', { name: 'Show the story' }).click();
    await desk.page.getByRole('alert').first().waitFor();
    expectNoFaults(desk);
  });
});
