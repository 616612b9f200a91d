import { listingsOf } from '../../shared/data/assemble.ts';
import { type ExecutingCell, execute } from '../../shared/data/execute.ts';
import { type Reference, readBack } from '../../shared/data/loaded.ts';
import { messageBoardKeys } from '../../shared/data/message-deadline.ts';
import { UNCONFIRMED_LIST } from '../../shared/data/outgoing-messages.ts';
import { OutgoingMessageRowSchema, type StateRow } from '../../shared/data/rows.ts';
import { type Item, type Key, MAXIMUM_TRANSACTION_WRITES, type Write } from '../../shared/data/store.ts';
import { ENTITY, keys } from '../../shared/data/table.ts';
import type { DeploymentState } from '../../shared/domain/deployment/deployment-state.ts';
import { isConsignment } from '../../shared/domain/deployment/mission.ts';
import { cameOfList } from '../../shared/domain/drill/exercise-listings.ts';
import type { Audience } from '../../shared/domain/notification/audience.ts';
import type { StockCommand } from '../../shared/domain/stock/stock-commands.ts';
import { promisedStockList, StockCardSchema } from '../../shared/domain/stock/stock-listings.ts';
import type { TeamCommand } from '../../shared/domain/team/team-commands.ts';
import { conversationAmong, type SomeConversations } from '../../shared/exchange/conversation.ts';
import { listCards } from '../../shared/lambda/aggregate-routes.ts';
import { cityRulesOf } from '../../shared/reference/city-rules.ts';
import { descendantsOf, type ExerciseNotice } from './drill-things.ts';

/** Stock lines of which one request had something. */
const MOST_LINES = 100;

const everythingOf = async ({ store }: ExecutingCell, pk: string): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let after: string | undefined;
  do {
    const page = await store.query({ pk, ...(after === undefined ? {} : { after }) });
    items.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return items;
};

const noticeKeys = (aboutId: string, { notice, audiences }: ExerciseNotice): readonly Key[] => [
  ...audiences.map((audience) => keys.notice(notice, audience as Audience)),
  keys.listing(cameOfList(aboutId), `notice#${notice}`),
];

/** Where messages without receipts are shown: in a list of their own and, once late, on the board. */
const unconfirmedKeys = ({ city }: ExecutingCell, items: readonly Item[]): readonly Key[] =>
  items
    .filter(({ entity }) => entity === ENTITY.outgoingMessage)
    .map((item) => OutgoingMessageRowSchema.parse(item))
    .flatMap((row) => [
      keys.listing(UNCONFIRMED_LIST, `${row.envelope.issuedAt}#${row.envelope.id}`),
      ...messageBoardKeys(row, cityRulesOf(city)),
    ]);

/** Deletes rows, piece after piece. What is repeated does no harm. */
const deleteAll = async ({ store, newId }: ExecutingCell, writes: readonly Write[]): Promise<void> => {
  for (let start = 0; start < writes.length; start += MAXIMUM_TRANSACTION_WRITES)
    await store.transact(writes.slice(start, start + MAXIMUM_TRANSACTION_WRITES), newId());
};

const deletions = (some: readonly Key[]): readonly Write[] => {
  const unique = new Map(some.map(({ pk, sk }) => [`${pk} ${sk}`, { pk, sk }]));
  return [...unique.values()].map((key) => ({ kind: 'delete', key }));
};

/** What a drill had of teams and goods is theirs again. */
const setFree = async (
  cell: ExecutingCell,
  conversations: SomeConversations,
  { kind, id }: Reference,
  state: unknown,
): Promise<void> => {
  const actor = { kind: 'clock', city: cell.city } as const;
  const { items } = await listCards(cell, promisedStockList(id), { limit: MOST_LINES }, StockCardSchema);
  for (const { stockId } of items)
    await execute(cell, conversations, {
      target: { kind: 'stock', id: stockId },
      actor,
      command: (): StockCommand => ({ type: 'end-drill-promises', purposeId: id }),
    });
  if (kind !== 'deployment') return;
  const { side, mission } = state as DeploymentState;
  if (side !== 'owner' || isConsignment(mission)) return;
  await execute(cell, conversations, {
    target: { kind: 'team', id: mission.team.teamId },
    actor,
    command: (): TeamCommand => ({ type: 'release-commitment', deploymentId: id }),
  });
};

const listingKeys = (
  { city }: ExecutingCell,
  conversations: SomeConversations,
  thing: Reference,
  item: Item,
): { readonly row: StateRow; readonly state: unknown; readonly listed: readonly Key[] } => {
  const { aggregate } = conversationAmong(conversations, thing.kind);
  const { row, state } = readBack(item, conversationAmong(conversations, thing.kind));
  const open = aggregate.deadlines?.(state, cityRulesOf(city)) ?? [];
  const subject = { ...thing, exercise: aggregate.isExercise(state) };
  const listings = listingsOf(aggregate, subject, state, { open, kept: row.deadlines ?? [] });
  const places = [...listings, ...(aggregate.listedPlaces?.(state) ?? [])];
  return { row, state, listed: places.map(({ list, sort }) => keys.listing(list, sort)) };
};

/**
 * Removes something of an exercise: state, ledger, messages and receipts, the rows of its lists, and the notices about it. Its state goes
 * last, and only as it was read, so that whatever fails, or happens meanwhile, is done again.
 */
export const removeThing = async (
  cell: ExecutingCell,
  conversations: SomeConversations,
  thing: Reference,
): Promise<void> => {
  const stateKey = keys.state(thing.kind, thing.id);
  const items = await everythingOf(cell, stateKey.pk);
  const { notices } = await descendantsOf(cell, thing.id);
  const around = [
    ...items.filter(({ sk }) => sk !== stateKey.sk),
    ...unconfirmedKeys(cell, items),
    ...notices.flatMap((notice) => noticeKeys(thing.id, notice)),
  ];
  const item = items.find(({ sk }) => sk === stateKey.sk);
  if (!item) return deleteAll(cell, deletions(around));
  const { row, state, listed } = listingKeys(cell, conversations, thing, item);
  await setFree(cell, conversations, thing, state);
  const last: Write = {
    kind: 'delete',
    key: stateKey,
    condition: { kind: 'equals', attribute: 'version', value: row.version },
  };
  await deleteAll(cell, [...deletions([...around, ...listed]), last]);
};

/** Removes the notices about the drill itself. */
export const removeNotices = async (cell: ExecutingCell, aboutId: string): Promise<void> => {
  const { notices } = await descendantsOf(cell, aboutId);
  await deleteAll(cell, deletions(notices.flatMap((notice) => noticeKeys(aboutId, notice))));
};
