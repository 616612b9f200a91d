import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { openBrowser, withBrowser } from './chromium.ts';
import { expectNoFaults, type OpenDesk, openDesk, PHONE } from './desk.ts';

/** Two cities that the demo data leave without an agreement. */
const [HAINAN, HAIXI] = ['632500', '632800'];

describe.runIf(withBrowser)('agreements', () => {
  let browser: Browser;
  let hainan: OpenDesk;
  let haixi: OpenDesk;

  beforeAll(async () => {
    browser = await openBrowser();
    [hainan, haixi] = await Promise.all([
      openDesk(browser, `representative@${HAINAN}`),
      openDesk(browser, `representative@${HAIXI}`),
    ]);
  });

  afterAll(async () => {
    await browser?.close();
  });

  /** What a representative reads out on the telephone: the fingerprint the page shows as the city's own. */
  const readOut = async (page: Page): Promise<string> => {
    const own = page.locator('figure.fingerprint', { hasText: '念给对方' });
    await own.waitFor();
    return (await own.locator('li').allTextContents()).join(' ');
  };

  const row = (page: Page, title: string) => page.getByRole('row', { name: title });

  it('is proposed, compared by telephone, countersigned, amended, suspended and resumed by two representatives', async () => {
    const title = '海南州·海西州联动备忘录（演示）';
    await haixi.goTo('/agreements/new');
    const fingerprint = await readOut(haixi.page);
    expect(fingerprint).toMatch(/^([\dA-F]{4} ){15}[\dA-F]{4}$/);

    await hainan.goTo('/agreements');
    await hainan.page.getByRole('link', { name: '提议协议' }).click();
    await hainan.page.getByRole('heading', { level: 1, name: '提议协议' }).waitFor();
    await hainan.page.getByLabel('伙伴城市').selectOption({ label: '海西蒙古族藏族自治州' });
    await hainan.page.getByLabel('名称', { exact: true }).fill(title);
    await hainan.page.getByLabel('责任').fill('各自承担本方人员工伤责任。（演示文本）');
    await hainan.page.getByRole('button', { name: '提议协议' }).click();
    await hainan.page.getByText('对方公钥指纹').scrollIntoViewIfNeeded();
    // Of the fingerprint, and of the resources: beside each.
    await expect.poll(() => hainan.page.locator('.ant-form-item-explain-error').count()).toBe(2);
    await hainan.page.getByRole('checkbox', { name: '水上救援' }).check();
    await hainan.page.getByRole('checkbox', { name: '应急通信' }).check();
    await hainan.page.getByLabel('对方公钥指纹（电话问得）').fill(fingerprint);
    await expectAccessible(hainan.page);
    await hainan.picture('agreement-proposing');
    const ownFingerprint = await readOut(hainan.page);
    await hainan.page.getByRole('button', { name: '提议协议' }).click();
    await hainan.page.getByRole('heading', { level: 1, name: title }).waitFor();

    await haixi.goTo('/agreements');
    await haixi.page.getByRole('link', { name: title }).first().click();
    const typed = haixi.page.getByLabel('对方电话念出的指纹');
    await typed.fill(`${ownFingerprint.slice(0, 9)} 0000`);
    await haixi.page.getByText('第3组不一致').waitFor();
    await typed.fill(ownFingerprint);
    await haixi.page.getByText('16组全部一致').waitFor();
    await expectAccessible(haixi.page);
    await haixi.picture('agreement-signing');
    await haixi.page.getByRole('button', { name: '签署', exact: true }).click();
    await haixi.page.getByText('生效中').first().waitFor();
    await hainan.page.getByText('生效中').first().waitFor();
    await hainan.page.getByText('会签协议').waitFor();
    await hainan.page.getByText(/核验完好/).waitFor();

    await hainan.page.getByRole('button', { name: '提议修订' }).click();
    const dialog = hainan.page.getByRole('dialog');
    await dialog.getByLabel('答复时限（分钟）').fill('60');
    await expectAccessible(hainan.page);
    await dialog.getByRole('button', { name: '提议修订' }).click();
    await hainan.page.getByText('等海西蒙古族藏族自治州答复').waitFor();
    await haixi.page.getByText('1处改动').waitFor();
    expect(await row(haixi.page, '答复时限 有改动').textContent()).toContain('收到请求后60分钟内');
    await expectAccessible(haixi.page);
    await haixi.picture('agreement-amendment');
    await haixi.page.getByRole('button', { name: '签署修订' }).click();
    await haixi.page.getByRole('dialog').getByRole('button', { name: '签署修订' }).click();
    await hainan.page.getByRole('heading', { name: '协议条款（第2版）' }).waitFor();

    await hainan.page.getByRole('button', { name: '中止', exact: true }).click();
    await hainan.page.getByRole('dialog').getByRole('button', { name: '中止' }).click();
    await expect
      .poll(() => hainan.page.getByRole('dialog').locator('.ant-form-item-explain-error').count())
      .toBeGreaterThan(0);
    await hainan.page.getByRole('dialog').getByLabel('理由').fill('例行检修通信设施');
    await hainan.page.getByRole('dialog').getByRole('button', { name: '中止' }).click();
    await haixi.page.getByText('海南藏族自治州中止：例行检修通信设施').waitFor();
    await hainan.page.getByRole('button', { name: '恢复' }).click();
    await hainan.page.getByRole('dialog').getByLabel('理由').fill('检修完毕');
    await hainan.page.getByRole('dialog').getByRole('button', { name: '恢复' }).click();
    await haixi.page.getByText('可以使用').waitFor();
    await haixi.picture('agreement');
    expectNoFaults(hainan);
    expectNoFaults(haixi);
  }, 120_000);

  it('shows a reader what it has carried and shared, in English and on a phone, without any act', async () => {
    const desk = await openDesk(browser, 'auditor@630100', { language: 'en', viewport: PHONE });
    await desk.goTo('/agreements');
    await desk.page
      .getByRole('region', { name: /Agreements with partner/ })
      .getByRole('link')
      .first()
      .click();
    await desk.page.getByRole('heading', { name: /What it has carried/ }).waitFor();
    await desk.page.getByText('What they share with us').click();
    await desk.page.getByRole('region', { name: 'Listings shared' }).last().waitFor();
    expect(await desk.page.getByRole('button', { name: /Suspend|Terminate|Propose/ }).count()).toBe(0);
    expect(await desk.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectAccessible(desk.page);
    await desk.picture('agreement-phone-en');
    expectNoFaults(desk);
  });
});
