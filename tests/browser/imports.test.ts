import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createDesk, type Desk } from '../../scripts/walkthrough/desks.ts';
import { aTeam } from '../../scripts/walkthrough/payloads.ts';
import { runningService } from '../../scripts/walkthrough/running-service.ts';
import { teamRoutes } from '../../shared/http/routes/teams.ts';
import { fileOf } from '../builders/imported.ts';
import { expectAccessible } from './accessibility.ts';
import { openBrowser, withBrowser } from './chromium.ts';
import { expectNoFaults, openDesk } from './desk.ts';
import { dialogOf } from './dialogs.ts';

/** Few others look at its registry. */
const HAIDONG = '630200';
const COORDINATOR = `coordinator@${HAIDONG}`;
const CSV = 'text/csv';

/** @returns teams as an office would send them, three of whose cells may be wrong. */
const teamFile = async (names: readonly string[], isWrong: boolean): Promise<Buffer> => {
  const now = new Date().toISOString();
  const rows = names.map((name, n) => ({
    ...aTeam(HAIDONG, now, { name, ...(isWrong && n === 0 ? { headcount: 0 } : {}) }),
    ...(isWrong && n === 1 ? { readinessMinutes: -5 } : {}),
  }));
  const text = Buffer.from(await fileOf('team', rows)).toString();
  // What no builder would write: a kind that there is not, in the last row.
  const at = text.lastIndexOf('水上救援,');
  return Buffer.from(isWrong ? `${text.slice(0, at)}飞天救援,${text.slice(at + '水上救援,'.length)}` : text);
};

const choose = async (page: Page, name: string, buffer: Buffer): Promise<void> => {
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: CSV, buffer });
  await page.getByRole('status').filter({ hasText: name }).waitFor();
  await page.getByRole('button', { name: '上传并检查' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
};

describe.runIf(withBrowser)('the import of spreadsheets', () => {
  let browser: Browser;
  let desk: Desk;

  beforeAll(async () => {
    browser = await openBrowser();
    desk = createDesk(runningService(inject('serviceUrl'), fetch));
  });

  afterAll(async () => {
    await browser?.close();
  });

  const namesOf = async (): Promise<readonly string[]> => {
    const { body } = await desk('coordinator', HAIDONG).call(teamRoutes.listTeams, { query: { limit: 100 } });
    return body.items.map(({ name }) => name);
  };

  it('shows three wrong cells, imports nothing, and takes the mended file', async () => {
    const names = ['甲', '乙', '丙'].map((each) => `导入演示${each}队${Date.now()}`);
    const open = await openDesk(browser, COORDINATOR);
    const { page } = open;
    await open.goTo('/imports?kind=team');
    await expectAccessible(page);
    await choose(page, '队伍.csv', await teamFile(names, true));
    await page.getByText('共3处错误，没有导入任何内容。').waitFor();
    const errors = page.getByRole('table', { name: '有误的单元格' });
    const row = (column: string) => errors.getByRole('row').filter({ hasText: column });
    expect(await row('人数').textContent()).toMatch(/F\d.*0/);
    expect(await row('出动准备').textContent()).toContain('-5');
    expect(await row('队伍类别').textContent()).toMatch(/飞天救援.*不在可选项中/);
    await expectAccessible(page);
    await open.picture('imports-errors');
    expect((await namesOf()).filter((name) => names.includes(name))).toEqual([]);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载错误清单（CSV）' }).click(),
    ]);
    expect(download.suggestedFilename()).toContain('队伍.csv');
    expect(await readFile(await download.path(), 'utf8')).toContain('飞天救援');

    await page.getByRole('link', { name: '改正后重新导入' }).click();
    await choose(page, '队伍改正.csv', await teamFile(names, false));
    await page.getByText('检查无误，尚未导入。').waitFor();
    const address = page.url();
    await page.reload();
    await page.getByText('检查无误，尚未导入。').waitFor();
    expect(page.url()).toBe(address);
    await open.picture('imports-ready');
    await page.getByRole('button', { name: '确认导入' }).click();
    const dialog = dialogOf(page);
    await dialog.getByText('将新登记3条、更改0条。').waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '确认导入' }).click();
    await page.getByText('已导入。').waitFor();
    expect((await namesOf()).filter((name) => names.includes(name))).toHaveLength(names.length);
    await open.goTo('/imports');
    await page.getByRole('link', { name: '队伍改正.csv' }).first().waitFor();
    await page.getByRole('link', { name: '队伍.csv' }).first().waitFor();
    await open.picture('imports');
    expectNoFaults(open);
    await open.context.close();
  });

  it('says why a file is no such table, and what to do', async () => {
    const open = await openDesk(browser, COORDINATOR, { language: 'zh' });
    const { page } = open;
    await open.goTo('/imports?kind=agency');
    await choose(page, '不是表.csv', Buffer.from('a,b\n1,2\n'));
    await page.getByRole('alert').filter({ hasText: '找不到表头，请使用模板' }).waitFor();
    await expectAccessible(page);
    expectNoFaults(open);
    await open.context.close();
  });

  it('is cancelled for a reason before it is applied, by somebody dropping the file', async () => {
    const open = await openDesk(browser, COORDINATOR);
    const { page } = open;
    await open.goTo('/imports?kind=team');
    const text = (await teamFile([`取消演示队${Date.now()}`], false)).toString();
    const dropped = await page.evaluateHandle((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], '拖来的.csv', { type: 'text/csv' }));
      return transfer;
    }, text);
    await page.locator('.file-drop').dispatchEvent('drop', { dataTransfer: dropped });
    await page.getByRole('status').filter({ hasText: '拖来的.csv' }).waitFor();
    await page.getByRole('button', { name: '上传并检查' }).click();
    await page.getByText('检查无误，尚未导入。').waitFor();
    await page.getByRole('button', { name: '取消这次导入' }).click();
    await dialogOf(page).getByLabel('理由').fill('发错了文件');
    await dialogOf(page).getByRole('button', { name: '取消这次导入' }).click();
    await page.getByText('已取消：发错了文件').waitFor();
    expect(await page.getByRole('button', { name: '确认导入' }).count()).toBe(0);
    expectNoFaults(open);
    await open.context.close();
  });

  it('gives out templates, and the registry with contacts only for a reason', async () => {
    const open = await openDesk(browser, COORDINATOR, { language: 'en' });
    const { page } = open;
    await open.goTo('/imports?kind=vehicle');
    const [template] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Template (XLSX)' }).click(),
    ]);
    expect((await readFile(await template.path())).subarray(0, 2).toString()).toBe('PK');
    await open.goTo('/depots');
    await page.getByRole('button', { name: 'Export' }).click();
    const dialog = dialogOf(page);
    await dialog.getByLabel('Format').selectOption('csv');
    await expectAccessible(page);
    const [masked] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Export' }).click(),
    ]);
    expect(await readFile(await masked.path(), 'utf8')).toContain('****');
    await page.getByRole('button', { name: 'Export' }).click();
    await dialog.getByLabel('Format').selectOption('csv');
    await dialog.getByLabel(/^With how to reach people/).check();
    await dialog.getByRole('button', { name: 'Export' }).click();
    await dialog.getByText('Fill this in').waitFor();
    await dialog.getByLabel('Reason').fill('Telephone list for the night (demo)');
    const [shown] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Export' }).click(),
    ]);
    expect(await readFile(await shown.path(), 'utf8')).not.toContain('****');
    expectNoFaults(open);
    await open.context.close();
  });

  it('lets an auditor look, and nothing else', async () => {
    const open = await openDesk(browser, `auditor@${HAIDONG}`);
    const { page } = open;
    await open.goTo('/imports');
    await page.getByRole('heading', { level: 2, name: '历次导入' }).waitFor();
    expect(await page.getByRole('button', { name: '上传并检查' }).count()).toBe(0);
    expectNoFaults(open);
    await open.context.close();
  });
});
