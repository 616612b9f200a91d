import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** WCAG 2.2 up to AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

const violationsOf = async (page: Page): Promise<readonly Violation[]> => {
  await page.addScriptTag({ path: AXE });
  return page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as {
      readonly axe: {
        run(root: Document, options: object): Promise<{ readonly violations: readonly Violation[] }>;
      };
    };
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: rules } });
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ html, failureSummary }) => ({ html, ...(failureSummary && { failureSummary }) })),
    }));
  }, RULES);
};

/** @throws AssertionError naming each element in which axe finds a violation of WCAG 2.2 AA. */
export const expectAccessible = async (page: Page): Promise<void> => {
  const violations = await violationsOf(page);
  const told = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id} (${help}): ${html.slice(0, 300)} ${failureSummary ?? ''}`),
  );
  expect(told).toEqual([]);
};
