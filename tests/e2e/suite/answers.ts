import { describe, expect, test } from 'vitest';
import { aPromise, aTeam } from '../../../scripts/walkthrough/payloads.ts';
import {
  acceptance,
  answer,
  commit,
  readReceived,
  receivedWhere,
  requisition,
} from '../../../scripts/walkthrough/steps/received-request.ts';
import { requestWhere } from '../../../scripts/walkthrough/steps/request.ts';
import { readTeam, registerTeam } from '../../../scripts/walkthrough/steps/team.ts';
import { receivedRequestRoutes } from '../../../shared/http/routes/received-requests.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { Deployment } from '../deployment.ts';
import { accepted, agreed, asked, requisitioned } from './missions.ts';
import { LANZHOU, now, refusalOf, sceneOf, XINING } from './scene.ts';

/** What becomes of answers: withdrawn, declined, refused, and two that promise the same team. */
export const describeAnswers = (deployment: Deployment): void => {
  const scene = sceneOf(deployment);
  const { desk } = scene;
  const coordinator = desk('coordinator', XINING);
  const dutyOfficer = desk('duty-officer', LANZHOU);

  describe.concurrent('an answer', () => {
    test('that is withdrawn cannot be requisitioned any more', async () => {
      const { requestId, itemId, teamId } = await accepted(scene);
      const { items } = await readReceived(desk, LANZHOU, requestId);
      const messageId = items[0]?.given?.messageId ?? '';
      const body = { reason: '队伍另有任务' };
      await dutyOfficer.call(receivedRequestRoutes.withdrawAnswer, { params: { requestId, messageId }, body });
      const request = await requestWhere(
        desk,
        XINING,
        requestId,
        ({ placements }) => placements[0]?.status === 'withdrawn',
      );
      expect(request.placements[0]).toMatchObject({ answers: [], reason: body.reason });
      const { costs } = aPromise(now());
      const wanted = [{ city: LANZHOU, itemId, teamIds: [teamId], costs }];
      expect(await refusalOf(requisition(desk, XINING, requestId, wanted))).toMatchObject({
        status: 409,
        code: 'nothing-promised',
      });
    });

    test('that is declined frees the teams it named', async () => {
      const { requestId, itemId } = await accepted(scene);
      const body = { city: LANZHOU, reason: '已有更近的队伍' };
      await coordinator.call(requestRoutes.declineAnswer, { params: { requestId }, body });
      const received = await receivedWhere(desk, LANZHOU, requestId, ({ status }) => status === 'concluded');
      expect(received).toMatchObject({
        declines: [{ reason: body.reason, itemIds: [itemId] }],
        ending: { outcome: 'declined' },
      });
    });

    test('names teams that the registry has, that fit, and at most as many as are asked for', async () => {
      const { requestId, itemId } = await asked(scene);
      const weak = await registerTeam(desk, LANZHOU, aTeam(LANZHOU, now(), { level: 3 }));
      const good = await registerTeam(desk, LANZHOU, aTeam(LANZHOU, now()));
      const refused = async (teamIds: readonly string[]) => {
        const { code, errors } = await refusalOf(
          answer(desk, LANZHOU, requestId, [acceptance(itemId, teamIds, now())]),
        );
        return [code, errors?.[0]?.pointer];
      };
      expect(await refused([weak.teamId])).toEqual(['team-level-too-low', '/items/0/teamIds/0']);
      expect(await refused([requestId])).toEqual(['team-not-found', '/items/0/teamIds/0']);
      expect(await refused([good.teamId, weak.teamId])).toEqual(['more-teams-than-asked', '/items/0/teamIds']);
    });
  });

  describe.concurrent('two requisitions that race for one team', () => {
    test('one wins; the other gets a clear refusal, and its city can be told', async () => {
      const { teamId } = await registerTeam(desk, LANZHOU, aTeam(LANZHOU, now()));
      const agreementId = await agreed(scene);
      const rivals = [
        await requisitioned(scene, { agreementId, teamId }),
        await requisitioned(scene, { agreementId, teamId }),
      ];
      const outcomes = await Promise.allSettled(rivals.map((ids) => commit(desk, LANZHOU, ids, [teamId], now())));
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const loserIndex = outcomes.findIndex(({ status }) => status === 'rejected');
      const [winner, loser] = [rivals[1 - loserIndex], rivals[loserIndex]];
      if (!winner || !loser) throw new Error('one of the two lost');
      const again = commit(desk, LANZHOU, loser, [teamId], now());
      expect(await refusalOf(again)).toMatchObject({ status: 409, code: 'team-already-committed' });
      const { body: team } = await readTeam(desk, LANZHOU, teamId);
      expect(team.commitment?.requestId).toBe(winner.requestId);

      const { requestId, requisitionId } = loser;
      const refusal = { params: { requestId, requisitionId }, body: { reason: '该队已派往另一任务' } };
      await desk('representative', LANZHOU).call(receivedRequestRoutes.refuseRequisition, refusal);
      const lost = await requestWhere(
        desk,
        XINING,
        requestId,
        ({ requisitions }) => requisitions[0]?.status === 'refused',
      );
      expect(lost.requisitions[0]).toMatchObject({ refusal: { reason: refusal.body.reason } });
      const won = await requestWhere(desk, XINING, winner.requestId, ({ deployments }) => deployments.length > 0);
      expect(won.requisitions[0]?.status).toBe('committed');
    });
  });
};
