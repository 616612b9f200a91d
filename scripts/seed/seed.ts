import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type SpreadsheetKind, SpreadsheetKindSchema } from '../../shared/domain/import-job/spreadsheet-kind.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import { ResourceKindSchema } from '../../shared/domain/vocabulary/resource-kinds.ts';
import { agreementRoutes } from '../../shared/http/routes/agreements.ts';
import { cityName } from '../../shared/reference/cities.ts';
import { createDesk, type Desk } from '../walkthrough/desks.ts';
import { EVERYTHING_LISTED, someTerms } from '../walkthrough/payloads.ts';
import { runningService } from '../walkthrough/running-service.ts';
import { agreementAt, fingerprintOf } from '../walkthrough/steps/agreement.ts';
import { applyImport, dryRun, type Importer } from '../walkthrough/steps/spreadsheet.ts';
import { demoCities, demoFile } from './demo-files.ts';
import { introducePeople } from './people.ts';
import { filePlans } from './plans.ts';
import { keepRoster } from './rosters.ts';
import { openSeedNote, type SeedNote } from './seed-note.ts';

/** The city whose neighbours have signed with it. */
const HOME: CityCode = '630100';

const cities = demoCities();

/** Every call bears a key of its own, so that a start that was killed in the middle goes on where it stopped. */
const keyOf = (...parts: readonly string[]): string => ['seed', ...parts].join('-');

/** The kinds of entry in the order in which they are brought in: what others name comes first. */
const KINDS = SpreadsheetKindSchema.options;

/** How often a file is brought in that meets others at work on the same entries: what a start that was killed left behind. */
const ATTEMPTS = 5;

/** Brings a file in as any office would; a second time it changes nothing. */
const bringIn = async (importer: Importer, kind: SpreadsheetKind): Promise<void> => {
  const path = demoFile(importer.city, kind);
  if (!existsSync(path)) return;
  const file = { kind, fileName: basename(path), bytes: new Uint8Array(readFileSync(path)) };
  for (let attempt = 1; ; attempt += 1) {
    const checked = await dryRun(importer, file);
    const done = checked.status === 'ready' ? await applyImport(importer, checked) : checked;
    if (done.status === 'done' && done.errors === 0) return;
    if (done.status !== 'done' || attempt === ATTEMPTS)
      throw new Error(`${path} was not imported: ${done.status} ${JSON.stringify(done.firstErrors)}`);
  }
};

const fill = async (importer: Importer, note: SeedNote, url: string): Promise<void> => {
  const { desk, city } = importer;
  for (const kind of KINDS) await note.once(`${city}/${kind}`, () => bringIn(importer, kind));
  await note.once(`${city}/plans-with-requests`, () => filePlans(desk, city));
  await note.once(`${city}/duty-room`, () => keepRoster(desk, city, new Date().toISOString()));
  await note.once(`${city}/people`, () => introducePeople(desk, city, url));
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
        listings: EVERYTHING_LISTED,
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

/**
 * Fills the demo cities once, through the same API that people use: the registry of each from files, the roster of its duty room,
 * and agreements of the first with all others.
 * @param dataDirectory where it is noted how far it has come.
 * @param onBegin told before anything is done.
 * @returns whether there was anything to do.
 */
export const seedOnce = async (
  url: string,
  dataDirectory: string,
  onBegin: () => void = () => undefined,
): Promise<boolean> => {
  const note = openSeedNote(dataDirectory);
  if (note.isFinished) return false;
  onBegin();
  const service = runningService(url, fetch);
  const desk = createDesk(service);
  await Promise.all(cities.map((city) => fill({ desk, city, fetch, baseUrl: service.baseUrl(city) }, note, url)));
  const partners = cities.filter((city) => city !== HOME);
  await Promise.all(partners.map((partner) => signWith(desk, partner, note.startedAt)));
  note.finish();
  return true;
};
