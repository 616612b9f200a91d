import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readPlans } from '../../../scripts/seed/plans.ts';
import { type SpreadsheetKind, SpreadsheetKindSchema } from '../../../shared/domain/import-job/spreadsheet-kind.ts';
import { CITIES } from '../../../shared/reference/cities.ts';
import { readSheet } from '../../../shared/spreadsheet/read-sheet.ts';
import { readTable } from '../../../shared/spreadsheet/read-table.ts';
import { TABLES } from '../../../shared/spreadsheet/tables/index.ts';

const FOLDER = fileURLToPath(new URL('../../../scripts/seed/data', import.meta.url));

const files = readdirSync(FOLDER).flatMap((city) =>
  readdirSync(join(FOLDER, city))
    .filter((name) => name.endsWith('.csv'))
    .map((name) => ({
      city,
      name: join(city, name),
      kind: SpreadsheetKindSchema.parse(name.replace(/\.csv$/, '')),
      bytes: readFileSync(join(FOLDER, city, name)),
    })),
);

const read = async ({ kind, bytes }: { readonly kind: SpreadsheetKind; readonly bytes: Buffer }) =>
  readTable(TABLES[kind], await readSheet(bytes, []));

const countOf = async (kind: SpreadsheetKind, city?: string): Promise<number> => {
  const counted = files.filter((file) => file.kind === kind && (city === undefined || file.city === city));
  const readings = await Promise.all(counted.map(read));
  return readings.reduce((sum, { count }) => sum + count, 0);
};

describe('the demo data', () => {
  it.each(files)('$name is a table without a single wrong cell', async (file) => {
    expect((await read(file)).errors).toEqual([]);
  });

  it('is of the five cities', () => {
    expect(readdirSync(FOLDER).toSorted()).toEqual(CITIES.map(({ code }) => code).toSorted());
  });

  it('has at least sixty teams, and nineteen agencies and fifty-four experts in Xining', async () => {
    expect(await countOf('team')).toBeGreaterThanOrEqual(60);
    expect(await countOf('agency', '630100')).toBe(19);
    expect(await countOf('expert', '630100')).toBe(54);
  });

  it.each(CITIES.map(({ code }) => code))('%s has plans with a request ready', (city) => {
    const plans = readPlans(city);
    expect(plans.length).toBeGreaterThan(0);
    expect(plans.every(({ requestTemplate }) => requestTemplate !== undefined)).toBe(true);
    for (const { title, owner } of plans) expect(title + owner).toContain('演示');
  });

  it.each(files)('$name is visibly fictional', ({ bytes }) => {
    const [, ...lines] = bytes.toString('utf8').trim().split('\n');
    for (const line of lines) expect(line).toMatch(/演示|示例/);
    for (const [telephone = ''] of bytes.toString('utf8').matchAll(/\b0\d{2,3}-\d{3}-\d{4}\b/g))
      expect(telephone).toMatch(/-000-0\d{3}$/);
  });
});
