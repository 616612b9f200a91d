import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { REGISTRY_AREAS } from '../../console/src/registry/registry-areas.ts';
import { createDesk, type Desk } from '../../scripts/walkthrough/desks.ts';
import { aTeam } from '../../scripts/walkthrough/payloads.ts';
import { runningService } from '../../scripts/walkthrough/running-service.ts';
import { teamRoutes } from '../../shared/http/routes/teams.ts';
import { expectAccessible } from './accessibility.ts';
import { openBrowser, withBrowser } from './chromium.ts';
import { expectNoFaults, openDesk, PHONE } from './desk.ts';
import { dialogOf } from './dialogs.ts';
import { chinaTimeIn } from './moments.ts';

const XINING = '630100';
const COORDINATOR = `coordinator@${XINING}`;

/** Team names are told apart by when they were made. */
let made = 0;
const fresh = (name: string): string => {
  made += 1;
  return `${name}${Date.now()}-${made}`;
};

const width = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

describe.runIf(withBrowser)('the registry on the page', () => {
  let browser: Browser;
  let desk: Desk;

  beforeAll(async () => {
    browser = await openBrowser();
    desk = createDesk(runningService(inject('serviceUrl'), fetch));
  });

  afterAll(async () => {
    await browser?.close();
  });

  const registered = async (name: string): Promise<string> => {
    const body = aTeam(XINING, new Date().toISOString(), { name, nameEn: `Team ${name}` });
    return (await desk('coordinator', XINING).call(teamRoutes.registerTeam, { body })).body.teamId;
  };

  it.each(Object.values(REGISTRY_AREAS).map(({ path, title }) => ({ path, ...title })))(
    'lists $path and leads to one of them, whose screen and form are accessible',
    async ({ path, zh }) => {
      const open = await openDesk(browser, COORDINATOR);
      const { page } = open;
      await open.goTo(`/${path}`);
      await page.getByRole('heading', { level: 1, name: zh }).waitFor();
      await open.picture(`registry-${path}`);
      await page.locator('tbody a').first().click();
      await page.getByRole('region', { name: '现状' }).waitFor();
      await page.getByText('核验完好').first().waitFor();
      await expectAccessible(page);
      await open.picture(`registry-${path}-one`);
      await page.getByRole('link', { name: '更改登记' }).click();
      await page.getByRole('button', { name: '保存' }).waitFor();
      await expectAccessible(page);
      expectNoFaults(open);
      await open.context.close();
    },
  );

  it('registers a team: what the API says of a field stands beside it, and what was entered stays', async () => {
    const name = fresh('河道救援队（演示）');
    const open = await openDesk(browser, COORDINATOR);
    const { page } = open;
    await open.goTo('/teams');
    await page.getByRole('link', { name: '登记队伍' }).click();
    await page.getByRole('button', { name: '登记队伍' }).click();
    await page.getByText('请填写').first().waitFor();
    const entries: readonly (readonly [string, string])[] = [
      ['名称', name],
      ['人数', '18'],
      ['出动准备', '30'],
      ['驻地地点', '西宁市城东区（演示）'],
      ['驻地纬度', '36.62'],
      ['驻地经度', '101.77'],
      ['发证机关', '省应急管理厅（演示）'],
      ['发证编号', 'DEMO-77'],
      ['队长姓名', '演示队长'],
      ['队长登录账号', `team-leader@${XINING}`],
      ['值班联系人', '演示联系人'],
      ['值班电话', '打不通'],
    ];
    for (const [label, text] of entries) await page.getByLabel(label, { exact: true }).fill(text);
    await page.getByLabel('类别').selectOption({ label: '水上救援' });
    await page.getByLabel('能力等级').selectOption({ label: '1级' });
    await page.getByLabel('洪涝').check();
    await page.getByLabel('发证有效期至').fill(chinaTimeIn(24 * 400));
    await page.getByRole('button', { name: '添加装备' }).click();
    const row = page.getByRole('listitem', { name: '装备 1' });
    await row.getByLabel('名称').fill('冲锋舟');
    await row.getByLabel('数量').fill('4');
    await row.getByLabel('单位').fill('艘');
    await page.getByRole('button', { name: '登记队伍' }).click();
    const telephone = page.locator('.ant-form-item').filter({ has: page.getByLabel('值班电话', { exact: true }) });
    await telephone.locator('.ant-form-item-explain-error').waitFor();
    await open.picture('registry-form-wrong');
    await expectAccessible(page);
    expect(await page.getByLabel('名称', { exact: true }).first().inputValue()).toBe(name);
    await page.getByLabel('值班电话', { exact: true }).fill('000-0000-0077');
    await page.getByRole('button', { name: '登记队伍' }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByText('冲锋舟 4 艘').waitFor();
    await page.getByText('000****0077').waitFor();
    expectNoFaults(open);
    await open.context.close();
  });

  it('keeps what one entered when somebody else was quicker, and overwrites nothing unseen', async () => {
    const name = fresh('同时编辑队（演示）');
    const teamId = await registered(name);
    const open = await openDesk(browser, COORDINATOR);
    const { page } = open;
    await open.goTo(`/teams/${teamId}/change`);
    await page.getByLabel('人数', { exact: true }).fill('21');
    const registrar = desk('duty-officer', XINING);
    const { etag = '' } = await registrar.call(teamRoutes.readTeam, { params: { teamId } });
    const body = aTeam(XINING, new Date().toISOString(), { name, headcount: 14, readinessMinutes: 45 });
    await registrar.call(teamRoutes.changeTeam, { params: { teamId }, body, ifMatch: etag });
    await page.getByText('您编辑期间，登记内容已被他人更改').waitFor();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('页面已更新为最新内容，请核对后再提交。').waitFor();
    await open.picture('registry-changed-meanwhile');
    await expectAccessible(page);
    const told = page.getByRole('alert').filter({ hasText: '您编辑期间' }).getByRole('listitem');
    expect(await told.filter({ hasText: '人数' }).textContent()).toMatch(/14.*您填写的内容保留/);
    expect(await told.filter({ hasText: '出动准备' }).textContent()).toMatch(/45.*随之更新/);
    await page.getByRole('button', { name: '已核对，在最新内容上继续' }).click();
    expect(await page.getByLabel('人数', { exact: true }).inputValue()).toBe('21');
    expect(await page.getByLabel('出动准备', { exact: true }).inputValue()).toBe('45');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('region', { name: '现状' }).waitFor();
    const after = await registrar.call(teamRoutes.readTeam, { params: { teamId } });
    expect(after.body).toMatchObject({ headcount: 21, readinessMinutes: 45 });
    expectNoFaults(open);
    await open.context.close();
  });

  it('shows whom to telephone only for a reason, which the story keeps', async () => {
    const teamId = await registered(fresh('联系人演示队'));
    const open = await openDesk(browser, COORDINATOR);
    const { page } = open;
    await open.goTo(`/teams/${teamId}`);
    const contact = page.getByRole('region', { name: '联系方式' });
    await contact.getByText('000****0001').waitFor();
    await contact.getByRole('button', { name: '查看联系方式' }).click();
    const dialog = dialogOf(page);
    await dialog.getByLabel('理由').waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '查看联系方式' }).click();
    await dialog.getByText('请填写').waitFor();
    await dialog.getByLabel('理由').fill('夜间调队演示');
    await dialog.getByRole('button', { name: '查看联系方式' }).click();
    await contact.getByText('000-0000-0001').waitFor();
    await page.getByText('夜间调队演示').first().waitFor();
    await contact.getByRole('button', { name: '隐去' }).click();
    await contact.getByText('000****0001').waitFor();
    expectNoFaults(open);
    await open.context.close();
  });

  it('arranges when a team is away, confirms it and retires it', async () => {
    const teamId = await registered(fresh('时段演示队'));
    const open = await openDesk(browser, COORDINATOR);
    const { page } = open;
    await open.goTo(`/teams/${teamId}`);
    await page.getByRole('button', { name: '设定时段' }).click();
    const dialog = dialogOf(page);
    await dialog.getByRole('button', { name: '添加时段' }).click();
    await dialog.getByLabel('自', { exact: true }).fill(chinaTimeIn(-1));
    await dialog.getByLabel('至', { exact: true }).fill(chinaTimeIn(-2));
    await dialog.getByLabel('事由').fill('年度检修（演示）');
    await dialog.getByRole('button', { name: '设定时段' }).click();
    await dialog.getByText('时段结束须晚于开始').waitFor();
    await expectAccessible(page);
    await dialog.getByLabel('至', { exact: true }).fill(chinaTimeIn(5));
    await dialog.getByRole('button', { name: '设定时段' }).click();
    await page.getByRole('region', { name: '可用时段' }).getByText('年度检修（演示）').waitFor();
    await page.getByRole('region', { name: '现状' }).getByText('不可用').waitFor();
    await page.getByRole('button', { name: '确认登记无误' }).click();
    await dialog.getByRole('button', { name: '确认登记无误' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '撤销登记' }).click();
    await dialog.getByLabel('理由').fill('队伍解散（演示）');
    await dialog.getByRole('button', { name: '撤销登记' }).click();
    await page.getByRole('region', { name: '现状' }).getByText('队伍解散（演示）').waitFor();
    expect(await page.getByRole('link', { name: '更改登记' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: '撤销登记' }).count()).toBe(0);
    expectNoFaults(open);
    await open.context.close();
  });

  it('shows an auditor everything and lets them do nothing', async () => {
    const open = await openDesk(browser, `auditor@${XINING}`);
    const { page } = open;
    await open.goTo('/teams');
    await page.locator('tbody a').first().waitFor();
    expect(await page.getByRole('link', { name: '登记队伍' }).count()).toBe(0);
    await page.locator('tbody a').first().click();
    await page.getByRole('region', { name: '现状' }).waitFor();
    for (const name of ['更改登记', '确认登记无误', '撤销登记', '查看联系方式'])
      expect(await page.getByRole('button', { name }).or(page.getByRole('link', { name })).count()).toBe(0);
    expectNoFaults(open);
    await open.context.close();
  });

  it('keeps the conditions of a list in the address, and finds among what is listed', async () => {
    const open = await openDesk(browser, COORDINATOR, { language: 'en' });
    const { page } = open;
    await open.goTo('/teams');
    await page.getByLabel('Kind').selectOption({ label: 'Water rescue' });
    await page.getByLabel('Only what can be had now').check();
    await expect.poll(() => new URL(page.url()).hash, { timeout: 15_000 }).toMatch(/kind=water-rescue.*available=true/);
    await page.reload();
    await page.locator('tbody a').first().waitFor();
    expect(await page.getByLabel('Kind').inputValue()).toBe('water-rescue');
    await page.getByLabel('Find among those listed').fill('nobody is called so');
    await page.getByText(/^0 of \d+ listed$/).waitFor();
    expectNoFaults(open);
    await open.context.close();
  });

  it('fits a phone: list, entry and form, without scrolling sideways', async () => {
    const open = await openDesk(browser, COORDINATOR, { viewport: PHONE });
    const { page } = open;
    await open.goTo('/teams');
    await page.locator('tbody a').first().waitFor();
    expect(await width(page)).toBeLessThanOrEqual(PHONE.width);
    await open.picture('registry-teams-phone');
    await page.locator('tbody a').first().click();
    await page.getByRole('region', { name: '现状' }).waitFor();
    expect(await width(page)).toBeLessThanOrEqual(PHONE.width);
    await page.getByRole('link', { name: '更改登记' }).click();
    await page.getByRole('button', { name: '保存' }).waitFor();
    expect(await width(page)).toBeLessThanOrEqual(PHONE.width);
    await expectAccessible(page);
    expectNoFaults(open);
    await open.context.close();
  });
});
