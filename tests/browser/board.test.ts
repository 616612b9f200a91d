import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createDesk, type Desk } from '../../scripts/walkthrough/desks.ts';
import { aFlood, anItem } from '../../scripts/walkthrough/payloads.ts';
import { runningService } from '../../scripts/walkthrough/running-service.ts';
import { openIncident, placedRequest } from '../../scripts/walkthrough/steps/request.ts';
import { agreementRoutes } from '../../shared/http/routes/agreements.ts';
import { expectAccessible } from './accessibility.ts';
import { openBrowser, withBrowser } from './chromium.ts';
import { expectNoFaults, openDesk, PHONE, signIn } from './desk.ts';

const XINING = '630100';
const LANZHOU = '620100';

/** What the page promises: whatever changes is seen within this time, without loading it again. */
const LIVE_MS = 3_000;

/** What the first load may weigh, compressed. */
const FIRST_LOAD_BYTES = 250 * 1024;

describe.runIf(withBrowser)('the duty board', () => {
  let browser: Browser;
  let desk: Desk;

  beforeAll(async () => {
    browser = await openBrowser();
    desk = createDesk(runningService(inject('serviceUrl'), fetch));
  });

  afterAll(async () => {
    await browser?.close();
  });

  const placeWithLanzhou = async (title: string): Promise<void> => {
    const { body } = await desk('coordinator', XINING).call(agreementRoutes.listAgreements, { query: { limit: 200 } });
    const agreement = body.items.find(({ partner, standing }) => partner === LANZHOU && standing === 'usable');
    const now = new Date().toISOString();
    await placedRequest(desk, {
      city: XINING,
      incident: aFlood(XINING, now, { title }),
      items: [anItem(XINING, now)],
      agreementIds: [agreement?.agreementId ?? 'none'],
    });
  };

  it('shows an incident within three seconds of its being reported, without a reload, and marks it', async () => {
    const board = await openDesk(browser, `duty-officer@${XINING}`);
    await board.page.getByRole('heading', { level: 1, name: '值班看板' }).waitFor();
    await board.page.getByRole('region', { name: '进行中的突发事件' }).waitFor();
    const title = '湟水河城东段洪水（演示）';
    await openIncident(desk, XINING, aFlood(XINING, new Date().toISOString(), { title }));
    const row = board.page.getByRole('listitem').filter({ hasText: title }).first();
    await row.waitFor({ timeout: LIVE_MS });
    expect(await row.textContent()).toContain('刚有变动');
    expectNoFaults(board);
    await board.context.close();
  });

  it('sounds and shows a badge in the tab when another city asks for help, until that is read', async () => {
    const board = await openDesk(browser, `coordinator@${LANZHOU}`);
    const { page } = board;
    await page.locator('.bell').waitFor();
    await page.locator('h1').click();
    const title = '大通县山洪（演示）';
    await placeWithLanzhou(title);
    const received = page.getByRole('region', { name: '收到的请求' }).getByRole('listitem').filter({ hasText: title });
    await received.waitFor();
    expect(await received.textContent()).toMatch(/待答复 1 项.*还剩/);
    await expect.poll(() => page.title()).toMatch(/^\(\d+\) 值班看板/);
    await expect.poll(() => page.evaluate(() => Number(document.documentElement.dataset.alarms))).toBeGreaterThan(0);
    await page.getByRole('link', { name: /^提醒 \d/ }).click();
    await page.getByRole('button', { name: '全部标为已读' }).click();
    await expect.poll(() => page.title()).toMatch(/^提醒中心/);
    expectNoFaults(board);
    await board.context.close();
  });

  it('lays requests into the lanes of the seven steps and tells what waits, in both languages', async () => {
    const title = '多巴镇内涝（演示）';
    await placeWithLanzhou(title);
    for (const [language, lane, waits] of [
      ['zh', '转办', '等待兰州市值班室'],
      ['en', 'Transfer to partners', 'waits for the duty room of Lanzhou'],
    ] as const) {
      const board = await openDesk(browser, `coordinator@${XINING}`, { language });
      const { page } = board;
      await page.getByRole('region', { name: lane }).getByText(title).waitFor();
      await page.getByText(waits).first().waitFor();
      await expectAccessible(page);
      await board.picture(`board-${language}`);
      expectNoFaults(board);
      await board.context.close();
    }
  });

  it('keeps drills on a board of their own, marked on all sides', async () => {
    const title = '北川河防汛演练（演示）';
    const incident = aFlood(XINING, new Date().toISOString(), { title });
    await openIncident(desk, XINING, { ...incident, exercise: true });
    const board = await openDesk(browser, `coordinator@${XINING}`);
    const { page } = board;
    const incidents = page.getByRole('region', { name: '进行中的突发事件' });
    await incidents.waitFor();
    await page.getByRole('link', { name: '看演练' }).click();
    await page.locator('.screen-exercise').waitFor();
    await incidents.getByText(title).waitFor();
    await page.getByRole('link', { name: '回到实战' }).click();
    await expect.poll(() => incidents.getByText(title).count()).toBe(0);
    expectNoFaults(board);
    await board.context.close();
  });

  it('weighs no more than 250 KB at first load', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const loaded = new Map<string, Promise<Buffer>>();
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (/\.(js|css|html|svg)$|^\/$/.test(pathname)) loaded.set(pathname, response.body());
    });
    await page.goto(inject('serviceUrl'));
    await signIn(page, `coordinator@${XINING}`);
    await page.getByRole('region', { name: '进行中的突发事件' }).waitFor();
    await page.waitForLoadState('networkidle');
    const bodies = await Promise.all(loaded.values());
    const bytes = bodies.map((body) => gzipSync(body).length).reduce((sum, each) => sum + each, 0);
    expect(loaded.size).toBeGreaterThan(3);
    expect(bytes).toBeLessThan(FIRST_LOAD_BYTES);
    await context.close();
  });

  it('fits a phone', async () => {
    const board = await openDesk(browser, `coordinator@${XINING}`, { viewport: PHONE });
    const { page } = board;
    await page.getByRole('region', { name: '进行中的突发事件' }).waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: '菜单' }).click();
    await page.getByRole('link', { name: '提醒中心' }).click();
    await page.getByRole('heading', { level: 1, name: '提醒中心' }).waitFor();
    await expectAccessible(page);
    await board.context.close();
  });
});
