import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../scripts/walkthrough/desks.ts';
import { aFlood } from '../../scripts/walkthrough/payloads.ts';
import { openIncident } from '../../scripts/walkthrough/steps/request.ts';
import { situationReportRoutes } from '../../shared/http/routes/situation-reports.ts';
import { expectAccessible } from './accessibility.ts';
import { LANZHOU, serviceDesk, XINING } from './aid-scenes.ts';
import { openBrowser, withBrowser } from './chromium.ts';
import { expectNoFaults, type OpenDesk, openDesk, PHONE } from './desk.ts';
import { actWith, dialogOf } from './dialogs.ts';
import { seriesOn } from './report-scenes.ts';

const now = (): string => new Date().toISOString();

describe.runIf(withBrowser)('the screens of reports', () => {
  let browser: Browser;
  let api: Desk;

  beforeAll(async () => {
    browser = await openBrowser();
    api = serviceDesk();
  });

  afterAll(async () => {
    await browser?.close();
  });

  /** @returns the series that began by itself when an incident was taken down. */
  const seriesTitled = async (title: string): Promise<string> => {
    const incidentId = await openIncident(api, XINING, aFlood(XINING, now(), { title }));
    return seriesOn(api, XINING, incidentId);
  };

  const write = async ({ page }: OpenDesk, course: string, dead: string): Promise<void> => {
    await page.getByLabel('基本过程').fill(course);
    const add = page.getByRole('button', { name: '增加区划' });
    if ((await page.getByLabel('区划代码').count()) === 0) await add.click();
    await page.getByLabel('区划代码').fill('630102');
    await page.getByLabel('区划名称').fill('城东区（演示）');
    await page.getByLabel('死亡（人）').fill(dead);
    await page.getByLabel('转移安置（人）').fill('320');
    await page.getByRole('button', { name: '保存稿件' }).click();
    await page.getByText(/^在拟稿：/).waitFor();
  };

  it('has a report written, sent back, reviewed, signed, sent and corrected by those whose turn it is', async () => {
    const reportId = await seriesTitled('沙塘川洪水（演示）');
    const officer = await openDesk(browser, `duty-officer@${XINING}`);
    await officer.goTo(`/reports/${reportId}`);
    await officer.page.getByText(/初报/).first().waitFor();
    await officer.page.locator('.countdown').first().waitFor();
    await officer.page.getByRole('link', { name: '起草下一版' }).click();
    await officer.page.getByLabel('信息来源').fill('值班室（演示）');
    await expectAccessible(officer.page);
    await officer.picture('report-editor');
    await write(officer, '凌晨三时河水漫堤，两个社区进水。（虚构）', '1');
    await actWith(officer.page, '送审');

    const coordinator = await openDesk(browser, `coordinator@${XINING}`);
    await coordinator.goTo(`/reports/${reportId}`);
    await actWith(coordinator.page, '退回修改', { 意见: '请补充转移人数来源' });
    await officer.page.getByText('请补充转移人数来源').waitFor({ timeout: 10_000 });
    await officer.page.getByRole('link', { name: '修改稿件' }).click();
    await write(officer, '凌晨三时河水漫堤，两个社区进水，三百二十人已转移。（虚构）', '1');
    await actWith(officer.page, '送审');
    await actWith(coordinator.page, '审核通过');

    const approver = await openDesk(browser, `approver@${XINING}`);
    await approver.goTo(`/reports/${reportId}`);
    await actWith(approver.page, '签发', { '意见（可不填）': '同意上报' });
    await approver.page.getByRole('link', { name: '初报（第1版）' }).click();
    await approver.page.getByText('签名有效').waitFor();
    await expectAccessible(approver.page);
    await approver.picture('report-paper');

    await coordinator.page.getByRole('button', { name: '报送伙伴城市' }).click();
    await dialogOf(coordinator.page)
      .getByRole('checkbox', { name: /兰州市/ })
      .first()
      .check();
    await dialogOf(coordinator.page).getByRole('button', { name: '报送伙伴城市' }).click();
    await coordinator.page.getByRole('region', { name: '报送对象' }).getByText('兰州市').waitFor();
    const partner = await openDesk(browser, `coordinator@${LANZHOU}`);
    await partner.goTo('/reports?side=received');
    await partner.page.getByRole('link', { name: '沙塘川洪水（演示）' }).click({ timeout: 20_000 });
    await partner.page.getByRole('link', { name: '初报（第1版）' }).waitFor();

    await officer.goTo(`/reports/${reportId}/draft`);
    await officer.page.getByLabel('报告类型', { exact: true }).selectOption('follow-up');
    await officer.page.getByLabel('更正哪一版').selectOption('1');
    await officer.page.getByLabel(/^更正说明/).fill('经核实伤亡数据有误');
    await write(officer, '凌晨三时河水漫堤，水位已回落。（虚构）', '2');
    const changes = officer.page.getByRole('table', { name: '与上一版相比' });
    await changes.getByText('630102 死亡（人）').waitFor();
    expect(await changes.locator('tr', { hasText: '死亡' }).locator('ins').textContent()).toBe('2');
    await expectAccessible(officer.page);
    await officer.picture('report');
    for (const each of [officer, coordinator, approver, partner]) expectNoFaults(each);
  });

  it('does not let one overwrite what another has written meanwhile', async () => {
    const reportId = await seriesTitled('云谷川洪水（演示）');
    const desk = await openDesk(browser, `coordinator@${XINING}`);
    await desk.goTo(`/reports/${reportId}/draft`);
    await desk.page.getByLabel('信息来源').fill('我写的来源');
    await desk.page.getByLabel('基本过程').fill('我写的过程');
    const { body, etag = '' } = await api('duty-officer', XINING).call(situationReportRoutes.readSituationReport, {
      params: { reportId },
    });
    const { content } = (
      await api('duty-officer', XINING).call(situationReportRoutes.readNextReport, { params: { reportId } })
    ).body;
    expect(body.draft).toBeUndefined();
    await api('duty-officer', XINING).call(situationReportRoutes.writeReport, {
      params: { reportId },
      ifMatch: etag,
      body: { ...content, source: '别人写的来源', course: '别人写的过程' },
    });
    await desk.page.getByText('稿件已被他人修改').first().waitFor({ timeout: 10_000 });
    await desk.page.getByRole('button', { name: '保存稿件' }).click();
    await desk.page.getByText('页面已更新为最新内容').waitFor();
    expect(await desk.page.getByLabel('信息来源').inputValue()).toBe('我写的来源');
    await desk.page.getByRole('button', { name: '改用最新稿件' }).click();
    await expect.poll(() => desk.page.getByLabel('信息来源').inputValue()).toBe('别人写的来源');
    expectNoFaults(desk);
  });

  it('reads well on a phone, in English, for those who may only read', async () => {
    const reportId = await seriesTitled('西纳川洪水（演示）');
    const desk = await openDesk(browser, `auditor@${XINING}`, { viewport: PHONE, language: 'en' });
    await desk.goTo(`/reports/${reportId}`);
    await desk.page.getByRole('heading', { name: 'Clocks' }).waitFor();
    expect(await desk.page.getByRole('link', { name: 'Write the next version' }).count()).toBe(0);
    const wide = await desk.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await expectAccessible(desk.page);
    expectNoFaults(desk);
  });
});
