import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { XINING } from './aid-scenes.ts';
import { openBrowser, withBrowser } from './chromium.ts';
import { expectNoFaults, openDesk, PHONE } from './desk.ts';
import { actWith, dialogOf } from './dialogs.ts';
import { chinaTimeIn } from './moments.ts';

/** Enters an order as somebody of the duty room takes it down. */
const enter = async (page: Page, number: string): Promise<void> => {
  // The list has a field of that name, too.
  await page.getByRole('heading', { level: 1, name: '登记12345工单' }).waitFor();
  await page.getByLabel('工单号').fill(number);
  await page.getByLabel('类别').selectOption('flood');
  await page.getByLabel('诉求内容').fill('小区地下车库进水，水深半米，有老人被困。（虚构）');
  await page.getByLabel('发生时间（北京时间）').fill(chinaTimeIn(-1));
  await page.getByLabel('地点').fill('城西某小区（演示）');
  await page.getByLabel(/^纬度/).fill('36.63');
  await page.getByLabel(/^经度/).fill('101.74');
  await page.getByLabel('来电人姓名（可不填）').fill('演示来电人');
  await page.getByLabel('来电号码（可不填）').fill('000-0000-0077');
  await page.getByRole('button', { name: '登记工单' }).click();
  await page.getByRole('heading', { level: 1, name: `工单 ${number}` }).waitFor();
};

describe.runIf(withBrowser)('the screens of work orders', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  it('takes an order through the seven steps, and the caller is read for a reason only', async () => {
    const desk = await openDesk(browser, `duty-officer@${XINING}`);
    const { page } = desk;
    await desk.goTo('/work-orders');
    await page.getByRole('link', { name: '登记工单' }).click();
    await enter(page, 'DEMO-12345-01');
    expect(await page.locator('body').textContent()).not.toContain('000-0000-0077');
    await page.getByRole('button', { name: '查看来电人信息' }).click();
    await dialogOf(page).getByLabel('理由').fill('回电核实被困人数');
    await expectAccessible(page);
    await dialogOf(page).getByRole('button', { name: '查看来电人信息' }).click();
    await page.getByRole('region', { name: '来电人信息' }).getByText('000-0000-0077').waitFor();
    await actWith(page, '受理');
    await page.getByRole('button', { name: '办理', exact: true }).click();
    await dialogOf(page).getByLabel('办理方式').selectOption('new-incident');
    await dialogOf(page).getByLabel('事件名称（可不填）').fill('城西小区进水（演示）');
    await dialogOf(page).getByRole('button', { name: '办理', exact: true }).click();
    await page.getByRole('link', { name: '查看事件' }).waitFor();
    await actWith(page, '督办', { 理由: '有老人被困' });
    await actWith(page, '反馈', { 答复来电人的内容: '被困老人已转移，正在抽水。' });
    await expectAccessible(page);
    await desk.picture('work-order');
    await page.getByRole('button', { name: '回访', exact: true }).click();
    await dialogOf(page).getByLabel('满意度（1–5）').fill('5');
    await dialogOf(page).getByLabel('回访情况').fill('来电人满意');
    await dialogOf(page).getByRole('button', { name: '回访', exact: true }).click();
    await actWith(page, '归档');
    await page.getByText('已归档').first().waitFor();
    expectNoFaults(desk);
  });

  it('merges an order into the one that is like it, and sends back what belongs elsewhere', async () => {
    const desk = await openDesk(browser, `coordinator@${XINING}`);
    const { page } = desk;
    await desk.goTo('/work-orders/new');
    await enter(page, 'DEMO-12345-11');
    await desk.goTo('/work-orders/new');
    await enter(page, 'DEMO-12345-12');
    const duplicates = page.getByRole('region', { name: '可能重复' });
    const first = duplicates.locator('li', { hasText: 'DEMO-12345-11' });
    await first.getByRole('button', { name: '并入该工单' }).click();
    await dialogOf(page).getByRole('button', { name: '并入该工单' }).click();
    await page.getByText('已合并').first().waitFor();
    await page.getByRole('link', { name: 'DEMO-12345-11' }).first().click();
    await actWith(page, '退回', { 理由: '属物业管理事项' });
    await page.getByText('已退回').first().waitFor();
    expectNoFaults(desk);
  });

  it('finds an order by its number, on a phone, in English, and shows an auditor no acts and no caller', async () => {
    const officer = await openDesk(browser, `duty-officer@${XINING}`);
    await officer.goTo('/work-orders/new');
    await enter(officer.page, 'DEMO-12345-21');
    const desk = await openDesk(browser, `auditor@${XINING}`, { viewport: PHONE, language: 'en' });
    const { page } = desk;
    await desk.goTo('/work-orders');
    await page.getByLabel('Number').fill('DEMO-12345-21');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByRole('link', { name: 'DEMO-12345-21' }).click();
    await page.getByRole('heading', { level: 1, name: 'Work order DEMO-12345-21' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('button', { name: 'Accept' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: /Read the caller/ }).count()).toBe(0);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await expectAccessible(page);
    for (const each of [officer, desk]) expectNoFaults(each);
  });
});
