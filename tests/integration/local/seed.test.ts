import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_TEAMS } from '../../../scripts/seed/demo-teams.ts';
import { seedOnce } from '../../../scripts/seed/seed.ts';
import { createDesk } from '../../../scripts/walkthrough/desks.ts';
import { runningService } from '../../../scripts/walkthrough/running-service.ts';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import { type Embedded, startEmbedded } from '../../e2e/embedded-runtime.ts';

let embedded: Embedded;

beforeAll(async () => {
  embedded = await startEmbedded();
  await seedOnce(embedded.runtime.url, embedded.dataDirectory);
});

afterAll(() => embedded.stop());

const counted = async () => {
  const desk = createDesk(runningService(embedded.runtime.url, fetch));
  return Promise.all(
    Object.keys(DEMO_TEAMS).map(async (city) => {
      const teams = await desk('coordinator', city).call(teamRoutes.listTeams, { query: {} });
      const agreements = await desk('coordinator', city).call(agreementRoutes.listAgreements, { query: {} });
      return {
        city,
        teams: teams.body.items.map(({ kind }) => kind).sort(),
        agreements: agreements.body.items.map(({ standing }) => standing),
      };
    }),
  );
};

describe('the demo cities', () => {
  it('have their teams, and the first has a usable agreement with every other', async () => {
    expect(await counted()).toEqual(
      Object.entries(DEMO_TEAMS).map(([city, teams]) => ({
        city,
        teams: teams.map(({ kind }) => kind).sort(),
        agreements: Array.from({ length: city === '630100' ? 4 : 1 }, () => 'usable'),
      })),
    );
  });

  it('are not filled again, not even when the first filling was cut short', async () => {
    const before = await counted();
    await seedOnce(embedded.runtime.url, embedded.dataDirectory);
    const file = join(embedded.dataDirectory, 'seed.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('true', 'false'));
    await seedOnce(embedded.runtime.url, embedded.dataDirectory);
    expect(await counted()).toEqual(before);
  });
});
