import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createDesk, type Desk } from '../../scripts/walkthrough/desks.ts';
import { aFlood, anExpert } from '../../scripts/walkthrough/payloads.ts';
import { runningService } from '../../scripts/walkthrough/running-service.ts';
import { openIncident } from '../../scripts/walkthrough/steps/request.ts';
import { DAY_MS, plus } from '../../shared/domain/kernel/instant.ts';
import { agencyRoutes } from '../../shared/http/routes/agencies.ts';
import { depotRoutes } from '../../shared/http/routes/depots.ts';
import { equipmentRoutes } from '../../shared/http/routes/equipment.ts';
import { expertRoutes } from '../../shared/http/routes/experts.ts';
import { stockRoutes } from '../../shared/http/routes/stock.ts';
import { agencyContacts, agencyDetails } from '../builders/agency.ts';
import { equipmentDetails } from '../builders/asset.ts';
import { depotDetails } from '../builders/depot.ts';
import { stockDetails } from '../builders/stock.ts';
import { expectAccessible } from './accessibility.ts';
import { openBrowser, withBrowser } from './chromium.ts';
import { expectNoFaults, type OpenDesk, openDesk } from './desk.ts';
import { actWith, dialogOf, goThrough } from './dialogs.ts';
import { chinaTimeIn } from './moments.ts';

const XINING = '630100';

describe.runIf(withBrowser)('what each kind of entry has of its own', () => {
  let browser: Browser;
  let desk: Desk;
  let open: OpenDesk;
  let page: Page;
  const stamp = String(Date.now());

  beforeAll(async () => {
    browser = await openBrowser();
    desk = createDesk(runningService(inject('serviceUrl'), fetch));
    open = await openDesk(browser, `coordinator@${XINING}`);
    page = open.page;
  });

  afterAll(async () => {
    await browser?.close();
  });

  const registrar = () => desk('coordinator', XINING);
  const standing = () => page.getByRole('region', { name: '现状' });

  const aStockLine = async (): Promise<string> => {
    const depot = {
      ...depotDetails({ name: `演示储备库${stamp}` }),
      dutyContact: { name: '演示', telephone: '000-0000-0009' },
    };
    const { depotId } = (await registrar().call(depotRoutes.registerDepot, { body: depot })).body;
    const body = { ...stockDetails({ depotId, name: `演示帐篷${stamp}`, batch: stamp }), quantity: 100 };
    return (await registrar().call(stockRoutes.registerStock, { body })).body.stockId;
  };

  const expectAmounts = async (onHand: number, reserved: number, committed: number, free: number): Promise<void> => {
    const amounts = page.getByRole('region', { name: '数量' });
    await expect
      .poll(() => amounts.getByRole('listitem').allTextContents(), { timeout: 15_000 })
      .toEqual([`在库${onHand} 顶`, `预留${reserved} 顶`, `调拨${committed} 顶`, `可用${free} 顶`]);
  };

  it('stock: goods come, are counted, reserved, committed and come back', async () => {
    const stockId = await aStockLine();
    const incidentId = await openIncident(desk, XINING, aFlood(XINING, new Date().toISOString()));
    await open.goTo(`/stock/${stockId}`);
    await expectAmounts(100, 0, 0, 100);
    await actWith(page, '入库', { 数量: '20', 理由: '采购到货（演示）' });
    await expectAmounts(120, 0, 0, 120);
    await actWith(page, '盘点', { 实有数量: '118', 理由: '年度盘点（演示）' });
    await page.getByRole('button', { name: '预留', exact: true }).click();
    const dialog = dialogOf(page);
    await dialog.getByLabel('用途', { exact: true }).selectOption({ label: '突发事件' });
    await dialog.getByLabel('用途编号').fill(incidentId);
    await dialog.getByLabel('数量').fill('400');
    await dialog.getByLabel('预留至').fill(chinaTimeIn(24));
    await dialog.getByRole('button', { name: '预留', exact: true }).click();
    await dialog.getByRole('alert').or(dialog.locator('.ant-form-item-explain-error')).first().waitFor();
    await expectAccessible(page);
    await dialog.getByLabel('数量').fill('40');
    await dialog.getByRole('button', { name: '预留', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await expectAmounts(118, 40, 0, 78);
    await open.picture('registry-stock-promised');
    await actWith(page, '调拨', { 数量: '30' });
    await expectAmounts(118, 10, 30, 78);
    await actWith(page, '解除预留', { 理由: '不再需要（演示）' });
    await actWith(page, '了结调拨', { 归还数量: '25', 理由: '任务结束（演示）' });
    await expectAmounts(113, 0, 0, 113);
    expectNoFaults(open);
  });

  it('agencies: suspended, given no tasks, and resumed', async () => {
    const body = { ...agencyDetails({ name: `演示救护队${stamp}` }), dutyContacts: agencyContacts() };
    const { agencyId } = (await registrar().call(agencyRoutes.registerAgency, { body })).body;
    await open.goTo(`/agencies/${agencyId}`);
    await actWith(page, '暂停联动', { 理由: '年检未过（演示）' });
    await standing().getByText('已暂停联动').waitFor();
    await standing().getByText('年检未过（演示）').waitFor();
    expect(await page.getByRole('button', { name: '暂停联动' }).count()).toBe(0);
    await actWith(page, '恢复联动');
    await standing().getByText('可调派').waitFor();
    expectNoFaults(open);
  });

  it('experts: the term is renewed, and the way to reach them changed', async () => {
    const now = new Date().toISOString();
    const body = { ...anExpert(XINING, now), name: `演示续聘${stamp}`, personId: `expert-${stamp}@${XINING}` };
    const { expertId, term } = (await registrar().call(expertRoutes.appointExpert, { body })).body;
    await open.goTo(`/experts/${expertId}`);
    await page.getByRole('button', { name: '续聘' }).click();
    const dialog = dialogOf(page);
    await dialog.getByLabel('聘期至').fill(chinaTimeIn(-24));
    await dialog.getByLabel('理由').fill('续聘（演示）');
    await dialog.getByRole('button', { name: '续聘' }).click();
    await dialog.getByText('聘期结束须晚于开始').waitFor();
    await dialog.getByLabel('聘期至').fill(chinaTimeIn(24 * 1000));
    await dialog.getByRole('button', { name: '续聘' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('region', { name: '聘任记录' }).getByText('续聘（演示）').waitFor();
    await actWith(page, '更改联系方式', { 电话: '000-0000-0088' });
    await page.getByRole('region', { name: '联系方式' }).getByText('000****0088').waitFor();
    const after = await registrar().call(expertRoutes.readExpert, { params: { expertId } });
    expect(after.body.term.until > plus(term.until, DAY_MS)).toBe(true);
    expectNoFaults(open);
  });

  it('equipment: under repair it cannot be had, and then again', async () => {
    const body = equipmentDetails({ number: `演-${stamp}`, keeper: { name: '演示装备库' } });
    const { equipmentId } = (await registrar().call(equipmentRoutes.register, { body })).body;
    await open.goTo(`/equipment/${equipmentId}`);
    await actWith(page, '送修', { 理由: '水泵渗漏（演示）' });
    await standing().getByText('维修中').waitFor();
    await actWith(page, '已修复');
    await standing().getByText('可调派').waitFor();
    expectNoFaults(open);
  });

  it('rosters: an agency has shifts planned, replaced and removed, and telephones only for a reason', async () => {
    const agency = { ...agencyDetails({ name: `演示值守单位${stamp}` }), dutyContacts: agencyContacts() };
    await registrar().call(agencyRoutes.registerAgency, { body: agency });
    await open.goTo('/rosters/new');
    await page.getByLabel('单位名称').fill(`演示值班室${stamp}`);
    await page.getByLabel('值班电话').fill('000-0000-0066');
    await page.getByRole('combobox', { name: '联动单位' }).fill(stamp);
    await page.getByTitle(agency.name).click();
    await page.getByRole('button', { name: '登记值班表' }).click();
    await page.getByRole('heading', { level: 1, name: `演示值班室${stamp}` }).waitFor();
    await page.getByRole('button', { name: '排班' }).click();
    const dialog = dialogOf(page);
    await dialog.getByLabel('班次自').fill(chinaTimeIn(-1));
    await dialog.getByLabel('班次至').fill(chinaTimeIn(11));
    const first = dialog.getByRole('listitem', { name: '人员 1' });
    await first.getByLabel('姓名').fill('值班员甲（演示）');
    await first.getByLabel('电话').fill('打不通');
    await dialog.getByLabel('连续几个班次').fill('2');
    await dialog.getByRole('button', { name: '排班' }).click();
    await first.locator('.ant-form-item-explain-error').waitFor();
    await expectAccessible(page);
    await first.getByLabel('电话').fill('000-0000-0067');
    await dialog.getByRole('button', { name: '排班' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const week = page.getByRole('region', { name: '一周值班' });
    await week.getByText('当班').first().waitFor();
    await week.getByText(/起无人值班$/).waitFor();
    await open.picture('registry-roster-week');
    await week.getByRole('button', { name: '替班' }).last().click();
    await dialog.getByRole('listitem', { name: '人员 1' }).getByLabel('姓名').fill('值班员乙（演示）');
    await dialog.getByRole('listitem', { name: '人员 1' }).getByLabel('电话').fill('000-0000-0068');
    await goThrough(page, '替班');
    await week.getByText('值班员乙（演示）').first().waitFor();
    await actWith(page, '取消班次', { 理由: '不再需要（演示）' });
    await week.getByText('值班员乙（演示）').first().waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '查看联系方式' }).click();
    await dialog.getByLabel('理由').fill('试打电话（演示）');
    await dialog.getByRole('button', { name: '查看联系方式' }).click();
    await page.getByRole('region', { name: '联系方式' }).getByText('000-0000-0067').waitFor();
    await open.goTo('/rosters');
    const now = page.getByRole('region', { name: `演示值班室${stamp}` });
    await now.getByText('值班员甲（演示）').first().waitFor();
    expectNoFaults(open);
  });

  it('what ends soon and what nobody has confirmed stands on one screen', async () => {
    const soon = plus(new Date().toISOString(), 20 * DAY_MS);
    const inspection = { authority: '演示检测站', number: `JC-${stamp}`, expiresAt: soon };
    const body = equipmentDetails({ number: `检-${stamp}`, inspection, keeper: { name: '演示装备库' } });
    await registrar().call(equipmentRoutes.register, { body });
    await open.goTo('/upkeep');
    await page.getByLabel('多少天内到期').selectOption('30');
    const row = page.getByRole('row').filter({ hasText: `检-${stamp}` });
    await row.getByText('将到期').waitFor();
    expect(await row.textContent()).toContain('检验');
    await open.picture('registry-upkeep');
    await row.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: new RegExp(`检-${stamp}`) }).waitFor();
    expectNoFaults(open);
  });
});
