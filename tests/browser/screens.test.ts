import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCREENS } from '../../console/src/shell/screens.ts';
import type { Language } from '../../shared/domain/kernel/text.ts';
import { RoleSchema } from '../../shared/http/roles.ts';
import { admits } from '../../shared/http/route.ts';
import { expectAccessible } from './accessibility.ts';
import { openBrowser, withBrowser } from './chromium.ts';
import { expectNoFaults, type OpenDesk, openDesk } from './desk.ts';

/** Screens that need no more than somebody whose they are. */
const screens = SCREENS.filter(({ path }) => !path.includes(':')).map(({ path, needs }) => ({
  path,
  role: RoleSchema.options.find((role) => needs.some((contract) => admits(contract, role))),
}));

describe.runIf(withBrowser)('every screen of the console', () => {
  let browser: Browser;
  const desks = new Map<string, Promise<OpenDesk>>();

  const deskOf = (person: string, language: Language): Promise<OpenDesk> => {
    const key = `${person} ${language}`;
    const open = desks.get(key) ?? openDesk(browser, person, { language });
    desks.set(key, open);
    return open;
  };

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  it('belongs to somebody', () => {
    expect(screens.filter(({ role }) => role === undefined)).toEqual([]);
  });

  it.each(screens.flatMap((screen) => (['zh', 'en'] as const).map((language) => ({ ...screen, language }))))(
    '$path in $language has a title of its own and is accessible',
    async ({ path, role, language }) => {
      const desk = await deskOf(`${role}@630100`, language);
      await desk.goTo(`/${path}`);
      await desk.page.waitForLoadState('networkidle');
      const title = (await desk.page.locator('main h1').first().textContent()) ?? '';
      expect(title.trim()).not.toBe('');
      if (language === 'en') expect(title).not.toMatch(/\p{Script=Han}/u);
      await desk.picture(`screen-${path.replaceAll('/', '-')}-${language}`);
      await expectAccessible(desk.page);
      expectNoFaults(desk);
    },
  );
});
