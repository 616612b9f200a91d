import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anItem } from '../../scripts/walkthrough/payloads.ts';
import { receivedWhere } from '../../scripts/walkthrough/steps/received-request.ts';
import { requestWhere } from '../../scripts/walkthrough/steps/request.ts';
import { receivedRequestRoutes } from '../../shared/http/routes/received-requests.ts';
import { expectAccessible } from './accessibility.ts';
import { askedOfLanzhou, LANZHOU, requisitionedFromLanzhou, serviceDesk, teamInLanzhou, XINING } from './aid-scenes.ts';
import { openBrowser, withBrowser } from './chromium.ts';
import { expectNoFaults, openDesk, PHONE } from './desk.ts';

describe.runIf(withBrowser)('a request that a partner has placed', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  it('is found in the list and answered with a team that fits, which the list marks as first', async () => {
    const desk = serviceDesk();
    await teamInLanzhou(desk, { name: '答复甲队（演示）', readinessMinutes: 5 });
    const { requestId } = await askedOfLanzhou(desk, '收件一号洪水（演示）');
    const officer = await openDesk(browser, `duty-officer@${LANZHOU}`);
    const { page } = officer;
    await officer.goTo('/requests/received');
    await page.getByRole('table').getByRole('link', { name: '收件一号洪水（演示）', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '西宁市的请求：收件一号洪水（演示）' }).waitFor();
    const form = page.getByRole('region', { name: '答复这一项' });
    await form.getByRole('checkbox', { name: '答复甲队（演示）' }).check();
    await expect.poll(() => form.getByLabel('预计出发').inputValue()).not.toBe('');
    await form.getByLabel('人员').fill('12000');
    await officer.picture('received-answering');
    await expectAccessible(page);
    await form.getByRole('button', { name: '发出答复' }).click();
    await page.getByRole('region', { name: '我方答复' }).getByText('答复甲队（演示）').waitFor();
    const asked = await requestWhere(desk, XINING, requestId, ({ placements }) => placements[0]?.answers.length === 1);
    expect(asked.placements[0]?.answers[0]?.answer).toMatchObject({
      response: 'accept',
      costs: { personnel: 1_200_000 },
    });
    expectNoFaults(officer);
  });

  it('says beside the field what the API refuses, keeps what was entered, and takes an answer back', async () => {
    const desk = serviceDesk();
    await teamInLanzhou(desk, { name: '答复乙队（演示）', readinessMinutes: 5 });
    const { requestId } = await askedOfLanzhou(desk, '收件二号洪水（演示）');
    const officer = await openDesk(browser, `coordinator@${LANZHOU}`);
    const { page } = officer;
    await officer.goTo(`/received-requests/${requestId}`);
    const form = page.getByRole('region', { name: '答复这一项' });
    await form.getByRole('checkbox', { name: '答复乙队（演示）' }).check();
    await form.getByLabel('预计出发').fill('2030-01-02T08:00');
    await form.getByLabel('预计到达').fill('2030-01-01T08:00');
    await form.getByRole('button', { name: '发出答复' }).click();
    const arrival = form.locator('.ant-form-item', { has: page.getByLabel('预计到达') });
    await arrival.locator('.ant-form-item-explain-error').waitFor();
    expect(await form.getByRole('checkbox', { name: '答复乙队（演示）' }).isChecked()).toBe(true);
    await form.getByText('谢绝', { exact: true }).click();
    await form.getByRole('button', { name: '发出答复' }).click();
    await form.getByText('请填写').waitFor();
    await form.getByLabel('谢绝理由').fill('队伍已派出');
    await form.getByRole('button', { name: '发出答复' }).click();
    await page.getByRole('button', { name: '撤回答复' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('撤回理由').fill('另有一队可派');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '撤回答复' }).click();
    await form.waitFor();
    await receivedWhere(desk, LANZHOU, requestId, ({ items }) => items[0]?.progress === 'unanswered');
    expectNoFaults(officer);
  });

  it('is answered from a package that has such teams, in English', async () => {
    const desk = serviceDesk();
    const item = anItem(XINING, new Date().toISOString(), { kind: 'chemical-rescue' });
    const { costCeiling: _, ...dear } = item;
    const { requestId } = await askedOfLanzhou(desk, '收件三号泄漏（演示）', [dear]);
    const officer = await openDesk(browser, `duty-officer@${LANZHOU}`, { language: 'en' });
    const { page } = officer;
    await officer.goTo(`/received-requests/${requestId}`);
    await page.getByRole('button', { name: 'Answer from a package' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Chemical response package (demo)' }).check();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Answer from a package' }).click();
    await page.getByRole('region', { name: 'Our answer' }).waitFor();
    await officer.picture('received-answered-en');
    expectNoFaults(officer);
  });

  it('is answered with goods of the own depots where goods are asked for', async () => {
    const desk = serviceDesk();
    const { kind: _, level: _l, ...errand } = anItem(XINING, new Date().toISOString());
    const supply = { code: '1030101', unit: '床' };
    const { requestId } = await askedOfLanzhou(desk, '收件七号洪水（演示）', [
      { ...errand, kind: 'supplies', level: 3, quantity: 200, supply },
    ]);
    const officer = await openDesk(browser, `duty-officer@${LANZHOU}`);
    const { page } = officer;
    await officer.goTo(`/received-requests/${requestId}`);
    await page.getByRole('heading', { name: '第1项：棉被 × 200床' }).waitFor();
    const form = page.getByRole('region', { name: '答复这一项' });
    await form.getByLabel('棉被（兰州市应急物资储备中心（演示））').fill('150');
    await form.getByLabel('预计出发').fill('2030-01-01T08:00');
    await form.getByLabel('预计到达').fill('2030-01-01T12:00');
    await form.getByText('附条件接受').click();
    await form.getByLabel('所附条件').fill('仅能调出150床');
    await expectAccessible(page);
    await form.getByRole('button', { name: '发出答复' }).click();
    await page.getByRole('region', { name: '我方答复' }).getByText('棉被150床').waitFor();
    expectNoFaults(officer);
  });

  it('is committed by the representative, who sees the paper; nobody else is offered the signature', async () => {
    const desk = serviceDesk();
    const { requestId } = await requisitionedFromLanzhou(desk, '收件四号洪水（演示）', '承诺甲队（演示）');
    const officer = await openDesk(browser, `duty-officer@${LANZHOU}`);
    await officer.goTo(`/received-requests/${requestId}`);
    await officer.page.getByRole('region', { name: '跨区域应急互助书' }).waitFor();
    expect(await officer.page.getByRole('button', { name: '签署承诺' }).count()).toBe(0);
    const signatory = await openDesk(browser, `representative@${LANZHOU}`);
    const { page } = signatory;
    await signatory.goTo(`/received-requests/${requestId}`);
    await page.getByRole('region', { name: '跨区域应急互助书' }).getByText('DEMO-2026-0815').waitFor();
    await signatory.picture('received-paper');
    await expectAccessible(page);
    await page.getByRole('button', { name: '签署承诺' }).click();
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.getByLabel('预计到达').inputValue()).not.toBe('');
    await signatory.picture('received-commit');
    await dialog.getByRole('button', { name: '签署承诺' }).click();
    await page.getByText('由此开始的派遣').waitFor();
    await requestWhere(desk, XINING, requestId, ({ deployments }) => deployments.length === 1);
    await officer.page.getByText('由此开始的派遣').waitFor();
    expectNoFaults(signatory);
    expectNoFaults(officer);
  });

  it('refuses a requisition with its reason, and shows what somebody else did meanwhile as stale', async () => {
    const desk = serviceDesk();
    const ids = await requisitionedFromLanzhou(desk, '收件五号洪水（演示）', '承诺乙队（演示）');
    const { requestId, requisitionId } = ids;
    const signatory = await openDesk(browser, `representative@${LANZHOU}`);
    const { page } = signatory;
    await signatory.goTo(`/received-requests/${requestId}`);
    await page.getByRole('button', { name: '谢绝征调' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('谢绝理由').fill('道路中断，无法派出');
    // While this is on its way, the coordinator is quicker.
    await signatory.context.route('**/refusal', async (route) => {
      await desk('coordinator', LANZHOU).call(receivedRequestRoutes.refuseRequisition, {
        params: { requestId, requisitionId },
        body: { reason: '队伍车辆故障' },
      });
      await route.continue();
    });
    await dialog.getByRole('button', { name: '谢绝征调' }).click();
    await dialog.getByRole('alert').waitFor();
    await page.getByText('队伍车辆故障').first().waitFor();
    expectNoFaults(signatory);
  });

  it('fits a phone', async () => {
    const desk = serviceDesk();
    const { requestId } = await askedOfLanzhou(desk, '收件六号洪水（演示）');
    const officer = await openDesk(browser, `duty-officer@${LANZHOU}`, { viewport: PHONE });
    const { page } = officer;
    for (const path of ['/requests/received', `/received-requests/${requestId}`]) {
      await officer.goTo(path);
      await page.waitForLoadState('networkidle');
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(PHONE.width);
    }
    await officer.picture('received-phone');
    expectNoFaults(officer);
  });
});
