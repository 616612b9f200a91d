import { type ExecutingCell, execute } from '../../shared/data/execute.ts';
import { type LoadedSet, load } from '../../shared/data/loaded.ts';
import { MINUTE_MS } from '../../shared/domain/kernel/instant.ts';
import type { ReceivedRequestCommand } from '../../shared/domain/received-request/received-request-commands.ts';
import { itemOf } from '../../shared/domain/received-request/received-request-items.ts';
import { PromisedCardSchema, promisedList } from '../../shared/domain/received-request/received-request-listings.ts';
import { isOpen, type OpenReceivedRequest } from '../../shared/domain/received-request/received-request-state.ts';
import type { RequestItem } from '../../shared/domain/request/request-item.ts';
import { levelRange, type TeamCard, TeamCardSchema, teamList } from '../../shared/domain/team/team-listings.ts';
import { travelMs } from '../../shared/domain/vocabulary/estimated-travel.ts';
import { cautionedBy, type Fear } from '../../shared/domain/warning/feared.ts';
import type { SomeConversations } from '../../shared/exchange/conversation.ts';
import { receivedRequestConversation } from '../../shared/exchange/conversations/received-request.ts';
import { teamConversation } from '../../shared/exchange/conversations/team.ts';
import { listCards } from '../../shared/lambda/aggregate-routes.ts';
import { whatIsFearedWhere } from '../../shared/lambda/what-is-feared-where.ts';
import { cautionOf } from '../../shared/reference/caution.ts';

/** Free teams that are looked at for one item, and of these the ones that are read; all are read in one round trip. */
const SEEN = 100;
const READ = 90;
const PAGE = 200;

/** What was found for one item before its teams are read. */
interface Found {
  readonly itemId: string;
  readonly teamIds: readonly string[];
  readonly promisedElsewhere: number;
}

/** Milliseconds until a team could be there. */
const arrivalIn = ({ readinessMinutes, base }: TeamCard, { reportingPoint }: RequestItem): number =>
  readinessMinutes * MINUTE_MS + travelMs(base, reportingPoint);

/** The soonest there first. */
const nearest = async (cell: Pick<ExecutingCell, 'store'>, item: RequestItem): Promise<readonly string[]> => {
  const list = teamList({ kind: item.kind, free: true });
  const range = { between: levelRange(item.level) };
  const { items } = await listCards(cell, list, { limit: SEEN }, TeamCardSchema, range);
  return items.toSorted((one, other) => arrivalIn(one, item) - arrivalIn(other, item)).map(({ teamId }) => teamId);
};

/** Teams that other requests were promised by the same pre-authorisation and that are not home yet. */
const promisedElsewhere = async (
  cell: Pick<ExecutingCell, 'store'>,
  { placed }: OpenReceivedRequest,
  { kind }: RequestItem,
): Promise<number> => {
  const list = promisedList(placed.agreementId, kind, placed.exercise);
  const { items } = await listCards(cell, list, { limit: PAGE }, PromisedCardSchema);
  return items.reduce((sum, { requestId, teams }) => sum + (requestId === placed.requestId ? 0 : teams), 0);
};

/** What this city is warned of itself, if it is for people to weigh before anything is promised. */
const cautionFor = async (cell: ExecutingCell, { placed }: OpenReceivedRequest): Promise<Fear | undefined> => {
  const feared = await whatIsFearedWhere(cell, cell.clock.now(), placed.exercise);
  return cautionedBy(feared.get(cell.city), placed.incident.hazard, cautionOf(cell.city));
};

const commandOf = (found: readonly Found[], teams: LoadedSet, fear: Fear | undefined): ReceivedRequestCommand => ({
  type: 'answer-automatically',
  cautionedBy: fear,
  candidates: found.map(({ itemId, teamIds, promisedElsewhere: elsewhere }) => ({
    itemId,
    teams: teamIds.flatMap((id) => teams.state(teamConversation, id) ?? []),
    promisedElsewhere: elsewhere,
  })),
});

/**
 * Answers the pre-authorised items of a request that has just come, without a person. Does nothing when there is nothing to
 * answer, so it may be called at any time and again: by the inbox, and by the clock in case the inbox did not get so far.
 * Costs a GetItem where nothing waits; else also two Queries, two more per item, one BatchGetItem and one transaction.
 */
export const answerPreAuthorised = async (
  cell: ExecutingCell,
  conversations: SomeConversations,
  requestId: string,
): Promise<void> => {
  const state = (await load(cell.store, receivedRequestConversation, requestId))?.state;
  if (!state || !isOpen(state) || state.preAuthorised.length === 0) return;
  const items = state.preAuthorised.flatMap(({ itemId }) => itemOf(state, itemId) ?? []);
  const share = Math.floor(READ / Math.max(1, items.length));
  const fear = await cautionFor(cell, state);
  const found = await Promise.all(
    (fear ? [] : items).map(
      async (item): Promise<Found> => ({
        itemId: item.itemId,
        teamIds: (await nearest(cell, item)).slice(0, share),
        promisedElsewhere: await promisedElsewhere(cell, state, item),
      }),
    ),
  );
  const executed = await execute(cell, conversations, {
    target: { kind: 'received-request', id: requestId },
    actor: { kind: 'clock', city: cell.city },
    alsoLoad: found.flatMap(({ teamIds }) => teamIds.map((id) => ({ kind: 'team', id }))),
    command: (teams) => commandOf(found, teams, fear),
  });
  cell.log.info('pre-authorised items', { requestId, items: items.length, outcome: executed.outcome, fear });
};
