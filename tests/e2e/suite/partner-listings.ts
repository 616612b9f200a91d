import { describe, expect, test } from 'vitest';
import { eventually } from '../../../scripts/walkthrough/eventually.ts';
import { anExpert, aTeam, EVERYTHING_LISTED, someTerms } from '../../../scripts/walkthrough/payloads.ts';
import { agreementAt, signAgreement } from '../../../scripts/walkthrough/steps/agreement.ts';
import { appointExpert } from '../../../scripts/walkthrough/steps/expert.ts';
import { readTeam, registerTeam } from '../../../scripts/walkthrough/steps/team.ts';
import type { PartnerEntry } from '../../../shared/domain/registry/partner-entry.ts';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { lookupRoutes } from '../../../shared/http/routes/lookup.ts';
import { partnerListingRoutes } from '../../../shared/http/routes/partner-listings.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import type { Deployment } from '../deployment.ts';
import { LANZHOU, now, sceneOf, XINING } from './scene.ts';

/** Every wait is for a change, its stream, a message to the other city and the stream there. */
const PATIENCE_MS = 90_000;

/** What two cities keep of one another's registries: shared, changed, withdrawn, ended. */
export const describePartnerListings = (deployment: Deployment): void => {
  const { desk } = sceneOf(deployment);
  const xining = desk('coordinator', XINING);
  const lanzhou = desk('coordinator', LANZHOU);

  /** @returns what Xining holds under an agreement, by id. */
  const held = async (agreementId: string): Promise<ReadonlyMap<string, PartnerEntry>> => {
    const call = { params: { agreementId }, query: { limit: 200 } };
    const { body } = await xining.call(partnerListingRoutes.listPartnerListings, call);
    return new Map(body.items.map(({ entry }) => [entry.id, entry]));
  };
  const untilHeld = (
    agreementId: string,
    id: string,
    fits: (entry: PartnerEntry | undefined) => boolean,
    what: string,
  ) => eventually(async () => fits((await held(agreementId)).get(id)), { what, timeoutMs: PATIENCE_MS });

  /** @returns under which agreements Xining finds an entry of Lanzhou's. */
  const foundUnder = async (q: string, id: string): Promise<readonly string[]> => {
    const { body } = await xining.call(lookupRoutes.lookUp, { query: { q, city: LANZHOU, limit: 50 } });
    return body.items.find(({ entry }) => entry.id === id)?.agreements ?? [];
  };

  describe.concurrent('listings under an agreement', () => {
    test('are shared without personal data, follow the registry, and go when it ends', {
      timeout: 3 * PATIENCE_MS,
    }, async () => {
      const at = now();
      const name = '虚构黄河湿地搜救队';
      const entry = aTeam(LANZHOU, at, { name, kind: 'water-rescue', hazards: ['flood'] });
      const { teamId } = await registerTeam(desk, LANZHOU, entry);
      const { expertId } = await appointExpert(desk, LANZHOU, { ...anExpert(LANZHOU, at), hazards: ['flood'] });
      const terms = someTerms(at, { hazards: ['flood'], listings: EVERYTHING_LISTED });
      const agreementId = await signAgreement(desk, { from: XINING, to: LANZHOU, terms });
      const params = { agreementId };

      await untilHeld(agreementId, teamId, (team) => team?.name === name, 'the team at the partner');
      await untilHeld(agreementId, expertId, (expert) => expert !== undefined, 'the expert at the partner');
      const text = JSON.stringify([...(await held(agreementId)).values()]);
      expect(text).not.toMatch(/演示联系人|000-0000|team-leader@|expert@/);
      expect(text).not.toContain(anExpert(LANZHOU, at).name);
      await eventually(async () => (await foundUnder('黄河湿地', teamId)).includes(agreementId), {
        what: 'the lookup',
        timeoutMs: PATIENCE_MS,
      });

      const { etag = '' } = await readTeam(desk, LANZHOU, teamId);
      const { dutyContact: _, ...details } = entry;
      const body = { ...details, headcount: 77 };
      await lanzhou.call(teamRoutes.changeTeam, { params: { teamId }, body, ifMatch: etag });
      await untilHeld(agreementId, teamId, (team) => team?.headcount === 77, 'the change at the partner');
      const shared = await lanzhou.call(partnerListingRoutes.listSharedListings, { params, query: { limit: 200 } });
      expect(shared.body.items.find(({ entry: { id } }) => id === teamId)?.entry.headcount).toBe(77);

      await lanzhou.call(teamRoutes.retireTeam, { params: { teamId }, body: { reason: '队伍整编（演示）' } });
      await untilHeld(agreementId, teamId, (team) => team === undefined, 'the withdrawal');
      expect((await held(agreementId)).has(expertId)).toBe(true);

      const ending = { params, body: { reason: '期满前协商终止（演示）' } };
      await desk('representative', LANZHOU).call(agreementRoutes.terminateAgreement, ending);
      await agreementAt(desk, XINING, agreementId, { status: 'terminated' });
      expect((await held(agreementId)).size).toBe(0);
      const query = { city: LANZHOU, limit: 200 };
      const statusOf = async () => {
        const shares = await xining.call(partnerListingRoutes.listListingShares, { query });
        return shares.body.items.find((share) => share.agreementId === agreementId);
      };
      await eventually(async () => (await statusOf())?.theirs.status === 'none', {
        what: 'the end of what was held',
        timeoutMs: PATIENCE_MS,
      });
      expect(await statusOf()).toMatchObject({ standing: 'ended', partner: LANZHOU });
    });
  });
};
