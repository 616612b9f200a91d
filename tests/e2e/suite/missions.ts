import { aFlood, anItem, aPromise, aTeam, someTerms } from '../../../scripts/walkthrough/payloads.ts';
import { signAgreement } from '../../../scripts/walkthrough/steps/agreement.ts';
import { deploymentWhere } from '../../../scripts/walkthrough/steps/deployment.ts';
import {
  acceptance,
  answer,
  answeredBy,
  commit,
  pendingRequisition,
  receivedWhere,
  requisition,
} from '../../../scripts/walkthrough/steps/received-request.ts';
import { placedRequest, requestWhere } from '../../../scripts/walkthrough/steps/request.ts';
import { registerTeam } from '../../../scripts/walkthrough/steps/team.ts';
import { plus } from '../../../shared/domain/kernel/instant.ts';
import { LANZHOU, now, type Scene, XINING } from './scene.ts';

/** How far most scenarios must get before theirs begins: Xining asks Lanzhou for one team. */

/** @returns an agreement in force between Xining and Lanzhou. */
export const agreed = ({ desk }: Scene, terms = someTerms(now())): Promise<string> =>
  signAgreement(desk, { from: XINING, to: LANZHOU, terms });

/** At least this long must be left of an agreement that is to be signed before it ends, milliseconds. */
const SIGNING_MS = 2_000;

/** @returns the end of a validity that is over soon, though not before both have signed, at the pace of this deployment. */
export const soonOver = async (scene: Scene): Promise<string> => {
  const start = performance.now();
  await agreed(scene);
  return plus(now(), SIGNING_MS + 2 * Math.ceil(performance.now() - start));
};

/** @returns a request of Xining for one item, there at Lanzhou. */
export const asked = async (
  scene: Scene,
  { agreementId, item = anItem(XINING, now()) }: { agreementId?: string; item?: ReturnType<typeof anItem> } = {},
) => {
  const { desk } = scene;
  const agreement = agreementId ?? (await agreed(scene));
  const at = now();
  const { requestId, items } = await placedRequest(desk, {
    city: XINING,
    incident: aFlood(XINING, at),
    items: [item],
    agreementIds: [agreement],
  });
  await receivedWhere(desk, LANZHOU, requestId);
  return { agreementId: agreement, requestId, itemId: items[0]?.itemId ?? '' };
};

/** @returns a request that Lanzhou has accepted with one team, known at Xining. */
export const accepted = async (
  scene: Scene,
  { agreementId, teamId }: { agreementId?: string; teamId?: string } = {},
) => {
  const { desk } = scene;
  const named = teamId ?? (await registerTeam(desk, LANZHOU, aTeam(LANZHOU, now()))).teamId;
  const ids = await asked(scene, agreementId === undefined ? {} : { agreementId });
  await answer(desk, LANZHOU, ids.requestId, [acceptance(ids.itemId, [named], now())]);
  await answeredBy(desk, XINING, { requestId: ids.requestId, by: LANZHOU, itemId: ids.itemId });
  return { ...ids, teamId: named };
};

/** @returns a requisition of that team that waits at Lanzhou for its representative. */
export const requisitioned = async (scene: Scene, options: { agreementId?: string; teamId?: string } = {}) => {
  const { desk } = scene;
  const ids = await accepted(scene, options);
  const { requestId, itemId, teamId } = ids;
  const { costs } = aPromise(now());
  await requisition(desk, XINING, requestId, [{ city: LANZHOU, itemId, teamIds: [teamId], costs }]);
  return { ...ids, requisitionId: await pendingRequisition(desk, LANZHOU, requestId) };
};

/** @returns a team of Lanzhou on its mission for Xining, known at both ends. */
export const committed = async (scene: Scene) => {
  const { desk } = scene;
  const ids = await requisitioned(scene);
  await commit(desk, LANZHOU, ids, [ids.teamId], now());
  const { deployments } = await requestWhere(desk, XINING, ids.requestId, ({ deployments: all }) => all.length > 0);
  const deploymentId = deployments[0]?.deploymentId ?? '';
  await deploymentWhere(desk, XINING, deploymentId);
  return { ...ids, deploymentId };
};
