import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOG } from '../../functions/catalog.ts';
import { type Runtime, startRuntime } from '../../infra/local/runtime.ts';
import { openBrowser, withBrowser } from './chromium.ts';

/** Screenshots that the README shows are made here, of the running service. */
const PICTURES = process.env.SHOUWANG_PICTURES ?? '.cache/pictures';

describe.runIf(withBrowser)('the pages of a running service', () => {
  let runtime: Runtime;
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    [runtime, browser] = await Promise.all([startRuntime(), openBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    await runtime?.stop();
  });

  /** The page of the API draws an operation when it comes into view: in a window this high all of them are. */
  const ALL_IN_VIEW_PX = 40_000;

  const open = async (path: string, height = 900): Promise<{ readonly page: Page; readonly faults: string[] }> => {
    const page = await browser.newPage({ viewport: { width: 1280, height }, locale: 'zh-CN' });
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(runtime.url) && !url.startsWith('data:')) faults.push(`left the cell: ${url}`);
    });
    await page.goto(`${runtime.url}${path}`);
    return { page, faults };
  };

  it('lists every city with its description and the demo sign-ins', async () => {
    const { page, faults } = await open('/');
    for (const [code, name] of [
      ['630100', '西宁'],
      ['620100', '兰州'],
      ['632800', '海西'],
    ] as const) {
      expect(await page.locator('body').textContent()).toContain(name);
      expect(await page.locator(`a[href*="${code}"]`).count()).toBeGreaterThan(0);
    }
    expect(await page.locator('body').textContent()).toContain('coordinator@630100');
    await page.screenshot({ path: `${PICTURES}/index.png` });
    expect(faults).toEqual([]);
  });

  it('describes every operation of the catalogue, from files of the cell itself', async () => {
    const { page, faults } = await open('/630100/docs', ALL_IN_VIEW_PX);
    await page.locator('.opblock').first().waitFor();
    const operations = CATALOG.flatMap(({ routes }) => routes).length;
    await expect.poll(() => page.locator('.opblock').count(), { timeout: 20_000 }).toBe(operations);
    expect(await page.title()).toContain('西宁');
    await page.setViewportSize({ width: 1280, height: 1000 });
    await page.screenshot({ path: `${PICTURES}/api.png` });
    expect(faults).toEqual([]);
  });

  it('opens an operation and shows its words in Chinese and English', async () => {
    const { page, faults } = await open('/630100/docs', ALL_IN_VIEW_PX);
    const operation = page.locator('#operations-requests-placeRequest');
    await operation.locator('.opblock-summary').click();
    const text = await operation.textContent();
    expect(text).toMatch(/[一-鿿]{2}/);
    expect(text).toContain('/v1/requests/{requestId}/');
    expect(faults).toEqual([]);
  });

  it('asks for the demo password and signs in by authorisation code with PKCE', async () => {
    const { page, faults } = await open('/');
    const verifier = 'v'.repeat(64);
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
    const redirect = `${runtime.url}/signed-in`;
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: 'shouwang-console',
      redirect_uri: redirect,
      scope: 'openid',
      state: 's1',
      code_challenge: Buffer.from(digest).toString('base64url'),
      code_challenge_method: 'S256',
    });
    await page.goto(`${runtime.url}/oidc/authorize?${query}`);
    await page.screenshot({ path: `${PICTURES}/sign-in.png` });
    await page.locator('input[name="username"]').fill('coordinator@630100');
    await page.locator('input[name="password"]').fill('demo');
    await Promise.all([page.waitForURL(/signed-in/), page.locator('form button').click()]);
    const landed = new URL(page.url());
    expect(landed.searchParams.get('state')).toBe('s1');
    const answer = await fetch(`${runtime.url}/oidc/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: landed.searchParams.get('code') ?? '',
        redirect_uri: redirect,
        client_id: 'shouwang-console',
        code_verifier: verifier,
      }),
    });
    expect(await answer.json()).toMatchObject({ access_token: expect.any(String), token_type: 'Bearer' });
    expect(faults.filter((fault) => !fault.includes('signed-in'))).toEqual([]);
  });
});
