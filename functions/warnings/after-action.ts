import { type Loaded, type LoadedSet, loadSet, type Reference } from '../../shared/data/loaded.ts';
import { OutgoingMessageRowSchema } from '../../shared/data/rows.ts';
import { keys } from '../../shared/data/table.ts';
import { partnerOf } from '../../shared/domain/agreement/agreement-state.ts';
import { DAY_MS, type Instant, plus } from '../../shared/domain/kernel/instant.ts';
import { receivedRequest } from '../../shared/domain/received-request/received-request.ts';
import type { ReceivedRequestCommand } from '../../shared/domain/received-request/received-request-commands.ts';
import type { ReceivedRequestEvent } from '../../shared/domain/received-request/received-request-events.ts';
import {
  ReceivedRequestCardSchema,
  receivedRequestList,
} from '../../shared/domain/received-request/received-request-listings.ts';
import type { ReceivedRequestState } from '../../shared/domain/received-request/received-request-state.ts';
import { RequestCardSchema, requestList } from '../../shared/domain/request/request-listings.ts';
import { isEngaged, type RequestState } from '../../shared/domain/request/request-state.ts';
import { totalCost } from '../../shared/domain/vocabulary/costs.ts';
import {
  type AfterAction,
  afterActionOf,
  type CarriedRequest,
  heldOf,
} from '../../shared/domain/warning/after-action.ts';
import type { WarningAct } from '../../shared/domain/warning/warning-act.ts';
import type { Warning } from '../../shared/domain/warning/warning-state.ts';
import { type Conversation, conversationsOf } from '../../shared/exchange/conversation.ts';
import { agreementConversation } from '../../shared/exchange/conversations/agreement.ts';
import { awarenessConversation } from '../../shared/exchange/conversations/awareness.ts';
import { requestAtHome } from '../../shared/exchange/conversations/request-at-home.ts';
import { listCards } from '../../shared/lambda/aggregate-routes.ts';
import type { WarningsCell } from './warnings-cell.ts';

/** Where received requests are only read. */
const receivedAtHome: Conversation<ReceivedRequestState, ReceivedRequestCommand, ReceivedRequestEvent> = {
  aggregate: receivedRequest,
  outgoing: () => [],
  incoming: () => undefined,
};

const READ = conversationsOf(agreementConversation, awarenessConversation, receivedAtHome, requestAtHome);

/** Requests of the time that are looked at, of each list; one BatchGetItem. */
const LOOKED_AT = 90;
/** A request may have been drafted so long before it was placed. */
const DRAFTED_BEFORE_MS = 7 * DAY_MS;

/** The time in which an agreement was armed by the warning. */
interface Armed {
  readonly agreementId: string;
  readonly from: Instant;
  readonly until: Instant;
}

const armedBy = ({ acts = [] }: Warning, now: Instant): readonly Armed[] =>
  acts
    .filter(({ what }) => what === 'arm-agreement')
    .flatMap((act) => {
      const held = heldOf(act);
      return held ? [{ agreementId: act.targetId, from: held.from, until: held.until ?? now }] : [];
    });

const inTime = (at: Instant, { from, until }: Armed): boolean => from <= at && at <= until;

/** What was asked under an agreement while it was armed. */
const madeUnder = (request: RequestState, armed: Armed): readonly CarriedRequest[] => {
  if (!isEngaged(request)) return [];
  return request.placements
    .filter(({ agreementId, placedAt }) => agreementId === armed.agreementId && inTime(placedAt, armed))
    .map(({ city, placedAt }) => {
      const taken = request.requisitions.flatMap((one) =>
        one.status === 'committed' && one.city === city ? [one] : [],
      );
      return {
        ...{ requestId: request.id, side: 'made', partner: city, title: request.incident.title },
        ...{ status: request.status, placedAt },
        committedCost: taken.reduce((sum, { requisition }) => sum + totalCost(requisition.costs), 0),
        deployments: taken.flatMap(({ commitment: { teams, lots = [] } }) =>
          [...teams, ...lots].map(({ deploymentId }) => deploymentId),
        ),
      };
    });
};

/** What was asked of this city under an agreement while it was armed. */
const receivedUnder = (state: ReceivedRequestState, armed: Armed): readonly CarriedRequest[] => {
  const { placed, receivedAt, requisitions, status } = state;
  if (placed.agreementId !== armed.agreementId || !inTime(receivedAt, armed)) return [];
  const committed = requisitions.flatMap((one) => (one.status === 'committed' ? [one] : []));
  return [
    {
      ...{ requestId: placed.requestId, side: 'received', partner: placed.requestedBy.city, status },
      ...{ title: placed.incident.title, placedAt: receivedAt },
      committedCost: committed.reduce((sum, { requisition }) => sum + totalCost(requisition.costs), 0),
      deployments: committed.flatMap(({ deployments }) => deployments.map(({ deploymentId }) => deploymentId)),
    },
  ];
};

const found = async (cell: Pick<WarningsCell, 'store' | 'city'>, armed: readonly Armed[], agreements: LoadedSet) => {
  const lists = armed.flatMap(({ agreementId, from, until }) => {
    const agreement = agreements.state(agreementConversation, agreementId);
    const partner = agreement && partnerOf(agreement, cell.city);
    const made = { kind: 'request', list: requestList({}), from: plus(from, -DRAFTED_BEFORE_MS), until } as const;
    return partner === undefined
      ? [made]
      : [made, { kind: 'received-request', list: receivedRequestList({ city: partner }), from, until } as const];
  });
  const pages = await Promise.all(
    lists.map(async ({ kind, list, from, until }) => {
      const range = { between: [from, `${until}$`] as const };
      const page =
        kind === 'request'
          ? await listCards(cell, list, { limit: LOOKED_AT }, RequestCardSchema, range)
          : await listCards(cell, list, { limit: LOOKED_AT }, ReceivedRequestCardSchema, range);
      return { kind, ids: page.items.map(({ requestId }) => requestId), more: page.nextCursor !== undefined };
    }),
  );
  const sets = await Promise.all(
    pages.map(({ kind, ids }) =>
      loadSet(
        cell.store,
        READ,
        ids.map((id): Reference => ({ kind, id })),
      ),
    ),
  );
  const states = pages.flatMap(({ kind, ids }, index) =>
    [...new Set(ids)].flatMap((id) => sets[index]?.get({ kind, id }) ?? []),
  );
  return { states, complete: !pages.some(({ more }) => more) };
};

/** When the partner confirmed a notice. */
const confirmedAt = async (
  cell: Pick<WarningsCell, 'store'>,
  set: LoadedSet,
  id: string,
): Promise<Instant | undefined> => {
  const state = set.state(awarenessConversation, id);
  const item = state && (await cell.store.get(keys.message('awareness', id, state.notice.messageId)));
  return item && OutgoingMessageRowSchema.parse(item).answers[state.told]?.issuedAt;
};

const madeIds = ({ acts = [] }: Warning, wanted: WarningAct['what']): readonly string[] =>
  acts.flatMap(({ what, madeId }) => (what === wanted && madeId !== undefined ? [madeId] : []));

const referencesOf = (warning: Warning, armed: readonly Armed[]): readonly Reference[] => [
  ...armed.map(({ agreementId: id }): Reference => ({ kind: 'agreement', id })),
  ...madeIds(warning, 'tell-partner').map((id): Reference => ({ kind: 'awareness', id })),
  ...madeIds(warning, 'draft-request').map((id): Reference => ({ kind: 'request', id })),
];

/**
 * @returns what a warning set going here, and what became of it; every row that it is made from is named with the head of its ledger.
 */
export const readAfterAction = async (
  cell: WarningsCell,
  { state: warning, row }: Loaded<Warning>,
): Promise<AfterAction> => {
  const now = cell.clock.now();
  const armed = armedBy(warning, now);
  const references = referencesOf(warning, armed);
  const set = await loadSet(cell.store, READ, references);
  const { states, complete } = await found(cell, armed, set);
  const requests = new Map(
    armed.map((one) => [
      one.agreementId,
      states.flatMap((loaded) =>
        loaded.row.kind === 'request'
          ? madeUnder(loaded.state as RequestState, one)
          : receivedUnder(loaded.state as ReceivedRequestState, one),
      ),
    ]),
  );
  const confirmed = await Promise.all(
    madeIds(warning, 'tell-partner').map(async (id) => ({ id, at: await confirmedAt(cell, set, id) })),
  );
  const carried = new Set([...requests.values()].flat().map(({ requestId }) => requestId));
  const rows = [
    row,
    ...references.flatMap((reference) => set.get(reference)?.row ?? []),
    ...states.flatMap((loaded) => (carried.has(loaded.row.id) ? [loaded.row] : [])),
  ];
  const unique = [...new Map(rows.map((one) => [`${one.kind} ${one.id}`, one])).values()];
  return afterActionOf(
    warning,
    {
      ...{ requests, complete },
      confirmed: new Map(confirmed.flatMap(({ id, at }) => (at === undefined ? [] : [[id, at] as const]))),
      drafts: new Map(
        madeIds(warning, 'draft-request').flatMap((id) => {
          const draft = set.state(requestAtHome, id);
          return draft ? [[id, draft.status] as const] : [];
        }),
      ),
      sources: unique.map(({ kind, id, version, head }) => ({ kind, id, version, head })),
    },
    now,
  );
};
