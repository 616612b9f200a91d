import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../scripts/walkthrough/eventually.ts';
import { figureRoutes } from '../../shared/http/routes/figures.ts';
import { expectAccessible } from './accessibility.ts';
import { askedOfLanzhou, deployedFromLanzhou, serviceDesk, XINING } from './aid-scenes.ts';
import { openBrowser, withBrowser } from './chromium.ts';
import { expectNoFaults, openDesk, PHONE } from './desk.ts';

describe.runIf(withBrowser)('figures', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
    const desk = serviceDesk();
    await Promise.all([
      deployedFromLanzhou(desk, '统计用洪水（演示）', '统计水上救援队（演示）'),
      askedOfLanzhou(desk, '统计用内涝（演示）'),
    ]);
    await eventually(async () => {
      const { body } = await desk('auditor', XINING).call(figureRoutes.readFigures, { query: { of: 'partner' } });
      return body.total.filled > 0 && body.total.asked > 1;
    });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
  });

  it('are drawn by partner, said in a table, grouped otherwise, and kept as a file', async () => {
    const desk = await openDesk(browser, `coordinator@${XINING}`);
    const { page } = desk;
    await desk.goTo('/figures');
    const chart = page.getByRole('img', { name: /数量：.*兰州市的需求数为/ });
    await chart.locator('svg').waitFor();
    const table = page.getByRole('table', { name: '统计数据表' });
    await table.getByRole('row', { name: /兰州市/ }).waitFor();
    await table.getByRole('columnheader', { name: '满足率 (%)' }).waitFor();
    await expectAccessible(page);
    await desk.picture('figures');

    for (const [name, row] of [
      ['资源类别', /水上救援/],
      ['月份', /20\d\d-\d\d/],
    ] as const) {
      await page.getByLabel('分组').selectOption({ label: name });
      await table.getByRole('row', { name: row }).waitFor();
    }
    await page.getByLabel('统计对象').selectOption({ label: '各环节在办' });
    await page.getByLabel('分组').selectOption({ label: '办理环节' });
    await page.getByRole('img', { name: /在办/ }).locator('svg').waitFor();
    await desk.picture('figures-by-step');

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 Excel' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    await page.getByLabel('起月').fill('2020-01');
    await page.getByLabel('止月').fill('2026-01');
    await page.getByText('止月不得早于起月').waitFor();
    expect(await page.getByRole('button', { name: '重新计算' }).count()).toBe(0);
    expectNoFaults(desk);
  });

  it('are counted anew for an administrator; in English, on a phone', async () => {
    const desk = await openDesk(browser, `administrator@${XINING}`, { language: 'en', viewport: PHONE });
    await desk.goTo('/figures?of=city&by=month');
    await desk.page
      .getByRole('img', { name: /^Counts: Asked for of/ })
      .locator('svg')
      .waitFor();
    expect(await desk.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    await expectAccessible(desk.page);
    await desk.picture('figures-phone-en');
    await desk.page.getByRole('button', { name: 'Count anew' }).click();
    await desk.page.getByRole('dialog').getByRole('button', { name: 'Count anew' }).click();
    await desk.page.getByText('Counting anew has begun').waitFor();
    expectNoFaults(desk);
  });
});
