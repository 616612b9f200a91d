import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { DEMO_PASSWORD } from '../../infra/local/demo-people.ts';
import type { Language } from '../../shared/domain/kernel/text.ts';

/** Screenshots for looking at, and those the README shows. */
const PICTURES = process.env.SHOUWANG_PICTURES ?? '.cache/pictures';

/** The page as somebody has it open who is signed in. */
export interface OpenDesk {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What should never happen: errors of the page, requests that leave the service. */
  readonly faults: readonly string[];
  /** @param path after the hash, e.g. `/board`. */
  goTo(path: string): Promise<void>;
  /** Writes a screenshot to the folder of pictures. */
  picture(name: string): Promise<void>;
}

/** How it is opened. */
export interface DeskOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly language?: Language;
}

export const DESKTOP = { width: 1440, height: 900 } as const;
/** A phone held upright: 390 px. */
export const PHONE = { width: 390, height: 844 } as const;

/** Chromium's own word for an answer above 399: refusals are part of what is tested. */
const REFUSAL = /^Failed to load resource: the server responded with a status of 4\d\d/;

const watch = (page: Page, url: string): string[] => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !REFUSAL.test(message.text())) faults.push(message.text());
  });
  page.on('request', (request) => {
    const target = request.url();
    if (!target.startsWith(url) && !target.startsWith('data:') && !target.startsWith('blob:'))
      faults.push(`left the service: ${target}`);
  });
  return faults;
};

/** Signs in as people do: by the identity provider's page, which asks for the password. */
export const signIn = async (page: Page, person: string): Promise<void> => {
  await page.locator('.sign-in button.ant-btn-primary').click();
  await page.locator('input[name="username"]').fill(person);
  await page.locator('input[name="password"]').fill(DEMO_PASSWORD);
  await page.locator('form button').click();
  await page.locator('.frame').waitFor();
};

/**
 * Opens the page and signs somebody in; everybody has a browser context of their own.
 * @param person as at the development issuer, e.g. `coordinator@630100`.
 */
export const openDesk = async (browser: Browser, person: string, options: DeskOptions = {}): Promise<OpenDesk> => {
  const { viewport = DESKTOP, language = 'zh' } = options;
  const url = inject('serviceUrl');
  const context = await browser.newContext({ viewport, locale: language === 'zh' ? 'zh-CN' : 'en-GB' });
  await context.addInitScript(
    (kept) => localStorage.getItem('shouwang.language') ?? localStorage.setItem('shouwang.language', kept),
    language,
  );
  const page = await context.newPage();
  const faults = watch(page, url);
  await page.goto(url);
  await signIn(page, person);
  // The first screen, so that where one goes next is not overtaken by it.
  await page.locator('main h1').first().waitFor();
  return {
    page,
    context,
    faults,
    goTo: async (path) => {
      await page.goto(`${url}/#${path}`);
      await page.locator('main h1').waitFor();
    },
    picture: async (name) => {
      mkdirSync(PICTURES, { recursive: true });
      await page.screenshot({ path: `${PICTURES}/${name}.png` });
    },
  };
};

/** @throws AssertionError naming each fault. */
export const expectNoFaults = ({ faults }: OpenDesk): void => expect(faults).toEqual([]);
