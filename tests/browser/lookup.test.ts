import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createDesk, type Desk } from '../../scripts/walkthrough/desks.ts';
import { aFlood, anExpert } from '../../scripts/walkthrough/payloads.ts';
import { runningService } from '../../scripts/walkthrough/running-service.ts';
import { appointExpert } from '../../scripts/walkthrough/steps/expert.ts';
import { openIncident } from '../../scripts/walkthrough/steps/request.ts';
import { lookupRoutes } from '../../shared/http/routes/lookup.ts';
import { expectAccessible } from './accessibility.ts';
import { openBrowser, withBrowser } from './chromium.ts';
import { expectNoFaults, openDesk, PHONE } from './desk.ts';

const XINING = '630100';

describe.runIf(withBrowser)('the lookup', () => {
  let browser: Browser;
  let desk: Desk;

  beforeAll(async () => {
    browser = await openBrowser();
    desk = createDesk(runningService(inject('serviceUrl'), fetch));
  });

  afterAll(async () => {
    await browser?.close();
  });

  it('finds by pinyin, tells the own from the partners’, says why each ranks where it does, and narrows down', async () => {
    // What partners share comes in the minutes after the agreements are signed.
    const known = async (): Promise<readonly string[]> => {
      const { body } = await desk('coordinator', XINING).call(lookupRoutes.lookUp, { query: { q: 'shuiyu' } });
      return body.items.map(({ entry }) => entry.city);
    };
    await expect.poll(known, { timeout: 60_000 }).toContain('630200');
    const coordinator = await openDesk(browser, `coordinator@${XINING}`);
    const { page } = coordinator;
    await coordinator.goTo('/lookup');
    await page.getByLabel('查什么').fill('shuiyu');
    await page.getByRole('button', { name: '检索' }).click();
    await page.getByLabel('地点（城市，或“纬度,经度”）').fill('西宁');
    await page.getByLabel('地点（城市，或“纬度,经度”）').press('Enter');
    const hits = page
      .getByRole('region', { name: '统一检索' })
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading') });
    await hits.filter({ hasText: '伙伴·' }).first().waitFor();
    await hits.filter({ hasText: '本市' }).first().waitFor();
    expect(await hits.first().textContent()).toMatch(/公里/);
    expect(
      await hits
        .first()
        .getByText(/计\d+分/)
        .count(),
    ).toBeGreaterThan(1);
    await coordinator.picture('lookup');
    await expectAccessible(page);
    await page.getByRole('button', { name: /^海东市/ }).click();
    await hits.filter({ hasText: '本市' }).first().waitFor({ state: 'hidden' });
    await hits.filter({ hasText: '海东市' }).first().getByRole('link', { name: '提出请求' }).waitFor();
    await page.getByRole('button', { name: /^海东市/ }).click();
    await hits.filter({ hasText: '本市' }).first().waitFor();
    expectNoFaults(coordinator);
    await coordinator.context.close();
  });

  it('says in the API’s words when it understands a place not at all, in English on a phone, too', async () => {
    const officer = await openDesk(browser, `duty-officer@${XINING}`, { viewport: PHONE, language: 'en' });
    const { page } = officer;
    await officer.goTo('/lookup');
    await page.getByLabel('Place (a city, or latitude,longitude)').fill('nowhere');
    await page.getByLabel('Place (a city, or latitude,longitude)').press('Enter');
    await page
      .getByRole('alert')
      .getByText(/name of a city known here/)
      .waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByText(/\d+ (found|of the nearest)/).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    await expectAccessible(page);
    expectNoFaults(officer);
    await officer.context.close();
  });

  it('leads from an agency that was found to a task with what was found filled in', async () => {
    const title = `检索派单洪水${Date.now()}（演示）`;
    const incidentId = await openIncident(
      desk,
      XINING,
      aFlood(XINING, new Date().toISOString(), { title, hazard: 'mine' }),
    );
    const coordinator = await openDesk(browser, `coordinator@${XINING}`);
    const { page } = coordinator;
    await coordinator.goTo(`/lookup?kind=agency&q=kuangshan&incident=${incidentId}`);
    const hit = page.getByRole('listitem').filter({ hasText: '西宁大通矿山救护大队（演示）' }).first();
    await hit.getByRole('link', { name: '派任务' }).click();
    await page.getByRole('heading', { level: 1, name: '派发任务' }).waitFor();
    const chosen = page.getByRole('checkbox', { name: '西宁大通矿山救护大队（演示）' });
    await chosen.waitFor();
    expect(await chosen.isChecked()).toBe(true);
    await page.getByLabel('任务', { exact: true }).fill('下井排水（演示）');
    await coordinator.picture('tasks-new');
    await expectAccessible(page);
    await page.getByRole('button', { name: '派发任务' }).click();
    await page.getByRole('heading', { level: 1, name: '下井排水（演示）' }).waitFor();
    await page.getByRole('region', { name: '派发与答复' }).getByText('西宁大通矿山救护大队（演示）').waitFor();
    expectNoFaults(coordinator);
    await coordinator.context.close();
  });

  it('has a call-out opened from a hit, answered by the expert on a phone, and closed with fee and appraisal', async () => {
    const now = new Date().toISOString();
    const name = `检索专家${Date.now() % 100_000}`;
    const person = `expert@${XINING}`;
    const expert = await appointExpert(desk, XINING, {
      ...anExpert(XINING, now),
      name,
      personId: person,
      employer: name,
    });
    const incidentId = await openIncident(
      desk,
      XINING,
      aFlood(XINING, now, { title: `${name}滑坡`, hazard: 'geological' }),
    );
    const room = desk('coordinator', XINING);
    await expect
      .poll(
        async () => {
          const { body } = await room.call(lookupRoutes.lookUp, { query: { q: name, kind: 'expert' } });
          return body.items.map(({ entry }) => entry.id);
        },
        { timeout: 20_000 },
      )
      .toContain(expert.expertId);
    const phone = await openDesk(browser, person, { viewport: PHONE });
    await phone.page.getByRole('heading', { level: 1, name: '我的咨询' }).waitFor();
    const coordinator = await openDesk(browser, `coordinator@${XINING}`);
    const { page } = coordinator;
    await coordinator.goTo(`/lookup?q=${encodeURIComponent(name)}&incident=${incidentId}`);
    await page
      .getByRole('listitem')
      .filter({ hasText: name })
      .first()
      .getByRole('link', { name: '请专家咨询' })
      .click();
    await page.getByRole('checkbox', { name }).waitFor();
    await page.getByLabel('咨询问题').fill('滑坡体是否稳定？');
    await coordinator.picture('call-outs-new');
    await expectAccessible(page);
    await page.getByRole('button', { name: '邀请专家咨询' }).click();
    await page.getByRole('region', { name: '邀请与答复' }).getByText(name).waitFor();

    const card = phone.page.getByRole('listitem').filter({ hasText: `${name}滑坡` });
    await card.getByRole('button', { name: '接受' }).waitFor();
    await phone.picture('phone-call-out');
    await expectAccessible(phone.page);
    await card.getByRole('button', { name: '接受' }).click();
    await card.getByRole('button', { name: '确定接受' }).click();
    await page
      .getByRole('region', { name: '邀请与答复' })
      .getByText(/已接受$/)
      .waitFor();
    await card.getByRole('button', { name: '出具意见' }).click();
    await phone.page.getByRole('dialog').getByLabel('意见').fill('后缘裂缝扩大，建议撤离下游两百米内群众。');
    await phone.page.getByRole('dialog').getByRole('button', { name: '出具意见' }).click();
    await page.getByText('后缘裂缝扩大，建议撤离下游两百米内群众。').waitFor();
    await phone.page.getByRole('link', { name: `${name}滑坡` }).click();
    await phone.page.getByRole('button', { name: '申报费用' }).click();
    await phone.page.getByRole('dialog').getByLabel('其他费用（元）').fill('80');
    await phone.page.getByRole('dialog').getByRole('button', { name: '申报费用' }).click();
    await phone.page.getByText('待确认').waitFor();
    await expectAccessible(phone.page);
    await page.getByRole('button', { name: '确认费用' }).click();
    await page.getByRole('dialog').getByLabel('确认金额（元）').fill('600');
    await page.getByRole('dialog').getByRole('button', { name: '确认费用' }).click();
    await page.getByRole('dialog').getByRole('alert').first().waitFor();
    await page.getByRole('dialog').getByLabel('理由（少于申报时必填）').fill('按半天计（演示）');
    await page.getByRole('dialog').getByRole('button', { name: '确认费用' }).click();
    await phone.page.getByText(/已确认.*600/).waitFor();
    await page.getByRole('button', { name: '评价' }).click();
    await page.getByRole('dialog').getByLabel('评分').selectOption('5');
    await page.getByRole('dialog').getByLabel('评语').fill('及时准确');
    await page.getByRole('dialog').getByRole('button', { name: '评价' }).click();
    await page.getByText('5 / 5').waitFor();
    await coordinator.picture('call-out');
    await expectAccessible(page);
    await page.getByRole('button', { name: '办结归档' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '办结归档' }).click();
    await page.getByText(/已办结归档$/).waitFor();
    expectNoFaults(phone);
    expectNoFaults(coordinator);
    await phone.context.close();
    await coordinator.context.close();
  });
});
