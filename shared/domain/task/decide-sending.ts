import { agencyUnavailability } from '../agency/agency-availability.ts';
import { AGENCY_REFUSALS } from '../agency/agency-refusals.ts';
import { INCIDENT_REFUSALS, overRefusal } from '../incident/incident-refusals.ts';
import { summaryOf } from '../incident/incident-state.ts';
import { accept, type Circumstances, refuse } from '../kernel/decision.ts';
import { type Instant, MINUTE_MS, plus } from '../kernel/instant.ts';
import { done } from '../request/deciding.ts';
import type { RequestItem } from '../request/request-item.ts';
import { REQUEST_REFUSALS } from '../request/request-refusals.ts';
import type { RequestState } from '../request/request-state.ts';
import { type TaskDecision, wrongStatus } from './deciding.ts';
import type { Addressee, SendTask, TaskCommandOf, TaskOrigin } from './task-commands.ts';
import { type TaskDetails, TEAMS } from './task-details.ts';
import type { TaskEventOf } from './task-events.ts';
import type { Offered } from './task-offer.ts';
import { TASK_REFUSALS as REFUSALS } from './task-refusals.ts';
import { concerns, isEnded, MAXIMUM_OFFERS, type TaskState } from './task-state.ts';

type Refused = Extract<TaskDecision, { accepted: false }>;
type Origin = Pick<TaskEventOf<'taskSent'>, 'incident' | 'exercise' | 'source' | 'details'>;

const isRefused = (value: object): value is Refused => 'refusal' in value;

/** @returns the agency as the task is put to it, or why it cannot be. */
const offered = (
  task: TaskState | undefined,
  { agency, pointer }: Addressee,
  replyBy: Instant | undefined,
  now: Instant,
): Offered | Refused => {
  if (!agency) return refuse(AGENCY_REFUSALS.unknown, {}, pointer);
  const refusal = agencyUnavailability(agency, now);
  if (refusal) return { accepted: false, refusal: { ...refusal, pointer } };
  const { name, agreement } = agency.details;
  if (task && concerns(task, agency.id)) return refuse(REFUSALS.alreadyAsked, { agency: name }, pointer);
  if (replyBy !== undefined && replyBy <= now) return refuse(REFUSALS.replyInThePast, { replyBy }, '/replyBy');
  return {
    agencyId: agency.id,
    agencyName: name,
    replyBy: replyBy ?? plus(now, agreement.replyMinutes * MINUTE_MS),
  };
};

const offeredToAll = (
  task: TaskState | undefined,
  { addressees, replyBy }: Pick<SendTask, 'addressees' | 'replyBy'>,
  now: Instant,
): readonly Offered[] | Refused => {
  if ((task?.offers.length ?? 0) + addressees.length > MAXIMUM_OFFERS)
    return refuse(REFUSALS.tooManyOffers, { maximum: MAXIMUM_OFFERS });
  const offers = addressees.map((addressee) => offered(task, addressee, replyBy, now));
  return offers.find(isRefused) ?? offers.filter((offer): offer is Offered => !isRefused(offer));
};

/** @returns what the item says, in the words of a task. */
export const taskDetailsOf = ({ mission, kind, quantity, neededBy, reportingPoint }: RequestItem): TaskDetails => ({
  mission,
  kind,
  quantity,
  unit: TEAMS,
  neededBy,
  position: reportingPoint,
});

const isOver = ({ status }: RequestState): boolean => status === 'closed' || status === 'cancelled';

const originOf = (origin: TaskOrigin): Origin | Refused => {
  if (origin.kind === 'incident') {
    const { incident, details } = origin;
    if (!incident) return refuse(INCIDENT_REFUSALS.unknown, {}, '/incidentId');
    const refusal = overRefusal(incident, '/incidentId');
    if (refusal) return { accepted: false, refusal };
    return { incident: summaryOf(incident), exercise: incident.exercise, source: { kind: 'incident' }, details };
  }
  const { request, itemId } = origin;
  if (!request) return refuse(REQUEST_REFUSALS.notFound, {}, '/requestId');
  if (isOver(request)) return refuse(REFUSALS.requestOver, { status: request.status }, '/requestId');
  const item = request.items.find((one) => one.itemId === itemId);
  if (!item) return refuse(REFUSALS.unknownItem, {}, '/itemId');
  const { incident, exercise } = request;
  const source = { kind: 'request-item', requestId: request.id, itemId } as const;
  return { incident, exercise, source, details: origin.details ?? taskDetailsOf(item) };
};

/** Makes a task and puts it to one agency, or to several of whom the first to accept gets it. */
export const decideSend = ({ id, origin, ...sending }: SendTask, { now }: Circumstances): TaskDecision => {
  const from = originOf(origin);
  if (isRefused(from)) return from;
  const { neededBy } = from.details;
  if (neededBy <= now) return refuse(REFUSALS.neededInThePast, { neededBy }, '/details/neededBy');
  const offers = offeredToAll(undefined, sending, now);
  return isRefused(offers) ? offers : accept({ type: 'taskSent', id, ...from, offers: [...offers], at: now });
};

/** Puts the task to further agencies, besides those who have yet to answer. */
export const decideOffer = (task: TaskState, command: TaskCommandOf<'offer'>, { now }: Circumstances): TaskDecision => {
  if (task.status !== 'sent' && task.status !== 'unanswered') return wrongStatus(task);
  const offers = offeredToAll(task, command, now);
  return isRefused(offers) ? offers : accept({ type: 'taskOffered', offers: [...offers], at: now });
};

/** Takes the task from whoever has it or was asked, and puts it to another agency; all that happened stays with it. */
export const decideTransfer = (
  task: TaskState,
  { addressee, replyBy, reason }: TaskCommandOf<'transfer'>,
  { now }: Circumstances,
): TaskDecision => {
  if (task.status !== 'sent' && task.status !== 'unanswered' && task.status !== 'under-way') return wrongStatus(task);
  const offers = offeredToAll(task, { addressees: [addressee], replyBy }, now);
  if (isRefused(offers)) return offers;
  const from = task.offers.map(({ agencyId }) => agencyId).filter((agencyId) => concerns(task, agencyId));
  return accept(
    ...offers.map((to) => ({ type: 'taskTransferred' as const, from: [...new Set(from)], to, reason, at: now })),
  );
};

/** Lets a request to partner cities go on with the task; it must be for the same incident. */
export const decideHandOver = (
  task: TaskState,
  { request, reason }: TaskCommandOf<'hand-over'>,
  circumstances: Circumstances,
): TaskDecision => {
  if (isEnded(task) || task.status === 'followed-up') return wrongStatus(task);
  if (!request) return refuse(REQUEST_REFUSALS.notFound, {}, '/requestId');
  if (request.incident.incidentId !== task.incident.incidentId) return refuse(REFUSALS.otherIncident, {}, '/requestId');
  if (isOver(request)) return refuse(REFUSALS.requestOver, { status: request.status }, '/requestId');
  return accept({ type: 'taskHandedOver', requestId: request.id, reason, ...done(circumstances) });
};
