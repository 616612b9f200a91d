import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFlood } from '../../scripts/walkthrough/payloads.ts';
import { openIncident } from '../../scripts/walkthrough/steps/request.ts';
import { LANZHOU, serviceDesk, teamInLanzhou, XINING } from './aid-scenes.ts';
import { openBrowser, withBrowser } from './chromium.ts';
import { expectNoFaults, type OpenDesk, openDesk } from './desk.ts';

const TITLE = '南川河洪水·两城联动（演示）';
const TEAM = '两城联动水上救援队（演示）';

/** What changes is on every window of the city within this, without reloading. */
const LIVE_MS = 3_000;

/** The whole story, milliseconds: five people, some thirty clicks, each waited for. */
const ALL_MS = 300_000;

/** What takes a message to the other city and back, and its receipt, before the window there can show it. */
const ACROSS_MS = 8_000;

/** Clicks what opens a dialog, fills it in, and clicks the act of the same name in it. */
const act = async (page: Page, name: string, fill?: (dialog: ReturnType<Page['getByRole']>) => Promise<void>) => {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await fill?.(dialog);
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
};

/** Goes to a screen by the navigation. */
const goFrom = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
};

const stepIs = (page: Page, step: string, timeout = LIVE_MS): Promise<void> =>
  page.locator('[aria-current="step"]', { hasText: step }).waitFor({ timeout });

describe.runIf(withBrowser)('one request, followed by two cities from draft to archive', () => {
  let browser: Browser;
  const desks = new Map<string, OpenDesk>();

  const sit = async (person: string): Promise<Page> => {
    const desk = await openDesk(browser, person);
    desks.set(person, desk);
    return desk.page;
  };

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  it(
    'goes by clicking alone, each window following the other without being loaded anew',
    async () => {
      const service = serviceDesk();
      await openIncident(service, XINING, aFlood(XINING, new Date().toISOString(), { title: TITLE }));
      await teamInLanzhou(service, { name: TEAM, readinessMinutes: 5 });
      const [xining, approver, signatory, lanzhou, committer] = await Promise.all([
        sit(`coordinator@${XINING}`),
        sit(`approver@${XINING}`),
        sit(`representative@${XINING}`),
        sit(`duty-officer@${LANZHOU}`),
        sit(`representative@${LANZHOU}`),
      ]);

      // Xining drafts.
      await goFrom(xining, '求援请求');
      await xining.getByRole('link', { name: '起草请求' }).click();
      await xining.getByLabel('为哪一突发事件').selectOption({ label: TITLE });
      await xining.getByLabel('需要什么').selectOption({ label: '水上救援' });
      await xining.getByLabel('任务', { exact: true }).fill('转移被洪水围困的群众');
      await xining.getByRole('button', { name: '提交送审' }).click();
      await stepIs(xining, '受理');

      // Another person approves; the author's window follows.
      await goFrom(approver, '求援请求');
      await approver.getByRole('link', { name: TITLE, exact: true }).click();
      await act(approver, '批准');
      await stepIs(xining, '直办');

      // Xining places it with Lanzhou.
      await act(xining, '选择伙伴发出', async (dialog) => {
        await dialog.getByRole('checkbox', { name: /兰州市/ }).check();
      });
      await stepIs(xining, '转办');

      // It comes up in Lanzhou by itself, and is answered there.
      await goFrom(lanzhou, '收到的请求');
      await lanzhou.getByRole('link', { name: TITLE, exact: true }).click();
      const form = lanzhou.getByRole('region', { name: '答复这一项' });
      await form.getByRole('checkbox', { name: TEAM }).check();
      await expect.poll(() => form.getByLabel('预计出发').inputValue()).not.toBe('');
      await form.getByLabel('人员').fill('12000');
      await form.getByLabel('交通').fill('3000');
      await form.getByRole('button', { name: '发出答复' }).click();

      // The answer stands in Xining's window, compared; the representative signs.
      const comparison = xining.getByRole('region', { name: '答复比较' }).first();
      await comparison.getByText(TEAM).first().waitFor({ timeout: ACROSS_MS });
      await desks.get(`coordinator@${XINING}`)?.picture('two-cities-answered');
      await goFrom(signatory, '求援请求');
      await signatory.getByRole('link', { name: TITLE, exact: true }).click();
      await signatory.getByRole('link', { name: '征调……' }).click();
      await signatory.getByLabel('资金代码').fill('DEMO-2026-0815');
      await signatory.getByRole('checkbox', { name: /我已阅读/ }).check();
      await signatory.getByRole('button', { name: '签署并发出征调' }).click();
      await stepIs(xining, '督办');

      // Lanzhou's representative sees the paper and commits.
      await goFrom(committer, '收到的请求');
      await committer.getByRole('link', { name: TITLE, exact: true }).click();
      await committer.getByRole('region', { name: '跨区域应急互助书' }).getByText('DEMO-2026-0815').waitFor();
      await act(committer, '签署承诺', async (dialog) => {
        await expect.poll(() => dialog.getByLabel('预计到达').inputValue()).not.toBe('');
      });
      const out = xining.getByRole('region', { name: '本市直办与派遣' }).first();
      await out.getByText('集结准备').waitFor({ timeout: ACROSS_MS });
      await xining.getByText('对方已签署承诺').waitFor();

      // The mission goes out, arrives, is let go and comes home.
      await lanzhou.getByRole('link', { name: '#1' }).click();
      const missionReported = (step: string) =>
        act(lanzhou, '报告进展', async (dialog) => {
          await dialog.getByLabel('状态').selectOption({ label: step });
        });
      for (const step of ['已出发', '已到达']) {
        await missionReported(step);
        await out.getByText(step).waitFor({ timeout: ACROSS_MS });
      }
      await desks.get(`coordinator@${XINING}`)?.picture('two-cities-arrived');
      await out.getByRole('link', { name: new RegExp(TEAM) }).click();
      await act(xining, '放行');
      await xining.goBack();
      for (const step of ['返程中', '已归建']) {
        await missionReported(step);
        await out.getByText(step).waitFor({ timeout: ACROSS_MS });
      }

      // Followed up and closed; Lanzhou's window knows that it is over.
      await stepIs(xining, '反馈');
      await act(xining, '回访', async (dialog) => {
        await dialog.getByLabel('满意度').selectOption({ label: '5 很满意' });
        await dialog.getByLabel('受援方评价').fill('到达及时，群众全部转移');
      });
      await stepIs(xining, '回访');
      await act(xining, '办结归档');
      await stepIs(xining, '归档');
      await xining.getByText('核验完好').waitFor({ timeout: ACROSS_MS });
      await desks.get(`coordinator@${XINING}`)?.picture('two-cities-archived');
      await committer.getByText('已结束').first().waitFor({ timeout: ACROSS_MS });
      for (const desk of desks.values()) expectNoFaults(desk);
    },
    ALL_MS,
  );
});
