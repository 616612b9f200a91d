import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../scripts/walkthrough/desks.ts';
import { aFlood, anItem, aTeam } from '../../scripts/walkthrough/payloads.ts';
import { makeOffer, offerWhere } from '../../scripts/walkthrough/steps/asides.ts';
import { acceptance, answer, answeredBy, receivedWhere } from '../../scripts/walkthrough/steps/received-request.ts';
import {
  approve,
  approvedRequest,
  draft,
  openIncident,
  placedRequest,
  requestWhere,
} from '../../scripts/walkthrough/steps/request.ts';
import { registerTeam } from '../../scripts/walkthrough/steps/team.ts';
import { HOUR_MS, plus } from '../../shared/domain/kernel/instant.ts';
import { requestRoutes } from '../../shared/http/routes/requests.ts';
import { expectAccessible } from './accessibility.ts';
import { agreementWith, askedOfLanzhou, LANZHOU, serviceDesk, teamInLanzhou, XINING } from './aid-scenes.ts';
import { openBrowser, withBrowser } from './chromium.ts';
import { expectNoFaults, openDesk, PHONE } from './desk.ts';

/** What changes in a city is on every screen within this. */
const LIVE_MS = 3_000;

const instant = (): string => new Date().toISOString();

/** High enough for a paper as a whole. */
const TALL = { width: 1440, height: 1240 } as const;

const HAIDONG = '630200';
const HAINAN = '632500';

/** Has three partners answer one request: the nearest soonest, the farthest on a condition. @returns the request. */
const answeredByThree = async (desk: Desk, title: string) => {
  const promises = [
    { city: HAIDONG, name: '比较海东队（演示）', hours: 3, personnel: 900_000, condition: undefined },
    { city: LANZHOU, name: '比较兰州队（演示）', hours: 5, personnel: 1_200_000, condition: undefined },
    { city: HAINAN, name: '比较海南队（演示）', hours: 4, personnel: 750_000, condition: '须自带油料，夜间不行车' },
  ] as const;
  const agreementIds = await Promise.all(promises.map(({ city }) => agreementWith(desk, city)));
  const request = await placedRequest(desk, {
    city: XINING,
    incident: aFlood(XINING, instant(), { title }),
    items: [anItem(XINING, instant())],
    agreementIds,
  });
  const { requestId } = request;
  const itemId = request.items[0]?.itemId ?? '';
  for (const { city, name, hours, personnel, condition } of promises) {
    const { teamId } = await registerTeam(desk, city, aTeam(city, instant(), { name, readinessMinutes: 5 }));
    await receivedWhere(desk, city, requestId);
    const accepted = {
      ...acceptance(itemId, [teamId], instant()),
      estimatedArrival: plus(instant(), hours * HOUR_MS),
      costs: { personnel, travel: 300_000, equipment: 150_000 },
    };
    const decision = condition ? { ...accepted, response: 'provisional' as const, reason: condition } : accepted;
    await answer(desk, city, requestId, [decision as typeof accepted]);
    await answeredBy(desk, XINING, { requestId, by: city, itemId });
  }
  return request;
};

const declineHainan = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '谢绝此答复' }).last().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('海南藏族自治州').waitFor();
  await dialog.getByLabel('理由').fill('已有更近的力量');
  await dialog.getByRole('button', { name: '谢绝此答复' }).click();
  await page.getByText('已谢绝').first().waitFor();
};

describe.runIf(withBrowser)('a request of this city', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  it('is drafted item by item; what the API refuses stands beside its field', async () => {
    const desk = serviceDesk();
    await openIncident(desk, XINING, aFlood(XINING, instant(), { title: '起草一号洪水（演示）' }));
    const coordinator = await openDesk(browser, `coordinator@${XINING}`);
    const { page } = coordinator;
    await coordinator.goTo('/requests');
    await page.getByRole('link', { name: '起草请求' }).click();
    await page.getByLabel('为哪一突发事件').selectOption({ label: '起草一号洪水（演示）' });
    const item = page.getByRole('region', { name: '第1项' });
    await item.getByLabel('需要什么').selectOption({ label: '水上救援' });
    await item.getByLabel('数量').fill('2');
    await item.getByLabel('任务', { exact: true }).fill('转移被洪水围困的群众');
    await item.getByLabel('费用上限（元）').fill('50000');
    const until = item.getByLabel('预计结束（北京时间）');
    const wanted = await until.inputValue();
    await until.fill('2020-01-01T08:00');
    await page.getByRole('button', { name: '再加一项' }).click();
    const second = page.getByRole('region', { name: '第2项' });
    await second.getByLabel('需要什么').selectOption({ label: '应急物资' });
    await second.getByLabel('物资（GB/T 38565）').selectOption({ label: '棉被 1030101' });
    await second.getByLabel('单位').fill('床');
    await second.getByLabel('数量').fill('300');
    await second.getByLabel('任务', { exact: true }).fill('安置转移群众');
    await page.getByRole('button', { name: '提交送审' }).click();
    await item
      .locator('.ant-form-item', { has: page.getByLabel('预计结束（北京时间）') })
      .getByText('任务结束时间须晚于开始时间')
      .waitFor();
    await coordinator.picture('request-drafting');
    await expectAccessible(page);
    await until.fill(wanted);
    await page.getByRole('button', { name: '提交送审' }).click();
    await page.getByRole('heading', { level: 1, name: '求援请求：起草一号洪水（演示）' }).waitFor();
    await page.getByText('棉被 × 300床').first().waitFor();
    expect(await page.locator('[aria-current="step"]').textContent()).toContain('受理');
    await page.getByRole('status').getByText('审批人').first().waitFor();
    await expectAccessible(page);
    expectNoFaults(coordinator);
  });

  it('is sent back, rewritten and approved by somebody else, before the eyes of its author', async () => {
    const desk = serviceDesk();
    const incidentId = await openIncident(desk, XINING, aFlood(XINING, instant(), { title: '起草二号洪水（演示）' }));
    const { requestId } = await draft(desk, XINING, incidentId, [anItem(XINING, instant())]);
    const [author, approver] = await Promise.all([
      openDesk(browser, `coordinator@${XINING}`),
      openDesk(browser, `approver@${XINING}`),
    ]);
    await author.goTo(`/requests/${requestId}`);
    await approver.goTo(`/requests/${requestId}`);
    await author.page.getByRole('link', { name: '修改草稿' }).waitFor();
    expect(await author.page.getByRole('button', { name: '批准' }).count()).toBe(0);
    await approver.page.getByRole('button', { name: '退回修改' }).click();
    const dialog = approver.page.getByRole('dialog');
    await dialog.getByLabel('理由').fill('数量请再核实');
    await expectAccessible(approver.page);
    await dialog.getByRole('button', { name: '退回修改' }).click();
    await author.page.getByText('审批人退回：数量请再核实').waitFor({ timeout: LIVE_MS });
    await author.page.getByRole('link', { name: '修改草稿' }).click();
    await author.page.getByRole('region', { name: '第1项' }).getByLabel('数量').fill('3');
    await author.page.getByRole('button', { name: '保存修改' }).click();
    await approver.page.getByRole('heading', { name: /× 3支/ }).waitFor({ timeout: LIVE_MS });
    await approver.page.getByRole('button', { name: '批准' }).click();
    await approver.page.getByRole('dialog').getByRole('button', { name: '批准' }).click();
    await author.page.locator('[aria-current="step"]', { hasText: '直办' }).waitFor({ timeout: LIVE_MS });
    expectNoFaults(author);
    expectNoFaults(approver);
  });

  it('keeps what one rewrites from overwriting what somebody else has written', async () => {
    const desk = serviceDesk();
    const incidentId = await openIncident(desk, XINING, aFlood(XINING, instant(), { title: '起草三号洪水（演示）' }));
    const { requestId, items } = await draft(desk, XINING, incidentId, [anItem(XINING, instant())]);
    const author = await openDesk(browser, `coordinator@${XINING}`);
    const { page } = author;
    await author.goTo(`/requests/${requestId}/items`);
    await page.getByLabel('数量').fill('4');
    const { etag = '' } = await desk('duty-officer', XINING).call(requestRoutes.readRequest, { params: { requestId } });
    await desk('duty-officer', XINING).call(requestRoutes.reviseRequest, {
      params: { requestId },
      body: { items: items.map((item) => ({ ...item, quantity: 7 })) },
      ifMatch: etag,
    });
    await page.getByText('这份请求刚被他人改过').waitFor({ timeout: LIVE_MS });
    await page.getByRole('button', { name: '保存修改' }).click();
    await page.getByText('页面已更新为最新内容').waitFor();
    expect(await page.getByLabel('数量').inputValue()).toBe('4');
    await page.getByRole('button', { name: '放弃我的修改，从最新内容开始' }).click();
    expect(await page.getByLabel('数量').inputValue()).toBe('7');
    expectNoFaults(author);
  });

  it('is sourced by a plan that says why, which is adjusted and placed in one act', async () => {
    const desk = serviceDesk();
    const { requestId } = await approvedRequest(desk, {
      city: XINING,
      incident: aFlood(XINING, instant(), { title: '筹措一号洪水（演示）' }),
      items: [anItem(XINING, instant(), { quantity: 3 })],
    });
    const coordinator = await openDesk(browser, `coordinator@${XINING}`);
    const { page } = coordinator;
    await coordinator.goTo(`/requests/${requestId}`);
    const panel = page.getByRole('region', { name: '筹措方案' });
    for (const source of ['本市队伍', '联动单位', '本市储备'])
      await panel.getByRole('checkbox', { name: source }).uncheck();
    await panel
      .getByText(/依协议向.*请求/)
      .first()
      .waitFor();
    await panel.getByText(/未选用/).click();
    await coordinator.picture('request-sourcing');
    await expectAccessible(page);
    await panel.getByRole('button', { name: '一次落实此方案' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '一次落实此方案' }).click();
    await panel.getByText('方案已全部落实').waitFor();
    await page.locator('[aria-current="step"]', { hasText: '转办' }).waitFor();
    const placed = await requestWhere(desk, XINING, requestId, ({ placements }) => placements.length > 0);
    expect(placed.status).toBe('placed');
    expectNoFaults(coordinator);
  });

  it('compares what partners answer, marks the better one and says why, and requisitions with a signature', async () => {
    const desk = serviceDesk();
    const { requestId } = await answeredByThree(desk, '比较一号洪水（演示）');
    const coordinator = await openDesk(browser, `coordinator@${XINING}`);
    await coordinator.goTo(`/requests/${requestId}`);
    const panel = coordinator.page.getByRole('region', { name: '答复比较' }).first();
    const best = panel.getByRole('columnheader', { name: /较优/ });
    expect(await best.textContent()).toMatch(/海东市.*优于.*早到\d+分钟/);
    await panel.getByText('须自带油料').first().waitFor();
    await panel.scrollIntoViewIfNeeded();
    await coordinator.picture('request-comparison');
    await expectAccessible(coordinator.page);
    await declineHainan(coordinator.page);
    await panel.getByRole('link', { name: '征调……' }).first().click();
    await coordinator.page.getByText('须由授权代表签署').waitFor();

    const signatory = await openDesk(browser, `representative@${XINING}`, { viewport: TALL });
    const { page } = signatory;
    await signatory.goTo(`/requests/${requestId}`);
    await page.getByRole('link', { name: '征调……' }).first().click();
    const paper = page.getByRole('region', { name: '跨区域应急互助书' });
    await paper.getByText('比较海东队（演示）').first().waitFor();
    await page.getByLabel('资金说明').fill('市级应急救援专项资金（演示）');
    await paper.getByText('市级应急救援专项资金（演示）').waitFor();
    await paper.getByText('请求方承担').first().waitFor();
    await signatory.picture('request-paper');
    await expectAccessible(page);
    await page.getByRole('button', { name: '签署并发出征调' }).click();
    await page.getByText('请先确认已阅读文书').waitFor();
    await page.getByRole('checkbox', { name: /我已阅读/ }).check();
    await page.getByRole('button', { name: '签署并发出征调' }).click();
    await page.getByText('等待对方承诺').waitFor();
    await receivedWhere(desk, HAIDONG, requestId, ({ requisitions }) => requisitions.length === 1);
    await page.getByRole('link', { name: '查看文书' }).click();
    await paper.getByText('授权代表').first().waitFor();
    await expectAccessible(page);
    expectNoFaults(coordinator);
    expectNoFaults(signatory);
  });

  it('is drafted from a plan on file, handled with own teams, and cancelled with a reason', async () => {
    const desk = serviceDesk();
    const title = '直办一号洪水（演示）';
    await openIncident(desk, XINING, aFlood(XINING, instant(), { title }));
    const { teamId, name } = await registerTeam(desk, XINING, aTeam(XINING, instant(), { name: '直办一队（演示）' }));
    const coordinator = await openDesk(browser, `coordinator@${XINING}`);
    const { page } = coordinator;
    await coordinator.goTo('/requests/new');
    await page.getByLabel('为哪一突发事件').selectOption({ label: title });
    await page.getByRole('button', { name: '按此预案起草' }).first().click();
    await page.getByText('依据预案').waitFor();
    const [requestId = ''] = /[0-9a-f-]{36}/.exec(page.url()) ?? [];
    await approve(desk, XINING, requestId);
    await page.getByRole('button', { name: '派出本市队伍' }).click();
    const dialog = page.getByRole('dialog');
    const waterRescue = dialog.getByLabel('用于哪一项').locator('option', { hasText: '水上救援' }).first();
    await dialog.getByLabel('用于哪一项').selectOption((await waterRescue.getAttribute('value')) ?? '');
    await dialog.locator(`input[value="${teamId}"]`).check();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '派出本市队伍' }).click();
    await page.getByRole('region', { name: '本市直办与派遣' }).first().getByText(name).waitFor();
    await page.locator('[aria-current="step"]', { hasText: '直办' }).waitFor();
    expect(await page.getByRole('button', { name: '取消请求' }).count()).toBe(0);
    const { requestId: other } = await draft(
      desk,
      XINING,
      await openIncident(desk, XINING, aFlood(XINING, instant())),
      [anItem(XINING, instant())],
    );
    await coordinator.goTo(`/requests/${other}`);
    await page.getByRole('button', { name: '取消请求' }).click();
    await dialog.getByRole('button', { name: '取消请求' }).click();
    await dialog.getByText('请填写').waitFor();
    await dialog.getByLabel('理由').fill('险情已解除');
    await dialog.getByRole('button', { name: '取消请求' }).click();
    await page.getByText('请求已取消：险情已解除').waitFor();
    expectNoFaults(coordinator);
  });

  it('is made of an offer that came unasked, by one signature', async () => {
    const desk = serviceDesk();
    const title = '主动支援洪水（演示）';
    await openIncident(desk, XINING, aFlood(XINING, instant(), { title }));
    const teamId = await teamInLanzhou(desk, { name: '主动支援队（演示）' });
    const agreementId = await agreementWith(desk, LANZHOU);
    const { offerId } = await makeOffer(desk, LANZHOU, agreementId, [teamId], instant());
    await offerWhere(desk, XINING, offerId);
    const signatory = await openDesk(browser, `representative@${XINING}`);
    const { page } = signatory;
    await signatory.goTo(`/offers/${offerId}/requests`);
    await page.getByLabel('用于哪一突发事件').selectOption({ label: title });
    await page.getByLabel('任务', { exact: true }).fill('转移被洪水围困的群众');
    await page.getByLabel('资金代码').fill('DEMO-2026-0816');
    await page.getByLabel(/选择此答复的理由/).fill('主动支援，到达最快');
    await page.getByRole('region', { name: '跨区域应急互助书' }).getByText('DEMO-2026-0816').waitFor();
    await signatory.picture('offer-taken-up');
    await expectAccessible(page);
    await page.getByRole('checkbox', { name: /我已阅读/ }).check();
    await page.getByRole('button', { name: '签署并采用' }).click();
    await page.getByRole('heading', { level: 1, name: `求援请求：${title}` }).waitFor();
    await page.getByText('等待对方承诺').waitFor();
    await offerWhere(desk, XINING, offerId, ({ takenUp }) => takenUp !== undefined);
    expectNoFaults(signatory);
  });

  it('stands in lanes and in a table, in both languages, and fits a phone', async () => {
    const desk = serviceDesk();
    const { requestId } = await askedOfLanzhou(desk, '清单一号洪水（演示）');
    const auditor = await openDesk(browser, `auditor@${XINING}`, { language: 'en' });
    const { page } = auditor;
    await auditor.goTo('/requests');
    await page.getByRole('region', { name: 'Transfer to partners' }).getByText('清单一号洪水（演示）').waitFor();
    await auditor.picture('requests-lanes-en');
    await page.getByLabel('Show as').selectOption({ label: 'Table' });
    await page.getByLabel('Step').selectOption({ label: 'Transfer to partners' });
    await page.getByRole('table').getByRole('link', { name: '清单一号洪水（演示）' }).click();
    await page.getByRole('heading', { level: 1, name: 'Request: 清单一号洪水（演示）' }).waitFor();
    expect(await page.getByRole('button', { name: 'Cancel the request' }).count()).toBe(0);
    await expectAccessible(page);
    const phone = await openDesk(browser, `coordinator@${XINING}`, { viewport: PHONE });
    const screens = [
      ['/requests', '求援请求'],
      ['/requests/new', '起草求援请求'],
      ['/requests?view=table', '求援请求'],
      [`/requests/${requestId}`, '求援请求：清单一号洪水（演示）'],
    ] as const;
    for (const [path, name] of screens) {
      await phone.goTo(path);
      await phone.page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
      await phone.page.waitForLoadState('networkidle');
      const width = await phone.page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, path).toBeLessThanOrEqual(PHONE.width);
    }
    await phone.picture('request-phone');
    expectNoFaults(auditor);
    expectNoFaults(phone);
  });
});
