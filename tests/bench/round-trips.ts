import { aFlood, anItem, aPromise, aTeam, someTerms } from '../../scripts/walkthrough/payloads.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import { agreementRoutes } from '../../shared/http/routes/agreements.ts';
import { deploymentRoutes } from '../../shared/http/routes/deployments.ts';
import { incidentRoutes } from '../../shared/http/routes/incidents.ts';
import { receivedRequestRoutes } from '../../shared/http/routes/received-requests.ts';
import { requestRoutes } from '../../shared/http/routes/requests.ts';
import { teamRoutes } from '../../shared/http/routes/teams.ts';
import { startDynoxide } from '../support/dynoxide.ts';
import { Account } from './account.ts';
import { openMeteredCities } from './metered-cities.ts';

const XINING = '630100';
const LANZHOU = '620100';
/** As many as one command may place a request with. */
const PARTNERS: readonly CityCode[] = [LANZHOU, ...Array.from({ length: 19 }, (_, n) => `64${10 + n}00`)];

/** A command makes these round trips and no other. */
const COMMAND = ['BatchGetItem', 'TransactWriteItems'].join();

const now = (): string => new Date().toISOString();

/** Signs an agreement of Xining with each partner; the first is accounted for. @returns their ids. */
const signAgreements = async (account: Account, keyIdOf: (city: CityCode) => Promise<string>) => {
  const ids: string[] = [];
  for (const partner of PARTNERS) {
    const first = ids.length === 0;
    const { agreementId } = await account.command(
      first ? 'propose agreement' : undefined,
      `representative@${XINING}`,
      agreementRoutes.proposeAgreement,
      { body: { partner, partnerKeyId: await keyIdOf(partner), terms: someTerms(now()) } },
    );
    await account.command(
      first ? 'countersign agreement' : undefined,
      `representative@${partner}`,
      agreementRoutes.countersignAgreement,
      { params: { agreementId }, body: { proposerKeyId: await keyIdOf(XINING) } },
    );
    ids.push(agreementId);
  }
  return ids;
};

/** From incident to placement with these partners. @returns the request as placed. */
const placeRequest = async (account: Account, agreementIds: readonly string[]) => {
  const first = agreementIds.length === 1;
  const coordinator = `coordinator@${XINING}`;
  const named = (name: string) => (first ? name : undefined);
  const { incidentId } = await account.command(named('open incident'), coordinator, incidentRoutes.openIncident, {
    body: aFlood(XINING, now()),
  });
  const { requestId } = await account.command(named('draft request'), coordinator, requestRoutes.draftRequest, {
    body: { incidentId, items: [anItem(XINING, now())] },
  });
  const params = { requestId };
  await account.command(named('approve request'), `approver@${XINING}`, requestRoutes.approveRequest, { params });
  const count = agreementIds.length;
  return account.command(
    `place request with ${count} ${first ? 'partner' : 'partners'}`,
    coordinator,
    requestRoutes.placeRequest,
    { params, body: { agreementIds } },
  );
};

/** From Lanzhou's answer to the team's first report. */
const sendTeam = async (account: Account, requestId: string, itemId: string, teamId: string) => {
  const { costs, ...estimates } = aPromise(now());
  const params = { requestId };
  const teamIds = [teamId];
  await account.command('answer request', `duty-officer@${LANZHOU}`, receivedRequestRoutes.answerReceivedRequest, {
    params,
    body: { items: [{ response: 'accept', itemId, teamIds, costs, ...estimates }] },
  });
  const taking = { city: LANZHOU, itemId, teamIds, costs, funding: { fundCode: 'BENCH' }, reason: '最近' };
  const { requisitions } = await account.command(
    'requisition team',
    `representative@${XINING}`,
    requestRoutes.requisitionTeams,
    { params, body: { requisitions: [taking] } },
  );
  const requisitionId = requisitions[0]?.requisition.requisitionId ?? '';
  await account.command('commit team', `representative@${LANZHOU}`, receivedRequestRoutes.commitRequisition, {
    params: { requestId, requisitionId },
    body: { teamIds, ...estimates },
  });
  const { deployments } = await account.lookup('read request', `coordinator@${XINING}`, requestRoutes.readRequest, {
    params,
  });
  const deploymentId = deployments[0]?.deploymentId ?? '';
  await account.command('report departure', `team-leader@${LANZHOU}`, deploymentRoutes.reportDeployment, {
    params: { deploymentId },
    body: { status: 'departed', at: now() },
  });
  return deploymentId;
};

/** Looks up what the job has left behind. */
const lookUp = async (
  account: Account,
  ids: {
    readonly agreementId: string;
    readonly teamId: string;
    readonly requestId: string;
    readonly deploymentId: string;
  },
): Promise<void> => {
  const officer = `duty-officer@${LANZHOU}`;
  const coordinator = `coordinator@${XINING}`;
  const { agreementId, teamId, requestId, deploymentId } = ids;
  await account.lookup('read team', officer, teamRoutes.readTeam, { params: { teamId } });
  await account.lookup('list teams', officer, teamRoutes.listTeams);
  await account.lookup('list teams of a kind', officer, teamRoutes.listTeams, { query: { kind: 'water-rescue' } });
  await account.lookup('read agreement', coordinator, agreementRoutes.readAgreement, { params: { agreementId } });
  await account.lookup('list 20 agreements', coordinator, agreementRoutes.listAgreements, { query: { limit: '20' } });
  await account.lookup('list requests', coordinator, requestRoutes.listRequests);
  await account.lookup('compare answers', coordinator, requestRoutes.compareAnswers, { params: { requestId } });
  await account.lookup('read received request', officer, receivedRequestRoutes.readReceivedRequest, {
    params: { requestId },
  });
  await account.lookup('read deployment', officer, deploymentRoutes.readDeployment, { params: { deploymentId } });
  await account.lookup('list deployments', officer, deploymentRoutes.listDeployments);
};

/**
 * Plays the main job with the real handlers on a DynamoDB-compatible server that meters capacity units.
 * @throws Error when a command makes other round trips than one read and one transaction.
 */
export const benchRoundTrips = async () => {
  const dynoxide = await startDynoxide();
  try {
    const cities = await openMeteredCities(dynoxide, [XINING, ...PARTNERS]);
    const account = new Account(cities);
    const agreementIds = await signAgreements(account, cities.keyIdOf);
    const [agreementId = ''] = agreementIds;
    const details = aTeam(LANZHOU, now());
    const { teamId } = await account.command('register team', `coordinator@${LANZHOU}`, teamRoutes.registerTeam, {
      body: details,
    });
    const { requestId, items } = await placeRequest(account, [agreementId]);
    await placeRequest(account, agreementIds);
    const deploymentId = await sendTeam(account, requestId, items[0]?.itemId ?? '', teamId);
    await lookUp(account, { agreementId, teamId, requestId, deploymentId });
    const { commands, lookups, receptions } = account;
    const wrong = commands.filter(({ roundTrips }) => roundTrips.join() !== COMMAND);
    return { commands, lookups, receptions, wrong };
  } finally {
    await dynoxide.stop();
  }
};
