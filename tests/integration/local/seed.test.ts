import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoCities, demoFile } from '../../../scripts/seed/demo-files.ts';
import { seedOnce } from '../../../scripts/seed/seed.ts';
import { createDesk } from '../../../scripts/walkthrough/desks.ts';
import { runningService } from '../../../scripts/walkthrough/running-service.ts';
import { agencyRoutes } from '../../../shared/http/routes/agencies.ts';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { expertRoutes } from '../../../shared/http/routes/experts.ts';
import { rosterRoutes } from '../../../shared/http/routes/rosters.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import { type Embedded, startEmbedded } from '../../e2e/embedded-runtime.ts';

/** On a machine that does much else, milliseconds. */
const SLOW_MS = 120_000;

let embedded: Embedded;

beforeAll(async () => {
  embedded = await startEmbedded();
  await seedOnce(embedded.runtime.url, embedded.dataDirectory);
}, SLOW_MS);

afterAll(() => embedded.stop());

const desk = () => createDesk(runningService(embedded.runtime.url, fetch));

/** What is in each city now. */
const filled = async () =>
  Promise.all(
    demoCities().map(async (city) => {
      const coordinator = desk()('coordinator', city);
      const query = { limit: 100 };
      const teams = await coordinator.call(teamRoutes.listTeams, { query });
      const agreements = await coordinator.call(agreementRoutes.listAgreements, { query });
      const onDuty = await coordinator.call(rosterRoutes.listOnDuty, { query: {} });
      return {
        city,
        teams: teams.body.items.map(({ name }) => name).toSorted(),
        agreements: agreements.body.items.map(({ standing }) => standing),
        onDuty: onDuty.body.items.map(({ shift }) => shift?.onDuty.map(({ name }) => name)),
      };
    }),
  );

/** The names in the first column of a city's demo file. */
const teamsInFile = (city: string): readonly string[] =>
  readFileSync(demoFile(city, 'team'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[0] ?? '')
    .toSorted();

describe('the demo cities', () => {
  it('have the teams of their files, somebody on duty, and the first has a usable agreement with every other', async () => {
    expect(await filled()).toEqual(
      demoCities().map((city) => ({
        city,
        teams: teamsInFile(city),
        agreements: Array.from({ length: city === '630100' ? 4 : 1 }, () => 'usable'),
        onDuty: [['演示值班员', '演示协调员']],
      })),
    );
  });

  it('have nineteen agencies and fifty-four experts in Xining, whose officers can sign in', async () => {
    const coordinator = desk()('coordinator', '630100');
    const query = { limit: 100 };
    const agencies = (await coordinator.call(agencyRoutes.listAgencies, { query })).body.items;
    expect(agencies).toHaveLength(19);
    expect((await coordinator.call(expertRoutes.listExperts, { query })).body.items).toHaveLength(54);
    const { token } = embedded.deployment;
    expect(await token('agency-officer', '630100', agencies[0]?.agencyId)).not.toBe('');
  });

  it('are not filled again, not even when the first filling was cut short', { timeout: SLOW_MS }, async () => {
    const before = await filled();
    await seedOnce(embedded.runtime.url, embedded.dataDirectory);
    const file = join(embedded.dataDirectory, 'seed.json');
    const note = JSON.parse(readFileSync(file, 'utf8'));
    const done = note.done.filter((step: string) => !step.startsWith('632500/'));
    writeFileSync(file, JSON.stringify({ ...note, finished: false, done }));
    await seedOnce(embedded.runtime.url, embedded.dataDirectory);
    expect(await filled()).toEqual(before);
  });
});
