import type { z } from 'zod';
import type { CityCode } from '../../../shared/domain/kernel/city-code.ts';
import type { Instant } from '../../../shared/domain/kernel/instant.ts';
import type { ItemDecisionSchema } from '../../../shared/domain/received-request/received-request-commands.ts';
import type { Costs } from '../../../shared/domain/vocabulary/costs.ts';
import { receivedRequestRoutes } from '../../../shared/http/routes/received-requests.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { ReceivedRequestView } from '../../../shared/http/views/received-request.ts';
import type { RequestView } from '../../../shared/http/views/request.ts';
import type { Desk } from '../desks.ts';
import { eventually, type Patience } from '../eventually.ts';
import { aPromise } from '../payloads.ts';
import { requestWhere } from './request.ts';

/** An answer to one item as the duty officer gives it. */
export type ItemDecision = z.input<typeof ItemDecisionSchema>;

/** @returns the request as the city that was asked holds it now. */
export const readReceived = async (desk: Desk, city: CityCode, requestId: string): Promise<ReceivedRequestView> =>
  (await desk('duty-officer', city).call(receivedRequestRoutes.readReceivedRequest, { params: { requestId } })).body;

/** Waits until the request is there, and so, at the city that was asked. */
export const receivedWhere = (
  desk: Desk,
  city: CityCode,
  requestId: string,
  fits: (request: ReceivedRequestView) => boolean = () => true,
  patience: Patience = {},
): Promise<ReceivedRequestView> =>
  eventually(
    async () => {
      const request = await readReceived(desk, city, requestId);
      return fits(request) && request;
    },
    { what: `request ${requestId} received in ${city}`, ...patience },
  );

/** @returns an acceptance of an item with these teams. */
export const acceptance = (itemId: string, teamIds: readonly string[], now: Instant): ItemDecision => ({
  response: 'accept',
  itemId,
  teamIds: [...teamIds],
  ...aPromise(now),
});

/** Has the duty officer answer some or all items. */
export const answer = async (
  desk: Desk,
  city: CityCode,
  requestId: string,
  items: readonly ItemDecision[],
): Promise<ReceivedRequestView> => {
  const call = { params: { requestId }, body: { items: [...items] } };
  return (await desk('duty-officer', city).call(receivedRequestRoutes.answerReceivedRequest, call)).body;
};

/** What a city's representative requisitions of one partner's answer to one item. */
export interface Wanted {
  readonly city: CityCode;
  readonly itemId: string;
  readonly teamIds: readonly string[];
  readonly costs: Costs;
}

/** Requisitions teams, signed by the representative, at the price quoted. */
export const requisition = async (
  desk: Desk,
  city: CityCode,
  requestId: string,
  wanted: readonly Wanted[],
): Promise<RequestView> => {
  const requisitions = wanted.map(({ teamIds, ...taking }) => ({
    ...taking,
    teamIds: [...teamIds],
    funding: { fundCode: 'DEMO-2026-0815', fundingInfo: '市级应急救援专项资金（演示）' },
    reason: '到达最快，等级最高',
  }));
  const call = { params: { requestId }, body: { requisitions } };
  return (await desk('representative', city).call(requestRoutes.requisitionTeams, call)).body;
};

/** Which answer is waited for: of which partner, to which item. */
export interface AwaitedAnswer {
  readonly requestId: string;
  readonly by: CityCode;
  readonly itemId: string;
}

/** Waits for a partner's answer to an item. @returns the request at the city `at` that placed it. */
export const answeredBy = (
  desk: Desk,
  at: CityCode,
  { requestId, by, itemId }: AwaitedAnswer,
  patience: Patience = {},
): Promise<RequestView> =>
  requestWhere(
    desk,
    at,
    requestId,
    ({ placements }) =>
      placements.some(
        ({ city, answers }) => city === by && answers.some(({ answer: given }) => given.itemId === itemId),
      ),
    { what: `the answer of ${by} to item ${itemId}`, ...patience },
  );

/** Waits for a requisition that waits for a commitment. @returns its id. */
export const pendingRequisition = async (desk: Desk, city: CityCode, requestId: string): Promise<string> => {
  const isPending = ({ status }: ReceivedRequestView['requisitions'][number]) => status === 'pending';
  const { requisitions } = await receivedWhere(desk, city, requestId, ({ requisitions: all }) => all.some(isPending));
  return requisitions.find(isPending)?.requisition.requisitionId ?? '';
};

/** Commits teams to a requisition, signed by the representative. */
export const commit = async (
  desk: Desk,
  city: CityCode,
  ids: { readonly requestId: string; readonly requisitionId: string },
  teamIds: readonly string[],
  now: Instant,
): Promise<ReceivedRequestView> => {
  const { estimatedDeparture, estimatedArrival } = aPromise(now);
  const call = { params: ids, body: { teamIds: [...teamIds], estimatedDeparture, estimatedArrival } };
  return (await desk('representative', city).call(receivedRequestRoutes.commitRequisition, call)).body;
};
