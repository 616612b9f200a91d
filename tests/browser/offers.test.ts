import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../scripts/walkthrough/eventually.ts';
import { placeIn } from '../../scripts/walkthrough/payloads.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import { DAY_MS, HOUR_MS, plus } from '../../shared/domain/kernel/instant.ts';
import { offerRoutes } from '../../shared/http/routes/offers.ts';
import { questionRoutes } from '../../shared/http/routes/questions.ts';
import { expectAccessible } from './accessibility.ts';
import { agreementWith, LANZHOU, serviceDesk, XINING } from './aid-scenes.ts';
import { openBrowser, withBrowser } from './chromium.ts';
import { expectNoFaults, openDesk, PHONE } from './desk.ts';

/** A moment from now on a duty room's wall, as the browser's picker takes it. */
const wallIn = (ms: number): string => plus(new Date().toISOString(), 8 * HOUR_MS + ms).slice(0, 16);

const idIn = (url: string): string => url.split('/').at(-1) ?? '';

describe.runIf(withBrowser)('help offered unasked, and questions', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  it('is offered from a package, seen by the partner, and declined with a reason', async () => {
    const provider = await openDesk(browser, `coordinator@${LANZHOU}`);
    const { page } = provider;
    await provider.goTo('/offers');
    await page.getByRole('link', { name: '主动提供支援' }).click();
    await page.getByRole('combobox', { name: '任务包' }).selectOption({ label: '兰州城市排涝任务包（演示）' });
    await page.getByLabel('协议与伙伴').selectOption({ index: 1 });
    await page.getByLabel('灾种').selectOption({ label: '洪涝' });
    await page.getByLabel('可用至').fill(wallIn(-HOUR_MS));
    await page.getByRole('button', { name: '提出支援' }).click();
    await page.locator('.ant-form-item-explain-error').first().waitFor();
    await page.getByLabel('情况说明').fill('湟水上游连日降雨，西宁城区内涝风险高');
    await page.getByLabel('可用至').fill(wallIn(3 * DAY_MS));
    await expectAccessible(page);
    await page.getByRole('button', { name: '提出支援' }).click();
    await page.getByRole('region', { name: '任务包：兰州城市排涝任务包（演示）' }).waitFor();
    await expectAccessible(page);
    await provider.picture('offer');
    const offerId = idIn(page.url());
    const desk = serviceDesk();
    await eventually(async () => {
      const read = desk('coordinator', XINING).call(offerRoutes.readOffer, { params: { offerId } });
      return (await read).body.status === 'offered';
    });
    const receiver = await openDesk(browser, `coordinator@${XINING}`);
    await receiver.goTo('/offers');
    await receiver.page.locator(`a[href$="/offers/${offerId}"]`).click();
    await receiver.page.getByRole('heading', { level: 1, name: '兰州市主动支援西宁市' }).waitFor();
    expect(await receiver.page.getByRole('button', { name: '撤回' }).count()).toBe(0);
    await receiver.page.getByRole('button', { name: '谢绝' }).click();
    const dialog = receiver.page.getByRole('dialog');
    await dialog.getByLabel('理由').fill('本市力量已足够，感谢兰州');
    await dialog.getByRole('button', { name: '谢绝' }).click();
    await page.getByText('谢绝：本市力量已足够，感谢兰州').waitFor();
    expectNoFaults(provider);
    expectNoFaults(receiver);
  });

  it('is offered as teams of a kind and withdrawn again, in English', async () => {
    const provider = await openDesk(browser, `coordinator@${LANZHOU}`, { language: 'en' });
    const { page } = provider;
    await provider.goTo('/offers/new');
    await page.getByText('Teams', { exact: true }).click();
    await page.getByLabel('Kind').selectOption({ label: 'Water rescue' });
    await page.getByLabel('How many teams').fill('2');
    await page.getByLabel('Agreement and partner').selectOption({ index: 1 });
    await page.getByLabel('Hazard').selectOption({ label: 'Flood' });
    await page.getByLabel('Description').fill('Rain upstream');
    await page.getByLabel('Available from').fill(wallIn(HOUR_MS));
    await page.getByLabel('Available until').fill(wallIn(2 * DAY_MS));
    await page.getByLabel('personnel').fill('15000');
    await page.getByRole('button', { name: 'Make the offer' }).click();
    await page.getByText('Water rescue, level 2 × 2').waitFor();
    await page.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('Needed at home');
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
    await page.getByText('withdrawn: Needed at home').waitFor();
    expectNoFaults(provider);
  });

  /** Waits until a question has arrived at a city. */
  const arrived = (city: CityCode, questionId: string) =>
    eventually(async () => {
      const { body } = await serviceDesk()('coordinator', city).call(questionRoutes.readQuestion, {
        params: { questionId },
      });
      return body.status === 'asked';
    });

  it('asks for a price and gets one', async () => {
    const asker = await openDesk(browser, `coordinator@${XINING}`);
    const { page } = asker;
    const agreementId = await agreementWith(serviceDesk(), LANZHOU);
    await asker.goTo('/questions/new');
    await page.getByRole('radio', { name: '询价' }).check();
    await page.getByLabel('协议与伙伴').selectOption(agreementId);
    const item = page.getByRole('region', { name: '第1项' });
    await item.getByLabel('类别').selectOption({ label: '水上救援' });
    await item.getByLabel('须到时间').fill(wallIn(DAY_MS));
    await item.getByLabel('预计结束').fill(wallIn(3 * DAY_MS));
    await item.getByLabel('任务').fill('预备转移沿河群众');
    const { place, latitude, longitude } = placeIn(XINING, '城东集结点（演示）');
    await item.getByLabel('地点').fill(place);
    await item.getByLabel('纬度').fill(String(latitude));
    await item.getByLabel('经度').fill(String(longitude));
    await expectAccessible(page);
    await page.getByRole('button', { name: '提出问询' }).click();
    await page.getByRole('heading', { level: 1, name: '西宁市向兰州市询价' }).waitFor();
    const questionId = idIn(page.url());
    await arrived(LANZHOU, questionId);
    const asked = await openDesk(browser, `duty-officer@${LANZHOU}`);
    await asked.goTo(`/questions/${questionId}`);
    await asked.page.getByRole('radio', { name: '附条件报价' }).check();
    await asked.page.getByLabel('人员').fill('24000');
    await asked.page.getByLabel('条件或理由').fill('油料由请求方提供');
    await expectAccessible(asked.page);
    await asked.page.getByRole('button', { name: '发出答复' }).click();
    await page.getByText('油料由请求方提供').waitFor();
    await page.getByText('¥24,000.00').first().waitFor();
    await asker.picture('question');
    await expectAccessible(page);
    expectNoFaults(asker);
    expectNoFaults(asked);
  });

  it('asks for information on a phone, and takes the question back', async () => {
    const asker = await openDesk(browser, `duty-officer@${XINING}`, { viewport: PHONE });
    const { page } = asker;
    const agreementId = await agreementWith(serviceDesk(), LANZHOU);
    await asker.goTo('/questions/new');
    await page.getByLabel('协议与伙伴').selectOption(agreementId);
    await page.getByLabel('内容').fill('海石湾以西国道通行情况如何？');
    await page.getByRole('button', { name: '提出问询' }).click();
    await page.getByRole('heading', { level: 1, name: '西宁市向兰州市问询' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    await page.getByRole('button', { name: '撤回' }).click();
    await page.getByRole('dialog').getByLabel('理由').fill('已电话告知');
    await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
    await page.getByText('撤回：已电话告知').waitFor();
    const auditor = await openDesk(browser, `auditor@${XINING}`);
    await auditor.goTo('/questions');
    await auditor.page.getByRole('link', { name: '海石湾以西国道通行情况如何？' }).waitFor();
    expect(await auditor.page.getByRole('link', { name: '提出问询' }).count()).toBe(0);
    expectNoFaults(asker);
    expectNoFaults(auditor);
  });
});
