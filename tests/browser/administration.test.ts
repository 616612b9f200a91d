import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { openBrowser, withBrowser } from './chromium.ts';
import { expectNoFaults, openDesk, PHONE } from './desk.ts';

/** Cities that the other tests leave alone: what is set here would reach into them. */
const [HAINAN, HAIXI, HAIDONG] = ['632500', '632800', '630200'];

describe.runIf(withBrowser)('settings and administration', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  it('lets somebody set how they are told, try it, and see what could not be delivered and have it tried again', async () => {
    const desk = await openDesk(browser, `coordinator@${HAINAN}`);
    const { page } = desk;
    await desk.goTo('/settings');
    await page.getByText('还没有设置过。').waitFor();
    await page.getByLabel('免打扰开始').fill('22:00');
    await page.getByLabel('免打扰结束').fill('22:00');
    await page.getByRole('button', { name: '增加一种方式' }).click();
    await page.getByLabel('邮箱地址').fill('not an address');
    await page.getByRole('checkbox', { name: '一般' }).check();
    await page.getByRole('button', { name: '保存' }).click();
    await page.locator('.ant-form-item-explain-error').first().waitFor();
    await page.getByLabel('邮箱地址').fill('zhangsan@hainan.example.cn');
    await page.getByLabel('免打扰开始').fill('');
    await page.getByLabel('免打扰结束').fill('');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存').waitFor();
    await page.getByText(/现为 z/).waitFor();
    await expectAccessible(page);
    await desk.picture('settings');
    await page.getByRole('button', { name: '发一条测试提醒' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '发一条测试提醒' }).click();
    await page.getByText('测试提醒已发出').waitFor();

    // This city has no mail server: what cannot go out is said, and nobody has to guess.
    await desk.goTo('/quarantine');
    const undelivered = page.getByRole('region', { name: '未能送达的提醒' }).first();
    const line = undelivered.getByRole('row').filter({ hasText: 'coordinator@632500' }).first();
    await line.waitFor();
    await expectAccessible(page);
    await desk.picture('quarantine');
    await line.getByRole('button', { name: '重新发送' }).click();
    await desk.goTo('/notices');
    const trial = page.getByRole('row').filter({ hasText: '这是一条测试提醒', hasNotText: '未能送达' }).first();
    await trial.getByRole('button', { name: '送达情况' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('人工要求重发').waitFor();
    await expectAccessible(page);
    await desk.picture('notice-deliveries');
    expectNoFaults(desk);
  });

  it('lets an administrator set the channels of the duty room, count anew, and end the settings of somebody who left', async () => {
    const desk = await openDesk(browser, `administrator@${HAIXI}`);
    const { page } = desk;
    await desk.goTo('/administration');
    await page.getByText('还没有设置任何渠道。').waitFor();
    await page.getByRole('button', { name: '设置通知渠道' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '增加一种方式' }).click();
    await dialog.getByLabel('名称').fill('值班工作群');
    await dialog.getByRole('checkbox', { name: '使用邮件服务器' }).check();
    await dialog.getByLabel('主机').fill('mail.haixi.example.cn');
    await dialog.getByLabel('发件地址').fill('not an address');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.locator('.ant-form-item-explain-error').first().waitFor();
    await dialog.getByLabel('接收地址（URL）').fill('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=0000');
    await dialog.getByLabel('发件地址').fill('duty@haixi.example.cn');
    await expectAccessible(page);
    await desk.picture('administration-channels');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByRole('rowheader', { name: '值班工作群' }).waitFor();
    await page.getByText('duty@haixi.example.cn (mail.haixi.example.cn:465)').waitFor();

    await page.getByRole('button', { name: '停用某人的通知设置' }).click();
    await page.getByRole('dialog').getByLabel('人员账号').fill('nobody@632800');
    await page.getByRole('dialog').getByLabel('理由').fill('已调离');
    await page.getByRole('dialog').getByRole('button', { name: '停用某人的通知设置' }).click();
    await page.getByRole('dialog').getByRole('alert').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '重新计算统计' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '重新计算统计' }).click();
    await page.getByText('已开始重新计算').waitFor();
    await page.getByRole('rowheader', { name: '答复请求' }).waitFor();
    await desk.picture('administration');
    expectNoFaults(desk);
  });

  it('shows what came in and was not believed, and says why it cannot be taken in again', async () => {
    const marker = `quarantined-${Date.now()}`;
    const Detail = JSON.stringify({ to: [HAIDONG], hello: marker });
    const entries = [{ Source: 'shouwang.630100', DetailType: 'RequestResource', Detail }];
    const answer = await fetch(`${inject('serviceUrl')}/_local/${HAIDONG}/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(entries),
    });
    expect(answer.ok).toBe(true);
    const desk = await openDesk(browser, `administrator@${HAIDONG}`);
    const { page } = desk;
    await desk.goTo('/quarantine');
    const message = page.getByRole('row').filter({ hasText: '来源未经证实' }).filter({ hasText: marker });
    await message.getByText('原文摘录').click();
    await expectAccessible(page);
    await desk.picture('quarantine-message');
    await message.getByRole('button', { name: '重新接收' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '重新接收' }).click();
    await page
      .getByRole('dialog')
      .getByText(/无法重新接收/)
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    expectNoFaults(desk);
  });

  it('shows a reader the rules and the queues without any act; in English, on a phone', async () => {
    const desk = await openDesk(browser, `auditor@${HAINAN}`, { language: 'en', viewport: PHONE });
    for (const [path, text] of [
      ['/administration', 'Answer a request'],
      ['/quarantine', 'Messages of partner cities that failed again and again'],
    ] as const) {
      await desk.goTo(path);
      await desk.page.getByRole('rowheader', { name: text }).waitFor();
      expect(await desk.page.getByRole('button', { name: /Set how|End somebody|tried again|Count/ }).count()).toBe(0);
      expect(await desk.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
      await expectAccessible(desk.page);
    }
    expectNoFaults(desk);
  });
});
