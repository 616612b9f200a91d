import type { PersonReference } from '../kernel/person-reference.ts';
import { withDispatches, withTask } from './evolve-own-help.ts';
import { lapsed, refusedByExchange, turnedDown, withAnswer, withoutAnswer, withUpdate } from './evolve-placement.ts';
import { cancelled, notTaken, overdue, withCommitment } from './evolve-requisition.ts';
import type { Placement } from './placement.ts';
import type { RequestEvent, RequestEventOf } from './request-events.ts';
import {
  type EngagedRequest,
  isEngaged,
  isOpen,
  NO_ENGAGEMENTS,
  type OpenRequest,
  type RequestState,
} from './request-state.ts';
import type { RequisitionRecord } from './requisition-record.ts';
import { revived, writtenOf } from './revived.ts';

type Evolve<T extends RequestEvent['type']> = (
  state: RequestState | undefined,
  event: RequestEventOf<T>,
) => RequestState;

/** An event can only follow states in which it was decided: anything else is a ledger that was tampered with. */
const impossible = (state: RequestState | undefined, event: string): Error =>
  new Error(`${event} cannot happen to a request that is ${state?.status ?? 'not there'}`);

const inStatus = <S extends RequestState['status']>(
  state: RequestState | undefined,
  event: { readonly type: string },
  ...statuses: readonly S[]
): Extract<RequestState, { status: S }> => {
  if (state && (statuses as readonly string[]).includes(state.status))
    return state as Extract<RequestState, { status: S }>;
  throw impossible(state, event.type);
};

const open = (state: RequestState | undefined, event: { readonly type: string }): OpenRequest => {
  if (state && isOpen(state)) return state;
  throw impossible(state, event.type);
};

const engaged = (state: RequestState | undefined, event: { readonly type: string }): EngagedRequest => {
  if (state && isEngaged(state)) return state;
  throw impossible(state, event.type);
};

const withPlacement = <S extends EngagedRequest>(state: S, city: string, change: (of: Placement) => Placement): S => ({
  ...state,
  placements: state.placements.map((placement) => (placement.city === city ? change(placement) : placement)),
});

const withRecord = <S extends EngagedRequest>(
  state: S,
  requisitionId: string,
  change: (of: RequisitionRecord) => RequisitionRecord,
): S => ({
  ...state,
  requisitions: state.requisitions.map((record) =>
    record.requisition.requisitionId === requisitionId ? change(record) : record,
  ),
});

const engagementsAfterCancelling = (state: EngagedRequest) => {
  const { placements, requisitions, ownHelp, endedDeployments, failures } = state;
  return { placements, requisitions: requisitions.map(cancelled), ownHelp, endedDeployments, failures };
};

/** @returns a request that somebody works for: from now on it has engagements. */
const underWay = (state: RequestState | undefined, event: { readonly type: string }): OpenRequest => {
  const before = inStatus(state, event, 'approved', 'placed', 'lapsed', 'unable-to-fill');
  return before.status === 'approved' ? { ...before, status: 'placed', ...NO_ENGAGEMENTS } : before;
};

const alsoBy = (authors: readonly PersonReference[], by: PersonReference): PersonReference[] =>
  authors.some(({ id }) => id === by.id) ? [...authors] : [...authors, by];

const EVOLVE: { readonly [T in RequestEvent['type']]: Evolve<T> } = {
  requestDrafted: (_, { requestId: id, requester, incident, exercise, items, plan, by, at }) => ({
    status: 'drafted',
    ...{ id, requester, incident, exercise, items, authors: [by], draftedAt: at },
    ...(plan === undefined ? {} : { plan }),
  }),
  requestRevised: (state, event) => {
    const before = inStatus(state, event, 'drafted');
    const authors = alsoBy(before.authors, event.by);
    return { status: 'drafted', ...writtenOf(before), items: event.items, authors, revisedAt: event.at };
  },
  requestSentBack: (state, event) => {
    const { reason, by, at } = event;
    const before = inStatus(state, event, 'drafted', 'approved');
    return { status: 'drafted', ...writtenOf(before), sentBack: { reason, by, at } };
  },
  requestApproved: (state, event) => {
    const before = inStatus(state, event, 'drafted');
    return { status: 'approved', ...writtenOf(before), approval: { by: event.by, at: event.at } };
  },
  requestPlaced: (state, event) => {
    const fresh = revived(underWay(state, event));
    const cities = event.placements.map(({ city }) => city);
    const others = fresh.placements.filter(({ city }) => !cities.includes(city));
    return { ...fresh, placements: [...others, ...event.placements] };
  },
  ownTeamsDispatched: (state, event) => withDispatches(underWay(state, event), event),
  itemTaskNoted: (state, event) => withTask(underWay(state, event), event),
  requestUpdated: (state, event) => {
    const before = open(state, event);
    const placements = before.placements.map((placement) => withUpdate(placement, event, before.items));
    const updated = { ...before, items: event.items, placements, authors: alsoBy(before.authors, event.by) };
    return event.recalls.length > 0 ? revived(updated) : updated;
  },
  requestCancelled: (state, event) => {
    const before = inStatus(state, event, 'drafted', 'approved', 'placed', 'lapsed', 'unable-to-fill');
    const { reason, by, at } = event;
    return {
      status: 'cancelled',
      ...writtenOf(before),
      ...('approval' in before ? { approval: before.approval } : {}),
      ...NO_ENGAGEMENTS,
      ...(isEngaged(before) ? engagementsAfterCancelling(before) : {}),
      cancellation: { reason, by, at },
    };
  },
  answerReceived: (state, event) => {
    const before = open(state, event);
    if (event.outdated) return before;
    const after = withPlacement(before, event.city, (placement) => withAnswer(placement, event, before.items));
    return event.answer.items.some(({ response }) => response !== 'decline') ? revived(after) : after;
  },
  answerWithdrawn: (state, event) =>
    withPlacement(open(state, event), event.city, (placement) => withoutAnswer(placement, event)),
  answerDeclined: (state, event) =>
    withPlacement(open(state, event), event.city, (placement) => turnedDown(placement, event)),
  teamsRequisitioned: (state, event) => {
    const before = open(state, event);
    return { ...before, requisitions: [...before.requisitions, ...event.records] };
  },
  offerTakenUp: (_, { requestId: id, requester, incident, exercise, item, placement, record, by, at }) => ({
    status: 'placed',
    ...{ id, requester, incident, exercise, items: [item], authors: [by], draftedAt: at, approval: { by, at } },
    ...{ ...NO_ENGAGEMENTS, placements: [placement], requisitions: [record] },
  }),
  commitmentReceived: (state, event) =>
    withRecord(engaged(state, event), event.commitment.requisitionId, (record) => withCommitment(record, event)),
  deploymentEnded: (state, event) => {
    const before = engaged(state, event);
    return { ...before, endedDeployments: { ...before.endedDeployments, [event.deploymentId]: event.at } };
  },
  followUpRecorded: (state, event) => {
    const { satisfaction, words, by, at } = event;
    return { ...open(state, event), followUp: { satisfaction, words, by, at } };
  },
  requestClosed: (state, event) => {
    const { by, at, declined } = event;
    const before = revived(open(state, event));
    const placements = before.placements.map((placement) =>
      declined.some(({ city }) => city === placement.city)
        ? turnedDown(placement, { reason: CLOSED_WITHOUT, at })
        : placement,
    );
    return { ...before, status: 'closed', placements, closing: { by, at } };
  },
  replyDeadlinePassed: (state, event) => {
    const before = open(state, event);
    return event.cities.reduce(
      (now, city) => withPlacement(now, city, (placement) => lapsed(placement, event.at)),
      before,
    );
  },
  commitDeadlinePassed: (state, event) =>
    event.requisitionIds.reduce((now, id) => withRecord(now, id, overdue), open(state, event)),
  placementRefused: (state, event) =>
    withPlacement(engaged(state, event), event.failure.city, (placement) => refusedByExchange(placement, event)),
  requisitionNotTaken: (state, event) =>
    withRecord(engaged(state, event), event.requisitionId, (record) => notTaken(record, event)),
  messageNotTaken: (state, event) => {
    const before = engaged(state, event);
    return { ...before, failures: [...before.failures, event.failure] };
  },
  requestLapsed: (state, event) => ({ ...revived(open(state, event)), status: 'lapsed', lapsedAt: event.at }),
  requestUnableToFill: (state, event) => ({
    ...revived(open(state, event)),
    status: 'unable-to-fill',
    unableAt: event.at,
  }),
  itemsUnableToFill: (state, event) => open(state, event),
};

/** What partners whose answers were not needed are told when the request is closed. */
export const CLOSED_WITHOUT = '请求已办结，无需贵方队伍。 The request is closed; your teams are not needed.';

/** @returns the request after an event. */
export const evolveRequest = (state: RequestState | undefined, event: RequestEvent): RequestState =>
  (EVOLVE[event.type] as Evolve<RequestEvent['type']>)(state, event);
