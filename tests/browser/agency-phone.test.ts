import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { taskRoutes } from '../../shared/http/routes/tasks.ts';
import { expectAccessible } from './accessibility.ts';
import { type AgencyWorld, agencyWorld, XINING } from './agency-world.ts';
import { openBrowser, withBrowser } from './chromium.ts';
import { expectNoFaults, openDesk, PHONE } from './desk.ts';

/** What Chromium says of each request that finds no line, which is what is tested. */
const NO_LINE = /ERR_INTERNET_DISCONNECTED|Failed to fetch/;

/** Without sideways scrolling: nothing is wider than the phone. */
const expectFits = async (page: Page): Promise<void> =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);

/** The page is kept once its service worker has it and all its files. */
const untilKept = (page: Page): Promise<unknown> =>
  page.waitForFunction(async () => {
    const kept = async (name: string): Promise<readonly string[]> =>
      (await (await caches.open(name)).keys()).map(({ url }) => url);
    const [beside, files] = await Promise.all([kept('shouwang-page'), kept('shouwang-files')]);
    const used = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/assets/'));
    return beside.some((url) => url.endsWith('/')) && used.every(({ name }) => files.includes(name));
  });

const openPhone = async (browser: Browser, world: AgencyWorld, language: 'zh' | 'en' = 'zh') => {
  const phone = await openDesk(browser, world.officer, { viewport: PHONE, language });
  await phone.context.grantPermissions(['geolocation']);
  await phone.page.getByRole('heading', { level: 1, name: language === 'zh' ? '我的任务' : 'My tasks' }).waitFor();
  await phone.context.setGeolocation({ latitude: 36.6171, longitude: 101.7782, accuracy: 12 });
  return phone;
};

describe.runIf(withBrowser)('an agency on a phone', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  it('accepts a task in two taps', async () => {
    const world = await agencyWorld('两次点按');
    const taskId = await world.send();
    const phone = await openPhone(browser, world);
    const { page } = phone;
    await page.getByRole('heading', { level: 1, name: '我的任务' }).waitFor();
    await page.getByRole('link', { name: '到南川西路地下车库排水（演示）' }).waitFor();
    await phone.picture('phone-task-asked');
    await expectAccessible(page);
    await page.getByRole('button', { name: '接受' }).click();
    await page.getByRole('button', { name: '确定接受' }).click();
    await page.getByRole('button', { name: '报告进展' }).waitFor();
    await expect.poll(() => world.task(taskId)).toMatchObject({ status: 'under-way', agencyId: world.agencyId });
    await expectFits(page);
    expectNoFaults(phone);
    await phone.context.close();
  });

  it('declines in two taps, and takes what it would do instead to the duty room', async () => {
    const world = await agencyWorld('谢绝与变更');
    const [declined, changed] = [
      await world.send({ mission: '第一件（演示）' }),
      await world.send({ mission: '第二件（演示）' }),
    ];
    const phone = await openPhone(browser, world);
    const { page } = phone;
    const card = (mission: string) => page.getByRole('listitem').filter({ hasText: mission });
    await card('第一件').getByRole('button', { name: '谢绝' }).click();
    await card('第一件').getByRole('button', { name: '人员已派出' }).click();
    await expect.poll(async () => (await world.task(declined)).status).toBe('unanswered');
    await card('第二件').getByRole('button', { name: '提出变更' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('说明').fill('只能去十二人');
    await dialog.getByRole('button', { name: '提出变更' }).click();
    await dialog.getByText(/与任务要求相同/).waitFor();
    await dialog.getByLabel('数量（人）').fill('12');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '提出变更' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const room = await openDesk(browser, `coordinator@${XINING}`);
    await room.goTo(`/tasks/${changed}`);
    await room.page.getByText('只能去十二人').waitFor();
    await expectAccessible(room.page);
    await room.picture('tasks-counter-proposal');
    await room.page.getByRole('button', { name: '同意变更' }).click();
    await page.getByRole('button', { name: '报告进展' }).waitFor();
    expect((await world.task(changed)).details.quantity).toBe(12);
    expectNoFaults(phone);
    expectNoFaults(room);
    await phone.context.close();
    await room.context.close();
  });

  it('keeps what is decided without a line, over a reload, and sends it once and in order when the line is back', async () => {
    const world = await agencyWorld('断网');
    const taskId = await world.send();
    const phone = await openPhone(browser, world);
    const { page, context } = phone;
    await phone.goTo(`/own-tasks/${taskId}`);
    await page.getByRole('button', { name: '接受' }).waitFor();
    await untilKept(page);
    await context.setOffline(true);
    await page.getByText('没有网络', { exact: false }).waitFor();
    await page.getByRole('button', { name: '接受' }).click();
    await page.getByRole('button', { name: '确定接受' }).click();
    await page.getByRole('button', { name: '报告进展' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('进展').first().fill('已到车库入口，开始排水');
    await dialog.getByRole('button', { name: '附上我的位置' }).click();
    await dialog.getByText('36.6171, 101.7782').waitFor();
    await dialog.getByLabel('现场人数').fill('18');
    await dialog.getByRole('button', { name: '添加照片引用' }).click();
    await dialog.getByLabel('照片地址（https://）').fill('https://photos.example/1.jpg');
    await dialog
      .getByLabel('选照片以计算校验值')
      .setInputFiles({ name: '1.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('photo') });
    await dialog.getByText(/^校验值/).waitFor();
    await phone.picture('phone-progress');
    await dialog.getByRole('button', { name: '报告进展' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const waiting = page.getByRole('region', { name: '待发送' }).getByRole('listitem');
    expect(await waiting.count()).toBe(2);
    await page.reload();
    await page.getByText('2项操作待发送').waitFor();
    expect(await waiting.count()).toBe(2);
    await page.getByText(/内容为.*读取/).waitFor();
    await expectAccessible(page);
    await phone.picture('phone-offline');
    await expectFits(page);
    expect((await world.task(taskId)).status).toBe('sent');
    await context.setOffline(false);
    await page.getByText('已到车库入口，开始排水').waitFor();
    await waiting.first().waitFor({ state: 'hidden' });
    const task = await world.task(taskId);
    expect(task).toMatchObject({ status: 'under-way', agencyId: world.agencyId });
    expect(task.progress).toMatchObject([
      {
        words: '已到车库入口，开始排水',
        people: 18,
        position: { latitude: 36.6171, crs: 'WGS-84' },
        photos: [{ sha256: expect.any(String) }],
      },
    ]);
    expect(phone.faults.filter((fault) => !NO_LINE.test(fault))).toEqual([]);
    await context.close();
  });

  it('shows what was meant and why it came to nothing, when the task has changed meanwhile', async () => {
    const world = await agencyWorld('冲突');
    const taskId = await world.send();
    const phone = await openPhone(browser, world);
    const { page, context } = phone;
    await phone.goTo(`/own-tasks/${taskId}`);
    await page.getByRole('button', { name: '接受' }).waitFor();
    await context.setOffline(true);
    await page.getByRole('button', { name: '接受' }).click();
    await page.getByRole('button', { name: '确定接受' }).click();
    await page.getByText('1项操作待发送').waitFor();
    await world
      .desk('coordinator', XINING)
      .call(taskRoutes.urgeTask, { params: { taskId }, body: { words: '请尽快答复' } });
    await context.setOffline(false);
    const waiting = page.getByRole('region', { name: '待发送' });
    await waiting.getByText(/未成$/).waitFor();
    await waiting.getByText('接受：到南川西路地下车库排水（演示）').first().waitFor();
    await page.getByText('请尽快答复').waitFor();
    expect((await world.task(taskId)).status).toBe('sent');
    await expectAccessible(page);
    await phone.picture('phone-conflict');
    await waiting.getByRole('button', { name: '看过了，仍按此发送' }).click();
    await waiting.waitFor({ state: 'hidden' });
    expect((await world.task(taskId)).status).toBe('under-way');
    expect(phone.faults.filter((fault) => !NO_LINE.test(fault))).toEqual([]);
    await context.close();
  });

  it('lets go of what cannot be done any more, in English', async () => {
    const world = await agencyWorld('放弃');
    const taskId = await world.send();
    const phone = await openPhone(browser, world, 'en');
    const { page, context } = phone;
    await phone.goTo(`/own-tasks/${taskId}`);
    await page.getByRole('button', { name: 'Accept' }).waitFor();
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('button', { name: 'Yes, accept' }).click();
    await page.getByText('1 acts wait to be sent').waitFor();
    await world
      .desk('coordinator', XINING)
      .call(taskRoutes.cancelTask, { params: { taskId }, body: { reason: '已排完（演示）' } });
    await context.setOffline(false);
    const waiting = page.getByRole('region', { name: 'Waiting to be sent' });
    await waiting.getByRole('button', { name: 'Give it up' }).click();
    await waiting.waitFor({ state: 'hidden' });
    expect((await world.task(taskId)).status).toBe('cancelled');
    await context.close();
  });

  it('finishes and gives feedback; the duty room follows it up and archives it', async () => {
    const world = await agencyWorld('办结');
    const taskId = await world.send();
    const phone = await openPhone(browser, world);
    const { page } = phone;
    const submit = async (act: string, label: string, words: string): Promise<void> => {
      await page.getByRole('button', { name: act }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(label).fill(words);
      await dialog.getByRole('button', { name: act }).click();
      await dialog.waitFor({ state: 'hidden' });
    };
    await page.getByRole('button', { name: '接受' }).click();
    await page.getByRole('button', { name: '确定接受' }).click();
    await submit('报告完成', '完成情况', '积水排完');
    await submit('反馈', '反馈意见', '道路已可通行');
    const room = await openDesk(browser, `coordinator@${XINING}`);
    await room.goTo(`/tasks/${taskId}`);
    const { page: desk } = room;
    await desk.getByText('道路已可通行').waitFor();
    await desk.getByRole('button', { name: '回访' }).click();
    await desk.getByRole('dialog').getByLabel('满意度').selectOption('5');
    await desk.getByRole('dialog').getByLabel('说明').fill('住户满意');
    await desk.getByRole('dialog').getByRole('button', { name: '回访' }).click();
    await desk.getByRole('button', { name: '归档' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: '归档' }).click();
    await expect.poll(async () => (await world.task(taskId)).status).toBe('archived');
    await page.getByText('5 / 5').or(page.getByText('其他任务')).first().waitFor();
    expectNoFaults(phone);
    expectNoFaults(room);
    await phone.context.close();
    await room.context.close();
  });

  it('opens a task behind a one-time link, without signing in, on one phone only', async () => {
    const world = await agencyWorld('链接');
    const taskId = await world.send();
    const room = await openDesk(browser, `duty-officer@${XINING}`);
    await room.goTo(`/tasks/${taskId}`);
    await room.page.getByRole('button', { name: '签发一次性链接' }).click();
    const issued = room.page.getByRole('status').filter({ hasText: '只显示这一次' });
    await issued.getByRole('img', { name: /二维码/ }).waitFor();
    await room.picture('tasks-link');
    await expectAccessible(room.page);
    const address = (await issued.locator('code').textContent()) ?? '';
    const open = async () => {
      const context = await browser.newContext({ viewport: PHONE, locale: 'zh-CN' });
      const page = await context.newPage();
      await page.goto(address);
      return { context, page };
    };
    const phone = await open();
    await phone.page.getByRole('button', { name: '接受' }).click();
    await phone.page.getByRole('button', { name: '确定接受' }).click();
    await phone.page.getByRole('button', { name: '报告进展' }).waitFor();
    await expectAccessible(phone.page);
    await expectFits(phone.page);
    await phone.page.reload();
    await phone.page.getByRole('button', { name: '报告进展' }).waitFor();
    expect((await world.task(taskId)).status).toBe('under-way');
    const other = await open();
    await other.page.getByText('链接已在另一部手机上使用').waitFor();
    expectNoFaults(room);
    await Promise.all([phone, other, room].map(({ context }) => context.close()));
  });

  it('can be installed, and never shows an older page than there is', async () => {
    const world = await agencyWorld('安装');
    const phone = await openPhone(browser, world);
    const { page } = phone;
    await untilKept(page);
    const manifest = await page.evaluate(async () => {
      const link = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
      const address = link?.href ?? '';
      const answer = (await (await fetch(address)).json()) as {
        icons: { src: string; sizes: string }[];
        display: string;
      };
      const icons = await Promise.all(answer.icons.map(async ({ src }) => (await fetch(new URL(src, address))).status));
      return { ...answer, statuses: icons };
    });
    expect(manifest.display).toBe('standalone');
    expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
    expect(new Set(manifest.statuses)).toEqual(new Set([200]));
    const session = await phone.context.newCDPSession(page);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
    // An older page than the one there is, as it was kept before the last build.
    await page.evaluate(async () => {
      const cache = await caches.open('shouwang-page');
      const headers = { 'content-type': 'text/html; charset=utf-8' };
      await cache.put(new URL('./', location.href).href.split('#')[0] ?? '', new Response('<h1>old</h1>', { headers }));
    });
    await page.goto(inject('serviceUrl'));
    await page.getByRole('heading', { level: 1, name: '我的任务' }).waitFor();
    expectNoFaults(phone);
    await phone.context.close();
  });
});
