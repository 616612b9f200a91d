import type { CityCode } from '../../../shared/domain/kernel/city-code.ts';
import type { DraftItem } from '../../../shared/domain/request/request-item.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { RequestView } from '../../../shared/http/views/request.ts';
import type { Desk } from '../desks.ts';
import { eventually, type Patience } from '../eventually.ts';
import type { IncidentEntry } from '../payloads.ts';

/** What a city asks its partners for. */
export interface Asked {
  readonly city: CityCode;
  readonly incident: IncidentEntry;
  readonly items: readonly DraftItem[];
}

/** @returns the id of the incident, opened by the coordinator. */
export const openIncident = async (desk: Desk, city: CityCode, body: IncidentEntry): Promise<string> =>
  (await desk('coordinator', city).call(incidentRoutes.openIncident, { body })).body.incidentId;

/** @returns a draft, written by the coordinator. */
export const draft = async (
  desk: Desk,
  city: CityCode,
  incidentId: string,
  items: readonly DraftItem[],
): Promise<RequestView> =>
  (await desk('coordinator', city).call(requestRoutes.draftRequest, { body: { incidentId, items: [...items] } })).body;

/** Has the approver approve a draft. */
export const approve = async (desk: Desk, city: CityCode, requestId: string): Promise<RequestView> =>
  (await desk('approver', city).call(requestRoutes.approveRequest, { params: { requestId } })).body;

/** Places an approved request with partners. */
export const place = async (
  desk: Desk,
  city: CityCode,
  requestId: string,
  agreementIds: readonly string[],
): Promise<RequestView> => {
  const call = { params: { requestId }, body: { agreementIds: [...agreementIds] } };
  return (await desk('coordinator', city).call(requestRoutes.placeRequest, call)).body;
};

/** Opens an incident, drafts a request for it and has it approved. */
export const approvedRequest = async (desk: Desk, { city, incident, items }: Asked): Promise<RequestView> => {
  const { requestId } = await draft(desk, city, await openIncident(desk, city, incident), items);
  return approve(desk, city, requestId);
};

/** From incident to placement. @returns the request as placed. */
export const placedRequest = async (
  desk: Desk,
  asked: Asked & { readonly agreementIds: readonly string[] },
): Promise<RequestView> => {
  const { requestId } = await approvedRequest(desk, asked);
  return place(desk, asked.city, requestId, asked.agreementIds);
};

/** @returns the request as its city holds it now. */
export const readRequest = async (desk: Desk, city: CityCode, requestId: string): Promise<RequestView> =>
  (await desk('coordinator', city).call(requestRoutes.readRequest, { params: { requestId } })).body;

/** Waits until the request is so at the city that placed it. */
export const requestWhere = (
  desk: Desk,
  city: CityCode,
  requestId: string,
  fits: (request: RequestView) => boolean,
  patience: Patience = {},
): Promise<RequestView> =>
  eventually(
    async () => {
      const request = await readRequest(desk, city, requestId);
      return fits(request) && request;
    },
    { what: `request ${requestId} in ${city}`, ...patience },
  );
