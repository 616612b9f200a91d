import { inject } from 'vitest';
import { createDesk, type Desk } from '../../scripts/walkthrough/desks.ts';
import { eventually } from '../../scripts/walkthrough/eventually.ts';
import { aFlood, anItem, aPromise, aTeam, type TeamEntry } from '../../scripts/walkthrough/payloads.ts';
import { runningService } from '../../scripts/walkthrough/running-service.ts';
import { deploymentWhere } from '../../scripts/walkthrough/steps/deployment.ts';
import {
  acceptance,
  answer,
  answeredBy,
  commit,
  pendingRequisition,
  receivedWhere,
  requisition,
} from '../../scripts/walkthrough/steps/received-request.ts';
import { placedRequest } from '../../scripts/walkthrough/steps/request.ts';
import { registerTeam } from '../../scripts/walkthrough/steps/team.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import type { DraftItem } from '../../shared/domain/request/request-item.ts';
import { agreementRoutes } from '../../shared/http/routes/agreements.ts';
import { lookupRoutes } from '../../shared/http/routes/lookup.ts';

export const XINING: CityCode = '630100';
export const LANZHOU: CityCode = '620100';

/** @returns the desks of the service that all browser tests look at. */
export const serviceDesk = (): Desk => createDesk(runningService(inject('serviceUrl'), fetch));

const instant = (): string => new Date().toISOString();

/** @returns the id of the agreement of Xining with a neighbour. */
export const agreementWith = async (desk: Desk, partner: CityCode): Promise<string> => {
  const { body } = await desk('coordinator', XINING).call(agreementRoutes.listAgreements, {
    query: { status: 'in-force', limit: 100 },
  });
  const found = body.items.find(({ proposer, partner: other }) => proposer === partner || other === partner);
  if (!found) throw new Error(`no agreement with ${partner}`);
  return found.agreementId;
};

/** Has Xining ask Lanzhou, and waits until the request is there. @returns its id and those of its items. */
export const askedOfLanzhou = async (
  desk: Desk,
  title: string,
  items: readonly DraftItem[] = [anItem(XINING, instant())],
): Promise<{ readonly requestId: string; readonly itemIds: readonly string[] }> => {
  const { requestId, items: asked } = await placedRequest(desk, {
    city: XINING,
    incident: aFlood(XINING, instant(), { title }),
    items,
    agreementIds: [await agreementWith(desk, LANZHOU)],
  });
  await receivedWhere(desk, LANZHOU, requestId);
  return { requestId, itemIds: asked.map(({ itemId }) => itemId) };
};

/** Registers a team in Lanzhou, and waits until it can be looked up. @returns its id. */
export const teamInLanzhou = async (desk: Desk, overrides: Partial<TeamEntry> & { readonly name: string }) => {
  const { teamId } = await registerTeam(desk, LANZHOU, aTeam(LANZHOU, instant(), overrides));
  await eventually(async () => {
    const { body } = await desk('coordinator', LANZHOU).call(lookupRoutes.lookUp, { query: { q: overrides.name } });
    return body.items.some(({ entry }) => entry.id === teamId);
  });
  return teamId;
};

/** Has a team of Lanzhou answered with, and Xining requisition it; waits until the requisition is there. */
export const requisitionedFromLanzhou = async (desk: Desk, title: string, teamName: string) => {
  const teamId = await teamInLanzhou(desk, { name: teamName });
  const { requestId, itemIds } = await askedOfLanzhou(desk, title);
  const [itemId = ''] = itemIds;
  await answer(desk, LANZHOU, requestId, [acceptance(itemId, [teamId], instant())]);
  await answeredBy(desk, XINING, { requestId, by: LANZHOU, itemId });
  const { costs } = aPromise(instant());
  await requisition(desk, XINING, requestId, [{ city: LANZHOU, itemId, teamIds: [teamId], costs }]);
  const requisitionId = await pendingRequisition(desk, LANZHOU, requestId);
  return { teamId, requestId, itemId, requisitionId };
};

/** The same, committed: the team is on its mission. @returns also the deployment's id, which both ends hold. */
export const deployedFromLanzhou = async (desk: Desk, title: string, teamName: string) => {
  const ids = await requisitionedFromLanzhou(desk, title, teamName);
  const { requisitions } = await commit(desk, LANZHOU, ids, [ids.teamId], instant());
  const [begun] = requisitions.flatMap((each) => (each.status === 'committed' ? each.deployments : []));
  const deploymentId = begun?.deploymentId ?? '';
  await deploymentWhere(desk, XINING, deploymentId);
  return { ...ids, deploymentId };
};
