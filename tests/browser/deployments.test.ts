import { mkdirSync, writeFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deploymentWhere, report } from '../../scripts/walkthrough/steps/deployment.ts';
import { DAY_MS, HOUR_MS, plus } from '../../shared/domain/kernel/instant.ts';
import { expectAccessible } from './accessibility.ts';
import { deployedFromLanzhou, LANZHOU, serviceDesk, XINING } from './aid-scenes.ts';
import { openBrowser, withBrowser } from './chromium.ts';
import { expectNoFaults, openDesk, PHONE } from './desk.ts';

const PICTURES = process.env.SHOUWANG_PICTURES ?? '.cache/pictures';

const instant = (): string => new Date().toISOString();

/** A day on a duty room's wall, as the browser's picker takes it. */
const onTheWall = (at: string): string => plus(at, 8 * HOUR_MS).slice(0, 16);

const WEEK = [
  ['home', '兰州市水域救援队（演示）', 96],
  ['home', '兰州城关建筑坍塌搜救队（演示）', 90],
  ['returning', '兰州市应急通信队（演示）', 80],
  ['working', '兰州市危化品救援队（演示）', 52],
  ['working', '兰州七里河应急医疗队（演示）', 44],
  ['arrived', '兰州榆中山地救援队（演示）', 20],
  ['en-route', '兰州安宁电力抢修队（演示）', 5],
  ['mobilising', '兰州市工程抢险队（演示）', 1],
] as const;
const REACHED = ['mobilising', 'en-route', 'arrived', 'working', 'returning', 'home'];

/** A mission as the list has it, with the times that its status comes with: one of a busy week, again and again. */
const mission = (place: number) => {
  const [status, name, hoursAgo] = WEEK[place % WEEK.length] ?? WEEK[0];
  const opened = plus(instant(), -(hoursAgo + Math.floor(place / WEEK.length)) * HOUR_MS);
  const after = (hours: number): string => plus(opened, hours * HOUR_MS);
  const hasReached = (step: string): boolean => REACHED.indexOf(status) >= REACHED.indexOf(step);
  return {
    deploymentId: `019ab000-0000-7000-8000-${String(place).padStart(12, '0')}`,
    side: 'owner',
    status,
    team: { teamId: '019ab000-0000-7000-8000-000000000000', name: place < WEEK.length ? name : `${name}${place + 1}` },
    owner: LANZHOU,
    requester: XINING,
    orderNumber: `620100-20261125-${place}`,
    requestId: '019ab000-0000-7000-8000-000000000001',
    requestedArrival: after(6),
    agreedReturn: after(72),
    times: {
      departure: { estimated: after(1), ...(hasReached('en-route') && { actual: after(1.5) }) },
      arrival: { requested: after(6), estimated: after(5.5), ...(hasReached('arrived') && { actual: after(7) }) },
      returnDeparture: {
        requested: after(72),
        estimated: after(72),
        ...(hasReached('returning') && { actual: after(70) }),
      },
      returnArrival: { estimated: after(78), ...(hasReached('home') && { actual: after(77) }) },
    },
    openedAt: opened,
    exercise: place === 5,
  };
};

describe.runIf(withBrowser)('deployments', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  it('go from mobilising to closed, each end seeing at once what the other does', async () => {
    const desk = serviceDesk();
    const { deploymentId } = await deployedFromLanzhou(desk, '派遣一号洪水（演示）', '派遣甲队（演示）');
    const [sender, helped] = await Promise.all([
      openDesk(browser, `duty-officer@${LANZHOU}`),
      openDesk(browser, `coordinator@${XINING}`),
    ]);
    for (const { goTo } of [sender, helped]) await goTo(`/deployments/${deploymentId}`);
    await helped.page.getByRole('heading', { level: 1, name: '派遣甲队（演示）：兰州市支援西宁市' }).waitFor();
    expect(await helped.page.getByRole('button', { name: '报告进展' }).count()).toBe(0);

    const tell = async (status: string): Promise<void> => {
      await sender.page.getByRole('button', { name: '报告进展' }).click();
      const dialog = sender.page.getByRole('dialog');
      await dialog.getByLabel('状态').selectOption(status);
      await dialog.getByRole('button', { name: '报告进展' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await helped.page.locator('[aria-current="step"]', { hasText: status }).waitFor();
    };
    await tell('已出发');
    await tell('已到达');
    await tell('现场救援');

    await helped.page.getByRole('button', { name: '询问现状' }).click();
    await helped.page.getByRole('dialog').getByRole('button', { name: '询问现状' }).click();
    await helped.page.getByRole('dialog').waitFor({ state: 'hidden' });

    await helped.page.getByRole('button', { name: '请求延期' }).click();
    const asking = helped.page.getByRole('dialog');
    await asking.getByLabel('延期至').fill(onTheWall(plus(instant(), DAY_MS)));
    await asking.getByLabel('理由').fill('上游仍有强降雨');
    await expectAccessible(helped.page);
    await asking.getByRole('button', { name: '请求延期' }).click();
    await asking.locator('.ant-form-item-explain-error').waitFor();
    await asking.getByLabel('延期至').fill(onTheWall(plus(instant(), 6 * DAY_MS)));
    await asking.getByRole('button', { name: '请求延期' }).click();
    await sender.page.getByRole('button', { name: '答复延期' }).click();
    await sender.page.getByRole('dialog').getByRole('button', { name: '答复延期' }).click();
    await helped.page.getByRole('region', { name: '延期、召回与放行' }).getByText('同意').waitFor();

    await sender.page.getByRole('button', { name: '请求召回' }).click();
    const recall = sender.page.getByRole('dialog');
    await recall.getByLabel('返程时间').fill(onTheWall(plus(instant(), HOUR_MS)));
    await recall.getByLabel('理由').fill('兰州市区出现险情');
    await recall.getByRole('button', { name: '请求召回' }).click();
    await helped.page.getByRole('button', { name: '答复召回' }).click();
    const answer = helped.page.getByRole('dialog');
    await answer.getByRole('radio', { name: '不同意' }).check();
    await answer.getByLabel('理由').fill('转移尚未完成');
    await answer.getByRole('button', { name: '答复召回' }).click();
    await sender.page.getByText('转移尚未完成').waitFor();
    await helped.picture('deployment');
    await expectAccessible(helped.page);
    await expectAccessible(sender.page);

    await helped.page.getByRole('button', { name: '放行' }).click();
    await helped.page.getByRole('dialog').getByRole('button', { name: '放行' }).click();
    await sender.page.getByRole('region', { name: '延期、召回与放行' }).getByText('放行').waitFor();
    await tell('返程中');
    await tell('已归建');
    await helped.page.getByRole('button', { name: '办结归档' }).click();
    await helped.page.getByRole('dialog').getByRole('button', { name: '办结归档' }).click();
    await deploymentWhere(desk, XINING, deploymentId, ({ status }) => status === 'closed');
    expectNoFaults(sender);
    expectNoFaults(helped);
  });

  it('stand in lanes, in a chart and in a table that says the same in words', async () => {
    const desk = serviceDesk();
    const { deploymentId } = await deployedFromLanzhou(desk, '派遣二号洪水（演示）', '派遣乙队（演示）');
    await report(desk, LANZHOU, deploymentId, { status: 'departed', at: instant() });
    const coordinator = await openDesk(browser, `coordinator@${LANZHOU}`);
    const { page } = coordinator;
    await coordinator.goTo('/deployments');
    const lane = page.getByRole('region', { name: '已出发' });
    await lane.getByRole('link', { name: '派遣乙队（演示）' }).waitFor();
    await coordinator.picture('deployments-lanes');
    await expectAccessible(page);
    await report(desk, LANZHOU, deploymentId, { status: 'arrived', at: instant() });
    await page.getByRole('region', { name: '已到达' }).getByRole('link', { name: '派遣乙队（演示）' }).waitFor();

    await page.getByText('甘特图').click();
    const chart = page.getByRole('region', { name: '派遣甘特图' });
    await chart.getByRole('img', { name: /^派遣乙队（演示），已到达。.*到达实际/ }).waitFor();
    const before = await page.locator('.gantt-controls output').textContent();
    await page.getByRole('button', { name: '放大' }).click();
    await page.getByRole('slider', { name: '时间' }).press('ArrowRight');
    expect(await page.locator('.gantt-controls output').textContent()).not.toBe(before);
    await page.getByRole('button', { name: '全部时间' }).click();
    await expectAccessible(page);
    await page.getByText('时间表', { exact: true }).click();
    await page
      .getByRole('row', { name: /派遣乙队（演示）/ })
      .getByText('实际')
      .first()
      .waitFor();
    await expectAccessible(page);
    expectNoFaults(coordinator);
  });

  it('are drawn against what was asked and expected of them', async () => {
    const coordinator = await openDesk(browser, `coordinator@${LANZHOU}`);
    const items = WEEK.map((_, place) => mission(place));
    await coordinator.context.route('**/v1/deployments?*', (route) => route.fulfill({ json: { items } }));
    await coordinator.goTo('/deployments?view=chart');
    const chart = coordinator.page.getByRole('region', { name: '派遣甘特图' });
    await chart.getByRole('link', { name: '兰州市工程抢险队（演示）' }).waitFor();
    expect(await chart.locator('.gantt-actual:not(.gantt-on-site)').count()).toBe(WEEK.length - 1);
    await coordinator.picture('deployments-gantt');
    await expectAccessible(coordinator.page);
    expectNoFaults(coordinator);
  });

  it('can be thousands in the chart, of which those in view are drawn', async () => {
    const coordinator = await openDesk(browser, `coordinator@${LANZHOU}`);
    const { page } = coordinator;
    const items = Array.from({ length: 2_000 }, (_, place) => mission(place));
    await coordinator.context.route('**/v1/deployments?*', (route) => route.fulfill({ json: { items } }));
    await coordinator.goTo('/deployments?view=chart');
    const chart = page.getByRole('region', { name: '派遣甘特图' });
    await chart.getByRole('link', { name: '兰州市水域救援队（演示）' }).first().waitFor();
    expect(await chart.getByRole('listitem').count()).toBeLessThan(60);
    const spent = await page.evaluate(async () => {
      const slider = document.querySelector<HTMLInputElement>('.gantt-slider');
      const zoom = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.includes('放大'));
      const begun = performance.now();
      zoom?.click();
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      return slider ? performance.now() - begun : Number.POSITIVE_INFINITY;
    });
    expect(spent).toBeLessThan(500);
    await chart.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
    await chart.getByRole('link', { name: /2000$/ }).waitFor();
    expectNoFaults(coordinator);
  });

  it('are reported by the leader on a phone: one tap for a check-in, two for a step, without a line too', async () => {
    const desk = serviceDesk();
    const { deploymentId } = await deployedFromLanzhou(desk, '派遣三号洪水（演示）', '派遣丙队（演示）');
    const leader = await openDesk(browser, `team-leader@${LANZHOU}`, { viewport: PHONE });
    const { page, context } = leader;
    await leader.goTo('/deployments');
    const mission = page.getByRole('region', { name: '派遣丙队（演示）' });
    await mission.getByRole('button', { name: '报告：已出发' }).click();
    await page.getByRole('dialog').getByLabel('说明（可不填）').fill('十二人四艇');
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: '报告：已出发' }).click();
    await deploymentWhere(desk, XINING, deploymentId, ({ status }) => status === 'departed');
    const { heardAt } = await deploymentWhere(desk, LANZHOU, deploymentId);
    await mission.getByRole('button', { name: '报平安', exact: true }).click();
    await deploymentWhere(desk, XINING, deploymentId, (there) => there.heardAt > heardAt);
    await mission.getByText('下次报平安').waitFor();
    await leader.picture('deployment-leader');
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    expectNoFaults(leader);

    await context.setOffline(true);
    await mission.getByRole('button', { name: '报告：已到达' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '报告：已到达' }).click();
    await mission.getByText('待发送').first().waitFor();
    await context.setOffline(false);
    await deploymentWhere(desk, XINING, deploymentId, ({ status }) => status === 'arrived');
    await mission.getByRole('button', { name: '报告：现场救援' }).waitFor();
  });

  it('have an order that prints as an official document on A4, in black and white too', async () => {
    const desk = serviceDesk();
    const { deploymentId } = await deployedFromLanzhou(desk, '派遣四号洪水（演示）', '派遣丁队（演示）');
    const officer = await openDesk(browser, `duty-officer@${LANZHOU}`);
    const { page } = officer;
    await officer.goTo(`/deployments/${deploymentId}`);
    await page.getByRole('link', { name: '任务令（打印）' }).click();
    const sheet = page.getByRole('region', { name: '任务令' });
    await sheet.getByText('兰州市应急管理局派遣令').waitFor();
    await sheet.getByText('派遣四号洪水（演示）').waitFor();
    expect(await sheet.getByRole('heading').textContent()).toBe('关于派遣派遣丁队（演示）赴西宁市执行救援任务的命令');
    mkdirSync(PICTURES, { recursive: true });
    await page.setViewportSize({ width: 1_100, height: 1_700 });
    await sheet.screenshot({ path: `${PICTURES}/mission-order.png` });
    await expectAccessible(page);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    writeFileSync(`${PICTURES}/mission-order.pdf`, pdf);
    const text = pdf.toString('latin1');
    const boxes = [...text.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)];
    expect(boxes.map(([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))])).toContainEqual([
      595, 842,
    ]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.top').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
    expectNoFaults(officer);
  });

  it('alarm both ends when a check-in is missed, in English', async () => {
    const desk = serviceDesk();
    const { deploymentId } = await deployedFromLanzhou(desk, '派遣五号洪水（演示）', '派遣戊队（演示）');
    await report(desk, LANZHOU, deploymentId, { status: 'departed', at: instant() });
    const officer = await openDesk(browser, `duty-officer@${LANZHOU}`, { language: 'en' });
    const { page } = officer;
    // Hours pass on the clock of the page; the service's own stands.
    await page.clock.install({ time: new Date(Date.now() + 8 * HOUR_MS) });
    await officer.goTo(`/deployments/${deploymentId}`);
    await page
      .getByRole('alert')
      .getByText(/The check-in is missed by/)
      .waitFor();
    await expectAccessible(page);
    expectNoFaults(officer);
  });
});
