import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import { type Instant, InstantSchema } from '../../shared/domain/kernel/instant.ts';
import { RESOURCE_KINDS, ResourceKindSchema } from '../../shared/domain/vocabulary/resource-kinds.ts';
import { agreementRoutes } from '../../shared/http/routes/agreements.ts';
import { teamRoutes } from '../../shared/http/routes/teams.ts';
import { cityName } from '../../shared/reference/cities.ts';
import { createDesk, type Desk } from '../walkthrough/desks.ts';
import { aTeam, placeIn, someTerms } from '../walkthrough/payloads.ts';
import { runningService } from '../walkthrough/running-service.ts';
import { agreementAt, fingerprintOf } from '../walkthrough/steps/agreement.ts';
import { DEMO_TEAMS, type DemoTeam } from './demo-teams.ts';

/** The city whose neighbours have signed with it. */
const HOME: CityCode = '630100';

const cities = Object.keys(DEMO_TEAMS);

/** Every call bears a key of its own, so that a start that was killed in the middle goes on where it stopped. */
const keyOf = (...parts: readonly string[]): string => ['seed', ...parts].join('-');

const registerTeam = async (desk: Desk, city: CityCode, team: DemoTeam, now: Instant): Promise<void> => {
  const place = cityName(city);
  await desk('coordinator', city).call(teamRoutes.registerTeam, {
    idempotencyKey: keyOf('team', city, team.kind),
    body: aTeam(city, now, {
      ...team,
      name: `${place.zh}${team.name}`,
      nameEn: `${place.en} ${team.nameEn}`,
      hazards: [...team.hazards],
      equipment: team.equipment.map(([name, quantity, unit]) => ({ name, quantity, unit })),
      base: placeIn(city, `${place.zh}${RESOURCE_KINDS[team.kind].zh}基地（演示）`),
    }),
  });
};

/** Two representatives who have telephoned sign for their cities. */
const signWith = async (desk: Desk, partner: CityCode, now: Instant): Promise<void> => {
  const title = `${cityName(HOME).zh}·${cityName(partner).zh}应急救援联动工作备忘录（演示）`;
  const { body: proposed } = await desk('representative', HOME).call(agreementRoutes.proposeAgreement, {
    idempotencyKey: keyOf('propose', partner),
    body: {
      partner,
      partnerKeyId: await fingerprintOf(desk, partner),
      terms: someTerms(now, {
        title,
        hazards: ['flood', 'earthquake', 'geological', 'chemical', 'snow-and-ice', 'utilities'],
        resourceKinds: ResourceKindSchema.options,
      }),
    },
  });
  const { agreementId } = proposed;
  await agreementAt(desk, partner, agreementId, {});
  await desk('representative', partner).call(agreementRoutes.countersignAgreement, {
    idempotencyKey: keyOf('countersign', partner),
    params: { agreementId },
    body: { proposerKeyId: await fingerprintOf(desk, HOME) },
  });
  await agreementAt(desk, HOME, agreementId, { status: 'in-force' });
};

const SeedNoteSchema = z.strictObject({ startedAt: InstantSchema, finished: z.boolean() });
type SeedNote = z.infer<typeof SeedNoteSchema>;

/** How far the seeding of a data directory has come. What is said depends on when it began, and must be the same when it goes on. */
const readNote = (file: string): SeedNote =>
  existsSync(file)
    ? SeedNoteSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    : { startedAt: new Date().toISOString(), finished: false };

/**
 * Fills the demo cities once, through the same API that people use: teams in each, and agreements of the first with all others.
 * @param dataDirectory where it is noted how far it has come.
 */
export const seedOnce = async (url: string, dataDirectory: string): Promise<void> => {
  const file = join(dataDirectory, 'seed.json');
  const note = readNote(file);
  if (note.finished) return;
  writeFileSync(file, JSON.stringify(note));
  const desk = createDesk(runningService(url, fetch));
  await Promise.all(
    cities.map(async (city) => {
      for (const team of DEMO_TEAMS[city] ?? []) await registerTeam(desk, city, team, note.startedAt);
    }),
  );
  const partners = cities.filter((city) => city !== HOME);
  await Promise.all(partners.map((partner) => signWith(desk, partner, note.startedAt)));
  writeFileSync(file, JSON.stringify({ ...note, finished: true } satisfies SeedNote));
};
