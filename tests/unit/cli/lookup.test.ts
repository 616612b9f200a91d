import { afterEach, describe, expect, it } from 'vitest';
import type { LookupResult } from '../../../shared/http/routes/lookup.ts';
import { answered, aToken, type CliWorld, createCliWorld } from '../../builders/cli-world.ts';

let cli: CliWorld;
afterEach(() => cli.dispose());

const found: LookupResult = {
  items: [
    {
      entry: {
        ...{ kind: 'team', id: '01940000-0000-7000-8000-000000000001', city: '620100', name: '兰州监测队' },
        ...{ words: [], capabilities: [], hazards: [], languages: [], blocked: [], load: 0 },
        position: { latitude: 36.06, longitude: 103.83, crs: 'CGCS2000', place: '兰州' },
        readinessMinutes: 50,
      },
      agreements: [],
      score: 0.954,
      reasons: [{ code: 'fit', share: 0.5, text: { zh: '与所查内容符合97%', en: 'fits by 97%' } }],
      distanceKilometres: 0.9,
      travelMinutes: 1.3,
      availability: { free: false, code: 'blocked', text: { zh: '已有任务', en: 'on a mission' } },
    },
  ],
  nextCursor: 'next',
  facets: { kind: { team: 1 }, city: {}, resourceKind: {}, level: {}, hazard: {}, language: {} },
  found: 1,
  exact: false,
  askedAt: '2026-11-24T12:00:00.000Z',
};

const signedIn = async (result: LookupResult): Promise<void> => {
  cli = createCliWorld(() => answered(200, result));
  await cli.run('login', '--token', await aToken('coordinator'));
};

describe('looking up', () => {
  it('asks for what was said and nothing else', async () => {
    await signedIn(found);
    const filters = ['--kind', 'team', 'expert', '--near', '兰州', '--level', '2', '--from', '+1h', '--until', '+3h'];
    expect((await cli.run('lookup', '滑坡', '监测', ...filters)).exit).toBe(0);
    const { pathname, searchParams } = new URL(cli.asked[0]?.url ?? '');
    expect(pathname).toBe('/630100/v1/lookup');
    expect(Object.fromEntries(searchParams)).toEqual({
      ...{ q: '滑坡 监测', kind: 'team,expert', near: '兰州', level: '2' },
      ...{ availableFrom: '2026-11-24T13:00:00.000Z', availableUntil: '2026-11-24T15:00:00.000Z' },
    });
  });

  it('shows each hit with how far it is, when it would be there, and why it ranks there', async () => {
    await signedIn(found);
    const { stdout } = await cli.run('lookup', '滑坡', '--lang', 'en');
    const [heading, , row, ...rest] = stdout.split('\n');
    expect(heading).toMatch(/^kind +name +city +km +there in minutes +score +why it ranks there$/);
    expect(row).toMatch(/^team +兰州监测队 +Lanzhou +1 +51 +0\.95 +on a mission; fits by 97%$/);
    expect(rest).toEqual(['', 'at least 1 found  team 1', 'next page: --cursor next', '']);
  });

  it('says so when there is nothing', async () => {
    await signedIn({ ...found, items: [], found: 0, exact: true, facets: { ...found.facets, kind: {} } });
    expect((await cli.run('lookup', '不存在', '--lang', 'zh')).stdout).toBe('找到0项\n下一页：--cursor next\n');
  });
});
