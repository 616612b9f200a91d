import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { XINING } from './aid-scenes.ts';
import { openBrowser, withBrowser } from './chromium.ts';
import { expectNoFaults, openDesk, PHONE } from './desk.ts';
import { actWith, dialogOf } from './dialogs.ts';
import { chinaTimeIn } from './moments.ts';

/** Fills in a warning and issues it. */
const issue = async (page: Page, headline: string): Promise<void> => {
  await page.getByLabel('性质').selectOption('Actual');
  await page.getByLabel('灾种').selectOption('flood');
  await page.getByLabel('预警颜色').selectOption('orange');
  await page.getByLabel('事件名称（如：暴雨）').fill('暴雨');
  await page.getByLabel('紧急程度').selectOption('Expected');
  await page.getByLabel('确定性').selectOption('Likely');
  await page.getByLabel('有效至（北京时间）').fill(chinaTimeIn(6));
  await page.getByLabel('标题').fill(headline);
  await page.getByRole('textbox', { name: /预警内容/ }).fill('未来六小时降雨量将达50毫米以上。（虚构）');
  await page.getByLabel('范围说明').fill('西宁市城区');
  await page.getByLabel('行政区划代码（每行一个）').fill('630100');
  await page.getByLabel('圆（每行：纬度,经度 半径千米）').fill('36.617,101.778 20');
  await page.getByRole('button', { name: '发布预警' }).click();
};

describe.runIf(withBrowser)('the screens of warnings', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  it('has a warning issued, acknowledged, updated and cancelled', async () => {
    const representative = await openDesk(browser, `representative@${XINING}`);
    const { page } = representative;
    await representative.goTo('/warnings');
    await page.getByRole('link', { name: '发布预警' }).click();
    await issue(page, '暴雨橙色预警（演示一）');
    await page.getByRole('heading', { name: '暴雨橙色预警（演示一）', level: 1 }).waitFor();
    await page.locator('.grave', { hasText: '橙色预警' }).waitFor();
    await page.locator('.warned-teams li').first().waitFor();

    const officer = await openDesk(browser, `duty-officer@${XINING}`);
    await officer.goTo('/warnings');
    await officer.page.getByRole('link', { name: '暴雨橙色预警（演示一）' }).click();
    await actWith(officer.page, '确认已知悉', { '备注（可不填）': '已通知各队' });
    await officer.page.getByText('您已确认。').waitFor();
    expect(await officer.page.getByRole('button', { name: '解除预警' }).count()).toBe(0);
    await page.getByText('已通知各队').waitFor({ timeout: 10_000 });
    await page.getByRole('button', { name: '查看附件' }).click();
    await page.locator('.annex').waitFor();
    await expectAccessible(page);
    await representative.picture('warning');

    await page.getByRole('link', { name: '更新预警' }).click();
    await page.getByLabel('预警颜色').selectOption('red');
    await page.getByLabel('标题').fill('暴雨红色预警（演示一）');
    await page.getByRole('button', { name: '更新预警' }).click();
    await page.getByRole('heading', { name: '暴雨红色预警（演示一）', level: 1 }).waitFor();
    await page.locator('.grave', { hasText: '红色预警' }).waitFor();
    await actWith(page, '解除预警', { 理由: '降雨已经减弱' });
    await page.getByText('已取消').first().waitFor();
    await representative.goTo('/warnings?view=all');
    await page.getByRole('link', { name: '暴雨橙色预警（演示一）' }).waitFor();
    await expectAccessible(page);
    for (const each of [representative, officer]) expectNoFaults(each);
  });

  it('shows what is wrong with a warning beside its field, and takes it once that is right', async () => {
    const desk = await openDesk(browser, `approver@${XINING}`);
    const { page } = desk;
    await desk.goTo('/warnings/issue');
    await page.getByRole('button', { name: '发布预警' }).click();
    await page.getByText('请填写').first().waitFor();
    const polygon = page.getByLabel('多边形（每行：纬度,经度 …，首尾相同）');
    await polygon.fill('1,2 3,4');
    await issue(page, '暴雨橙色预警（演示二）');
    await page.getByText('须为闭合多边形').waitFor();
    expect(await page.getByLabel('标题').inputValue()).toBe('暴雨橙色预警（演示二）');
    await polygon.fill('36.5,101.6 36.5,101.9 36.8,101.9 36.5,101.6');
    await page.getByRole('button', { name: '发布预警' }).click();
    await page.getByRole('heading', { level: 1, name: '暴雨橙色预警（演示二）' }).waitFor();
    expectNoFaults(desk);
  });

  it('has the representative set a rule, which a warning then follows, and lists awareness notices', async () => {
    const desk = await openDesk(browser, `representative@${XINING}`);
    const { page } = desk;
    await desk.goTo('/warning-rules');
    await page.getByRole('button', { name: '设立规则' }).click();
    const dialog = dialogOf(page);
    await dialog.getByLabel('规则名称').fill('红色暴雨队伍待命（演示）');
    await dialog.getByLabel('实战或演练').selectOption('exercise');
    await dialog.getByLabel('预警颜色').selectOption('red');
    await dialog.getByLabel('范围').selectOption('here');
    await dialog.locator('.long-choice input').first().check();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '设立规则' }).click();
    await page.getByRole('heading', { level: 1, name: /红色暴雨队伍待命/ }).waitFor();
    await expectAccessible(page);
    await actWith(page, '废止规则', { 理由: '演示结束' });
    await page.getByText('演示结束').waitFor();
    await desk.goTo('/awareness-notices');
    await page.getByRole('heading', { level: 1, name: '预警告知' }).waitFor();
    expectNoFaults(desk);
  });

  it('reads on a phone in English, without acts that are not the reader’s', async () => {
    const desk = await openDesk(browser, `auditor@${XINING}`, { viewport: PHONE, language: 'en' });
    await desk.goTo('/warnings');
    await desk.page.getByRole('heading', { level: 1, name: 'Warnings' }).waitFor();
    expect(await desk.page.getByRole('link', { name: 'Issue a warning' }).count()).toBe(0);
    const wide = await desk.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await expectAccessible(desk.page);
    expectNoFaults(desk);
  });
});
