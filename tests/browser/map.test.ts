import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../scripts/walkthrough/desks.ts';
import { aFlood } from '../../scripts/walkthrough/payloads.ts';
import { deploymentWhere, report } from '../../scripts/walkthrough/steps/deployment.ts';
import { openIncident } from '../../scripts/walkthrough/steps/request.ts';
import { HOUR_MS, plus } from '../../shared/domain/kernel/instant.ts';
import type { WarningDraft } from '../../shared/domain/warning/warning-draft.ts';
import { warningRoutes } from '../../shared/http/routes/warnings.ts';
import { expectAccessible } from './accessibility.ts';
import { deployedFromLanzhou, LANZHOU, serviceDesk, XINING } from './aid-scenes.ts';
import { openBrowser, withBrowser } from './chromium.ts';
import { expectNoFaults, openDesk, PHONE } from './desk.ts';

/** A warning with a polygon and a circle. */
const aRainstorm = (at: string, headline: string): WarningDraft => ({
  hazard: 'flood',
  colour: 'red',
  event: '暴雨',
  headline,
  description: '（虚构）',
  urgency: 'Expected',
  certainty: 'Likely',
  expiresAt: plus(at, 6 * HOUR_MS),
  areas: [
    {
      areaDesc: '湟水河谷地（演示）',
      polygon: ['36.45,101.4 36.95,101.4 36.9,102.3 36.45,102.4 36.45,101.4'],
      circle: ['36.3,102.6 12'],
    },
  ],
});

const TILE = '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"/>';

const RIVER = {
  type: 'Feature',
  properties: {},
  geometry: {
    type: 'LineString',
    coordinates: [
      [101.2, 36.7],
      [102.8, 36.3],
    ],
  },
};

const now = (): string => new Date().toISOString();

describe.runIf(withBrowser)('the map', () => {
  let browser: Browser;
  let api: Desk;

  beforeAll(async () => {
    browser = await openBrowser();
    api = serviceDesk();
  });

  afterAll(async () => {
    await browser?.close();
  });

  it('shows where things are, and chooses in the list what is chosen on the map and the other way round', async () => {
    // Of this try alone: whatever a try before left behind is not looked at.
    const mark = `图上${String(Date.now()).slice(-4)}`;
    const incidentId = await openIncident(
      api,
      XINING,
      aFlood(XINING, now(), {
        title: `${mark}洪水（演示）`,
        position: { latitude: 36.7, longitude: 101.9, crs: 'WGS-84', place: '湟水河北岸（演示）' },
      }),
    );
    const { deploymentId } = await deployedFromLanzhou(api, `${mark}增援（演示）`, `${mark}救援队（演示）`);
    await report(api, LANZHOU, deploymentId, { status: 'departed', at: now() }, 'duty-officer');
    await deploymentWhere(api, XINING, deploymentId, ({ status }) => status === 'departed');
    await api('approver', XINING).call(warningRoutes.issueWarning, {
      body: { status: 'Actual', warning: aRainstorm(now(), `${mark}暴雨红色预警（演示）`) },
    });
    const desk = await openDesk(browser, `coordinator@${XINING}`);
    const { page } = desk;
    await desk.goTo('/map');
    const list = page.getByRole('region', { name: '图中可见的对象' });
    const selected = page.getByRole('region', { name: '选中' });
    const words = page.getByLabel('按名称或地点筛选');
    await words.fill(mark);
    await list.getByRole('button', { name: `${mark}洪水（演示）` }).click();
    await selected.getByRole('link', { name: `${mark}洪水（演示）` }).waitFor();
    await page.locator('.map-incident.map-chosen').waitFor();
    await list.getByRole('button', { name: `${mark}暴雨红色预警（演示）` }).click();
    await page.locator('.map-warning.map-chosen').waitFor();
    expect(await page.locator('.map-pane path.leaflet-interactive').count()).toBeGreaterThan(0);
    // Whatever else stands in the same place.
    await page.locator('.map-deployment').first().dispatchEvent('click');
    await selected.getByText('预计到达').waitFor();
    expect(page.url()).toContain(`selected=deployment%3A${deploymentId}`);
    await list.locator('button[aria-current="true"]', { hasText: `${mark}救援队（演示）` }).waitFor();
    await words.fill('');
    await page.waitForLoadState('networkidle');
    await desk.picture('map');
    await expectAccessible(page);
    await page.getByRole('checkbox', { name: '派遣' }).uncheck();
    await expect.poll(() => page.locator('.map-deployment').count()).toBe(0);
    await words.fill(`${mark}洪水`);
    await expect.poll(() => list.getByRole('row').count()).toBe(2);
    await page.getByRole('checkbox', { name: '派遣' }).check();
    await selected.getByRole('button', { name: '取消选中' }).click();
    await list.getByRole('button', { name: `${mark}洪水（演示）` }).click();
    await selected.getByRole('link', { name: `${mark}洪水（演示）` }).click();
    await page.waitForURL(new RegExp(incidentId));
    expectNoFaults(desk);
  });

  it('is moved by keys, and lists only what is in view', async () => {
    const desk = await openDesk(browser, `duty-officer@${XINING}`, { language: 'en' });
    const { page } = desk;
    await desk.goTo('/map');
    const status = page.getByRole('region', { name: 'In view', exact: true }).getByRole('status');
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: 'Show all' }).click();
    const countOf = async (): Promise<number> => Number((await status.textContent())?.split(' ')[0]);
    const before = await countOf();
    const map = page.getByRole('application');
    await map.focus();
    // A key that comes while the map still moves is left out.
    const moveUp = async (): Promise<number> => {
      await page.keyboard.press('ArrowUp');
      return countOf();
    };
    await expect.poll(moveUp, { interval: 200, timeout: 10_000 }).toBeLessThan(before);
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(countOf).toBeGreaterThan(0);
    await expectAccessible(page);
    expectNoFaults(desk);
  });

  it('stands above its list on a phone, without scrolling sideways', async () => {
    const desk = await openDesk(browser, `coordinator@${XINING}`, { viewport: PHONE });
    await desk.goTo('/map');
    await desk.page.getByRole('region', { name: '图中可见的对象' }).getByRole('button').first().waitFor();
    const wide = await desk.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await desk.picture('map-phone');
    await expectAccessible(desk.page);
    expectNoFaults(desk);
  });

  it('draws the tiles and overlays that are configured, and nothing of others', async () => {
    const desk = await openDesk(browser, `coordinator@${XINING}`);
    const { page, context } = desk;
    await context.route('**/console.json', async (route) => {
      const settings = (await (await route.fetch()).json()) as object;
      const tiles = [{ url: 'tiles/{z}/{x}/{y}.svg', attribution: '演示底图' }];
      const overlays = [{ name: { zh: '演示河流', en: 'Demo river' }, url: 'river.json' }];
      await route.fulfill({ json: { ...settings, map: { tiles, overlays } } });
    });
    await context.route('**/tiles/**', (route) => route.fulfill({ contentType: 'image/svg+xml', body: TILE }));
    await context.route('**/river.json', (route) => route.fulfill({ json: RIVER }));
    await desk.goTo('/map');
    await page.reload();
    await page.getByText('演示底图').waitFor();
    await expect.poll(() => page.locator('.leaflet-tile-loaded').count(), { timeout: 10_000 }).toBeGreaterThan(0);
    await page.getByRole('checkbox', { name: '演示河流' }).check();
    await page.locator('path[stroke="#5b2a86"]').waitFor({ state: 'attached' });
    await page.getByRole('checkbox', { name: '演示河流' }).uncheck();
    await expect.poll(() => page.locator('path[stroke="#5b2a86"]').count()).toBe(0);
    expectNoFaults(desk);
  });
});
