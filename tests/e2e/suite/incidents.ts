import { describe, expect, test } from 'vitest';
import { eventually } from '../../../scripts/walkthrough/eventually.ts';
import { aFlood, anItem } from '../../../scripts/walkthrough/payloads.ts';
import { approvedRequest } from '../../../scripts/walkthrough/steps/request.ts';
import { verifyStory } from '../../../scripts/walkthrough/steps/story.ts';
import { incidentRoutes as routes } from '../../../shared/http/routes/incidents.ts';
import { overlapRoutes } from '../../../shared/http/routes/overlaps.ts';
import { partnerIncidentRoutes } from '../../../shared/http/routes/partner-incidents.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { Deployment } from '../deployment.ts';
import { agreed } from './missions.ts';
import { LANZHOU, now, refusalOf, sceneOf, XINING } from './scene.ts';

/** An incident from report to file, told to a neighbour who has the same flood. */
export const describeIncidents = (deployment: Deployment): void => {
  const scene = sceneOf(deployment);
  const { desk } = scene;
  const xining = desk('coordinator', XINING);
  const lanzhou = desk('coordinator', LANZHOU);

  /** Looks until what is read fits. @returns it. */
  const when = <T>(read: () => Promise<{ readonly body: T }>, fits: (body: T) => boolean, what: string): Promise<T> =>
    eventually(
      async () => {
        const { body } = await read();
        return fits(body) && body;
      },
      { what },
    );

  describe.concurrent('an incident', () => {
    test('is reported, verified, responded to at a level, ended and closed', async () => {
      const { responseLevel: _, ...report } = aFlood(XINING, now());
      const { body: reported } = await xining.call(routes.openIncident, { body: report });
      const params = { incidentId: reported.incidentId };
      expect(reported.status).toBe('reported');
      const early = xining.call(routes.changeResponseLevel, {
        params,
        body: { responseLevel: 'IV', reason: '启动' },
      });
      expect(await refusalOf(early)).toMatchObject({ status: 409, code: 'incident-not-verified' });
      await desk('duty-officer', XINING).call(routes.verifyIncident, { params, body: { verdict: 'true' } });
      await xining.call(routes.changeResponseLevel, { params, body: { responseLevel: 'III', reason: '启动' } });
      await xining.call(routes.changeResponseLevel, { params, body: { responseLevel: 'II', reason: '水位上涨' } });
      await xining.call(routes.endResponse, { params, body: { reason: '水退' } });
      const { body: closed } = await xining.call(routes.closeIncident, { params, body: { reason: '资料齐全' } });
      expect(closed).toMatchObject({ status: 'closed', levels: [{ step: 'set' }, { step: 'raised' }] });
      expect(await verifyStory(desk, XINING, 'incident', reported.incidentId)).toMatchObject({ intact: true });
    });

    test('is shared with a neighbour, and both know that they mean the same event', async () => {
      const agreementId = await agreed(scene);
      const { body: ours } = await xining.call(routes.openIncident, { body: aFlood(XINING, now()) });
      const { body: theirs, etag = '' } = await lanzhou.call(routes.openIncident, { body: aFlood(LANZHOU, now()) });
      const share = { params: { incidentId: ours.incidentId }, body: { agreementId } };
      await xining.call(routes.shareIncident, share);
      const params = { incidentId: ours.incidentId };
      await when(
        () => lanzhou.call(partnerIncidentRoutes.listPartnerIncidents, {}),
        ({ items }) => items.some(({ incidentId }) => incidentId === ours.incidentId),
        'Lanzhou hears of the incident',
      );
      const related = await lanzhou.call(routes.relateIncident, {
        params: { incidentId: theirs.incidentId },
        body: { relations: [{ relation: 'same', city: XINING, incidentId: ours.incidentId }] },
        ifMatch: etag,
      });
      expect(related.body.relations).toMatchObject([{ relation: 'same', saidBy: 'this' }]);
      await lanzhou.call(routes.shareIncident, {
        params: { incidentId: theirs.incidentId },
        body: { agreementId },
      });
      const known = await when(
        () => xining.call(routes.readIncident, { params }),
        ({ relations }) => relations.length > 0,
        'Xining hears that it is the same event',
      );
      expect(known.relations).toMatchObject([{ relation: 'same', city: LANZHOU, incidentId: theirs.incidentId }]);
      await xining.call(routes.closeIncident, { params, body: { reason: '水退' } });
      await when(
        () => lanzhou.call(partnerIncidentRoutes.readPartnerIncident, { params }),
        ({ status }) => status === 'closed',
        'Lanzhou hears that it is over',
      );
    });

    test('asked for twice shows it, with sums against the need', async () => {
      const at = now();
      const needs = [{ kind: 'water-rescue' as const, quantity: 1 }];
      const incident = aFlood(XINING, at, { needs });
      const first = await approvedRequest(desk, { city: XINING, incident, items: [anItem(XINING, at)] });
      const { incidentId } = first.incident;
      const { body: second } = await xining.call(requestRoutes.draftRequest, {
        body: { incidentId, items: [anItem(XINING, at)] },
      });
      const overlaps = await when(
        () => xining.call(overlapRoutes.listOverlaps, { query: { requestId: second.requestId } }),
        ({ overlaps: found }) => found.some(({ other }) => other.requestId === first.requestId),
        'the first request is compared with the second',
      );
      // Other scenes may ask for the same in the same place.
      const ofFirst = overlaps.overlaps.find(({ other }) => other.requestId === first.requestId);
      expect(ofFirst).toMatchObject({ scope: 'within-city', sameEvent: true });
      expect(overlaps.totals).toMatchObject([{ kind: 'water-rescue', need: 1 }]);
    });
  });
};
