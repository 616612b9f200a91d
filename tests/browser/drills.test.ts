import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { openBrowser, withBrowser } from './chromium.ts';
import { expectNoFaults, openDesk, PHONE } from './desk.ts';

const XINING = '630100';
const LANZHOU = '620100';

/** A drill whose first events come at once, so that nobody waits for them. */
const scriptOf = (title: string): string => `title: ${title}
scenario: 城区内涝，群众被困。此为演练。
lastsMinutes: 120
injects:
  - key: flood
    atMinutes: 0
    title: { zh: 城区内涝群众被困, en: People are trapped by the flood }
    handleWithinMinutes: 15
    deed:
      does: open-incident
      responseLevel: III
      incident:
        hazard: flood
        title: ${title}内涝
        description: 两个小区进水。此为演练。
        position: { latitude: 36.617, longitude: 101.778, crs: CGCS2000, place: 城东区 }
  - key: press
    atMinutes: 0
    title: { zh: 媒体询问伤亡, en: The press asks about casualties }
    handleWithinMinutes: 20
    deed: { does: tell, urgency: urgent, text: { zh: 媒体来电。此为演练。, en: The press calls. An exercise. } }
  - key: outage
    atMinutes: 90
    title: { zh: 与兰州通信中断, en: Lanzhou is out of reach }
    deed: { does: partner-outage, city: "620100", forMinutes: 30 }
objectives:
  - { measure: injects-handled-percent, atLeast: 100, points: 60 }
  - { measure: missed-clocks, atMost: 0, points: 40 }
`;

describe.runIf(withBrowser)('drills', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  it('is planned from a script with a partner, run, handled, scored and removed as a whole', async () => {
    const title = '西宁市防汛桌面推演（演示）';
    const control = await openDesk(browser, `coordinator@${XINING}`);
    const { page } = control;
    await control.goTo('/drills');
    await page.getByRole('link', { name: '计划演练' }).click();
    await page.getByRole('textbox', { name: '脚本' }).fill('title: [');
    await page.getByText(/脚本格式有误/).waitFor();
    await page.getByRole('button', { name: '计划演练' }).click();
    await page.getByRole('alert').getByText('/script').first().waitFor();
    await page
      .getByLabel('选择脚本文件（YAML 或 JSON）')
      .setInputFiles({ name: 'drill.yaml', mimeType: 'text/yaml', buffer: Buffer.from(scriptOf(title)) });
    await page.getByText('与兰州通信中断', { exact: true }).waitFor();
    await page
      .getByRole('checkbox', { name: /兰州市/ })
      .first()
      .check();
    await expectAccessible(page);
    await control.picture('drill-planning');
    await page.getByRole('button', { name: '计划演练' }).click();

    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByRole('button', { name: '开始演练' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '开始演练' }).click();
    const injects = page.getByRole('list', { name: '按时间排列的情况投送' });
    const inject = (name: string) => injects.getByRole('listitem').filter({ hasText: name });
    await inject('城区内涝群众被困').getByText('待处置').waitFor();
    await inject('媒体询问伤亡').getByText('待处置').waitFor();
    await inject('与兰州通信中断').getByText('未到时间').waitFor();

    const partner = await openDesk(browser, `duty-officer@${LANZHOU}`);
    await partner.goTo('/drills?status=invited');
    await partner.page.getByRole('link', { name: title }).waitFor();
    await partner.picture('drill-invited');

    await inject('城区内涝群众被困').getByRole('button', { name: '报告处置' }).click();
    await page.getByRole('dialog').getByLabel('处置情况').fill('已调两艘冲锋舟，转移安置点开放');
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: '报告处置' }).click();
    await inject('城区内涝群众被困').getByText('按时处置').waitFor();
    await page.getByText('截至目前').waitFor();
    await expectAccessible(page);
    await control.picture('drill');

    await page.getByRole('button', { name: '暂停' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '暂停' }).click();
    await page.getByRole('dialog').getByText('请填写').waitFor();
    await page.getByRole('dialog').getByLabel('理由').fill('午间休整');
    await page.getByRole('dialog').getByRole('button', { name: '暂停' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByText('午间休整').first().waitFor();
    await page.getByRole('button', { name: '继续', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '继续' }).click();
    await page.getByRole('button', { name: '结束并评分' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '结束并评分' }).click();
    await page.getByText('最终评分').waitFor();
    await inject('媒体询问伤亡').getByText('未处置').waitFor();
    await inject('与兰州通信中断').getByText('未投送').waitFor();
    expect(await page.getByRole('button', { name: '清除演练数据' }).count()).toBe(0);
    await control.picture('drill-score');
    expectNoFaults(control);
    expectNoFaults(partner);

    const keeper = await openDesk(browser, `administrator@${XINING}`);
    await keeper.goTo('/drills');
    await keeper.page.getByRole('link', { name: title }).click();
    await keeper.page.getByRole('button', { name: '清除演练数据' }).click();
    const dialog = keeper.page.getByRole('dialog');
    await dialog.getByLabel('请输入演练名称以确认').fill('别的演练');
    await dialog.getByRole('button', { name: '清除演练数据' }).click();
    await dialog.getByText('与演练名称不一致').waitFor();
    await expectAccessible(keeper.page);
    await dialog.getByLabel('请输入演练名称以确认').fill(title);
    await dialog.getByRole('button', { name: '清除演练数据' }).click();
    await keeper.page.getByText('已全部清除').waitFor();
    expect(await keeper.page.getByText(/已清除：/).textContent()).toContain('突发事件');
    await keeper.picture('drill-removed');
    expectNoFaults(keeper);
  }, 120_000);

  it('stands on a phone in English, for a reader, without any act', async () => {
    const control = await openDesk(browser, `coordinator@${XINING}`, { language: 'en' });
    const title = `Table-top ${Date.now()}`;
    await control.goTo('/drills/new');
    await control.page.getByRole('textbox', { name: 'Script' }).fill(scriptOf(title));
    await control.page.getByRole('button', { name: 'Plan the drill' }).click();
    await control.page.getByRole('heading', { level: 1, name: title }).waitFor();
    const auditor = await openDesk(browser, `auditor@${XINING}`, { language: 'en', viewport: PHONE });
    await auditor.goTo('/drills');
    await auditor.page.getByRole('link', { name: title }).click();
    await auditor.page.getByText('People are trapped by the flood').waitFor();
    expect(await auditor.page.getByRole('button', { name: /Start|Break off/ }).count()).toBe(0);
    expect(await auditor.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    await expectAccessible(auditor.page);
    await auditor.picture('drill-phone-en');
    await control.page.getByRole('button', { name: 'Break off' }).click();
    await control.page.getByRole('dialog').getByLabel('Reason').fill('A real flood');
    await control.page.getByRole('dialog').getByRole('button', { name: 'Break off' }).click();
    await auditor.page.getByText('A real flood').first().waitFor();
    expectNoFaults(control);
    expectNoFaults(auditor);
  });
});
