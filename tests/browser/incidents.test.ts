import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../scripts/walkthrough/desks.ts';
import { eventually } from '../../scripts/walkthrough/eventually.ts';
import { aFlood } from '../../scripts/walkthrough/payloads.ts';
import { incidentRoutes } from '../../shared/http/routes/incidents.ts';
import { partnerIncidentRoutes } from '../../shared/http/routes/partner-incidents.ts';
import { expectAccessible } from './accessibility.ts';
import { agreementWith, LANZHOU, serviceDesk, XINING } from './aid-scenes.ts';
import { openBrowser, withBrowser } from './chromium.ts';
import { expectNoFaults, openDesk, PHONE } from './desk.ts';
import { actWith, dialogOf } from './dialogs.ts';
import { approvedReport, sendToXining } from './report-scenes.ts';

const now = (): string => new Date().toISOString();

/** Fills a field of a form or a dialog by its label. */
const fill = (page: Page, label: string | RegExp, text: string): Promise<void> =>
  page.getByLabel(label).last().fill(text);

describe.runIf(withBrowser)('the screens of incidents', () => {
  let browser: Browser;
  let api: Desk;

  /** @returns the id of an incident that was taken down through the API. */
  const anIncident = async (overrides: Parameters<typeof aFlood>[2] = {}): Promise<string> => {
    const body = aFlood(XINING, now(), overrides);
    return (await api('coordinator', XINING).call(incidentRoutes.openIncident, { body })).body.incidentId;
  };

  const tellLanzhou = async (incidentId: string): Promise<void> => {
    const agreementId = await agreementWith(api, LANZHOU);
    await api('coordinator', XINING).call(incidentRoutes.shareIncident, {
      params: { incidentId },
      body: { agreementId },
    });
    await eventually(async () => {
      const { body } = await api('coordinator', LANZHOU).call(partnerIncidentRoutes.listPartnerIncidents, {
        query: {},
      });
      return body.items.some((one) => one.incidentId === incidentId);
    });
  };

  beforeAll(async () => {
    browser = await openBrowser();
    api = serviceDesk();
  });

  afterAll(async () => {
    await browser?.close();
  });

  it('takes an incident through its life: the duty officer takes it down and verifies, the coordinator does the rest', async () => {
    const officer = await openDesk(browser, `duty-officer@${XINING}`);
    const { page } = officer;
    await officer.goTo('/incidents');
    await page.getByRole('link', { name: '登记事件' }).click();
    await page.getByLabel('灾害或事故类别').selectOption('flood');
    await fill(page, '事件名称', '北川河漫堤（演示）');
    await fill(page, '情况描述', '堤防出现渗漏，下游两个小区须转移。（虚构）');
    await page.getByLabel('发生时间（北京时间）').fill('2026-11-01T08:30');
    await fill(page, '地点', '北川河堤（演示）');
    await fill(page, /^纬度/, '36.65');
    await fill(page, /^经度/, '101.75');
    await page.getByRole('button', { name: '登记事件' }).click();
    await page.getByRole('heading', { name: '北川河漫堤（演示）', level: 1 }).waitFor();
    expect(await page.getByRole('button', { name: '启动或调整响应' }).count()).toBe(0);
    await page.getByRole('button', { name: '核实属实' }).click();
    await dialogOf(page).getByLabel('核实情况（可不填）').fill('现场电话确认');
    await expectAccessible(page);
    await dialogOf(page).getByRole('button', { name: '核实属实' }).click();
    await page.getByRole('link', { name: '请求支援' }).waitFor();
    const address = page.url().split('#')[1] ?? '';

    const coordinator = await openDesk(browser, `coordinator@${XINING}`);
    const desk = coordinator.page;
    await coordinator.goTo(address);
    await desk.getByRole('button', { name: '启动或调整响应' }).click();
    await dialogOf(desk).getByLabel('响应级别').selectOption('III');
    await dialogOf(desk).getByLabel('理由').fill('影响两个小区');
    await dialogOf(desk).getByRole('button', { name: '启动或调整响应' }).click();
    await desk.getByText('III级响应').first().waitFor();
    // The officer sees it without doing anything.
    await page.getByText('III级响应').first().waitFor({ timeout: 10_000 });
    await actWith(desk, '结束响应', { 理由: '险情解除' });
    await actWith(desk, '办结归档', { 理由: '资料齐全' });
    await desk.getByText('已办结').first().waitFor();
    expect(await desk.getByRole('button', { name: '更新情况' }).count()).toBe(0);
    for (const each of [officer, coordinator]) expectNoFaults(each);
  });

  it('says beside the field what the API refuses, and keeps what was entered', async () => {
    const desk = await openDesk(browser, `duty-officer@${XINING}`);
    const { page } = desk;
    await desk.goTo('/incidents/new');
    await page.getByRole('button', { name: '登记事件' }).click();
    await page.getByText('请填写').first().waitFor();
    await page.getByLabel('灾害或事故类别').selectOption('flood');
    await fill(page, '事件名称', '时间有误（演示）');
    await fill(page, '情况描述', '（虚构）');
    await page.getByLabel('发生时间（北京时间）').fill('2036-11-01T08:30');
    await fill(page, '地点', '某地（演示）');
    await fill(page, /^纬度/, '136.65');
    await fill(page, /^经度/, '101.75');
    await page.getByRole('button', { name: '登记事件' }).click();
    await page.locator('.ant-form-item-has-error').first().waitFor();
    expect(await page.getByLabel('事件名称').inputValue()).toBe('时间有误（演示）');
    await fill(page, /^纬度/, '36.65');
    await page.getByRole('button', { name: '登记事件' }).click();
    await page.getByRole('alert').or(page.locator('.ant-form-item-explain-error')).first().waitFor();
    expectNoFaults(desk);
  });

  it('shows all that belongs to an incident, links a camera and a plan, and is accessible on a phone and in English', async () => {
    const incidentId = await anIncident({
      title: '湟水河洪水（演示）',
      area: {
        crs: 'WGS-84',
        description: '湟水河两岸',
        divisions: ['630102'],
        circles: ['36.617,101.778 4'],
        polygons: [],
      },
      needs: [{ kind: 'water-rescue', quantity: 2 }],
      parties: ['某水电站（演示）'],
    });
    const desk = await openDesk(browser, `coordinator@${XINING}`);
    const { page } = desk;
    await desk.goTo(`/incidents/${incidentId}`);
    await page.getByRole('button', { name: '启用该预案' }).first().click();
    await page.getByText('已启用').first().waitFor();
    await page.getByRole('button', { name: '添加摄像头' }).click();
    await dialogOf(page).getByLabel('平台编号').fill('CAM-1');
    await dialogOf(page).getByLabel('名称').fill('湟水桥北（演示）');
    await dialogOf(page).getByLabel(/^地址/).fill('http://example.invalid/live');
    await dialogOf(page).getByRole('button', { name: '添加摄像头' }).click();
    await dialogOf(page).locator('.ant-form-item-explain-error').first().waitFor();
    await dialogOf(page).getByLabel(/^地址/).fill('https://video.example.invalid/cam-1');
    await dialogOf(page).getByRole('button', { name: '添加摄像头' }).click();
    await page.getByRole('link', { name: '湟水桥北（演示）' }).waitFor();
    await page.getByRole('button', { name: '写明现场指挥' }).click();
    await dialogOf(page).getByLabel('姓名').fill('演示指挥');
    await dialogOf(page).getByLabel('职务').fill('副市长');
    await dialogOf(page).getByLabel('单位').fill('市人民政府（演示）');
    await dialogOf(page).getByRole('button', { name: '写明现场指挥' }).click();
    await page.getByText('副市长，市人民政府（演示）').waitFor();
    await dialogOf(page).waitFor({ state: 'hidden' });
    await desk.picture('incident');
    await expectAccessible(page);
    const phone = await openDesk(browser, `coordinator@${XINING}`, { viewport: PHONE, language: 'en' });
    await phone.goTo(`/incidents/${incidentId}`);
    await phone.page.getByRole('heading', { name: 'Its life' }).waitFor();
    await phone.page.waitForLoadState('networkidle');
    const wide = await phone.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await phone.picture('incident-phone-en');
    await expectAccessible(phone.page);
    for (const each of [desk, phone]) expectNoFaults(each);
  });

  it('tells a partner, whose duty room sees the incident, and marks a drill on all sides', async () => {
    const incidentId = await anIncident({ title: '南山滑坡（演示）', hazard: 'flood' });
    const desk = await openDesk(browser, `coordinator@${XINING}`);
    const { page } = desk;
    await desk.goTo(`/incidents/${incidentId}`);
    await page.getByRole('button', { name: '通报伙伴' }).click();
    const choice = dialogOf(page).getByLabel('依据协议');
    const lanzhou = choice.locator('option', { hasText: '兰州市' }).first();
    await lanzhou.waitFor({ state: 'attached' });
    await choice.selectOption((await lanzhou.getAttribute('value')) ?? '');
    await dialogOf(page).getByRole('button', { name: '通报伙伴' }).click();
    await page.getByRole('region', { name: '通报伙伴城市' }).getByText('兰州市').waitFor();
    const partner = await openDesk(browser, `coordinator@${LANZHOU}`);
    await partner.goTo('/partner-incidents');
    await partner.page.getByRole('link', { name: '南山滑坡（演示）' }).click({ timeout: 20_000 });
    await partner.page.getByText('西宁市').first().waitFor();
    await expectAccessible(partner.page);
    const drill = await anIncident({ title: '演练洪水（演示）', exercise: true });
    await desk.goTo(`/incidents/${drill}`);
    await page.locator('.screen-exercise').waitFor();
    expect(await page.locator('h1 .exercise-mark').textContent()).toBe('演练');
    for (const each of [desk, partner]) expectNoFaults(each);
  });

  it('adds up what two cities report, each division once, and says what it left out', async () => {
    const incidentId = await anIncident({ title: '两市洪水（演示）' });
    await tellLanzhou(incidentId);
    await approvedReport(api, XINING, { incidentId }, [
      { division: '630102', figures: { dead: 1, relocated: 200 } },
      { division: '630103', figures: { dead: 2 } },
    ]);
    const reportId = await approvedReport(api, LANZHOU, { incidentId, incidentCity: XINING }, [
      { division: '620102', figures: { dead: 4 } },
      { division: '630103', figures: { dead: 9 } },
    ]);
    await sendToXining(api, reportId);
    const desk = await openDesk(browser, `coordinator@${XINING}`);
    await desk.goTo(`/incidents/${incidentId}`);
    const rollUp = desk.page.getByRole('region', { name: /^灾情汇总/ }).first();
    await rollUp.getByRole('row', { name: /合计/ }).getByText('7', { exact: true }).waitFor({ timeout: 20_000 });
    await rollUp.getByText('未计入 1 项').click();
    await rollUp.getByText('同一区划已由其他来源统计').waitFor();
    await expectAccessible(desk.page);
    await desk.picture('incident-roll-up');
    expectNoFaults(desk);
  });

  it('does not show acts to those who may not do them', async () => {
    const incidentId = await anIncident();
    const desk = await openDesk(browser, `auditor@${XINING}`);
    await desk.goTo(`/incidents/${incidentId}`);
    await desk.page.getByRole('heading', { name: '处置进程' }).waitFor();
    for (const act of ['结束响应', '更新情况', '通报伙伴', '写明现场指挥', '添加摄像头'])
      expect(await desk.page.getByRole('button', { name: act }).count()).toBe(0);
    expect(await desk.page.getByRole('link', { name: '请求支援' }).count()).toBe(0);
    expectNoFaults(desk);
  });
});
