import * as z from 'zod';
import type { Aggregate, ClockRanOut, Listing, NoticeDraft } from '../kernel/aggregate.ts';
import { accept, type Decision, refuse } from '../kernel/decision.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { named } from '../kernel/named.ts';
import { urgent } from '../kernel/notice.ts';
import { reason } from '../kernel/refusal.ts';
import { nearSort } from '../lookup/near-list.ts';
import type { ResourceKind } from '../vocabulary/resource-kinds.ts';
import { type Ask, type Asking, AskSchema } from './ask.ts';
import { type Overlap, OverlapSchema } from './overlap.ts';

/** Overlaps that are told of one request; who has so many looks at all of them. */
const MOST_FOUND = 200;

/** Two asks that were found to be for the same, as they are remembered. */
const FoundSchema = z.strictObject({ itemId: z.uuid(), otherItemId: z.uuid() });

/** What a request asks for, kept so that others are compared with it; under the request's id. */
export const OverAskStateSchema = z.strictObject({
  id: z.uuid(),
  asks: z.array(AskSchema).min(1),
  stands: z.boolean(),
  /** What people have been told of. */
  found: z.array(FoundSchema).max(MOST_FOUND),
});
export type OverAskState = z.infer<typeof OverAskStateSchema>;

export const OverAskEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('asksFollowed'),
    id: z.uuid(),
    asks: z.array(AskSchema).min(1),
    stands: z.boolean(),
  }),
  z.strictObject({ type: z.literal('overlapsFound'), overlaps: z.array(OverlapSchema).min(1), at: InstantSchema }),
]);
export type OverAskEvent = z.infer<typeof OverAskEventSchema>;

export type OverAskCommand =
  /** The request now asks for this. */
  | ({ readonly type: 'follow'; readonly id: string } & Asking)
  | { readonly type: 'find'; readonly overlaps: readonly Overlap[] }
  | ClockRanOut;

const UNKNOWN = reason('over-ask-unknown', 'missing', {
  zh: '没有可比对的请求。',
  en: 'There is no request to compare.',
});

const isTold = ({ found }: OverAskState, { itemId, other }: Overlap): boolean =>
  found.some((one) => one.itemId === itemId && one.otherItemId === other.itemId);

const same = (one: readonly Ask[], other: readonly Ask[]): boolean =>
  JSON.stringify(z.array(AskSchema).parse(one)) === JSON.stringify(z.array(AskSchema).parse(other));

const decide = (
  state: OverAskState | undefined,
  command: OverAskCommand,
  { now }: { readonly now: string },
): Decision<OverAskEvent> => {
  if (command.type === 'follow') {
    const { id, asks, stands } = command;
    if (!state && !stands) return accept();
    const isKnown = state?.stands === stands && same(state.asks, asks);
    return isKnown ? accept() : accept({ type: 'asksFollowed', id, asks: [...asks], stands });
  }
  if (!state) return refuse(UNKNOWN);
  if (command.type === 'clock-ran-out') return accept();
  const overlaps = command.overlaps.filter((one) => !isTold(state, one)).slice(0, MOST_FOUND - state.found.length);
  return overlaps.length === 0 ? accept() : accept({ type: 'overlapsFound', overlaps, at: now });
};

const evolve = (state: OverAskState | undefined, event: OverAskEvent): OverAskState => {
  if (event.type === 'asksFollowed') {
    const { type: _, ...followed } = event;
    return { found: [], ...state, ...followed };
  }
  if (!state) throw new Error('overlaps are found of requests that are followed only');
  const found = event.overlaps.map(({ itemId, other }) => ({ itemId, otherItemId: other.itemId }));
  return { ...state, found: [...state.found, ...found] };
};

/** @returns the list of all that is asked for an incident, kind after kind; see {@link kindRange}. */
export const askedForList = (incidentId: string): string => `over-ask/incident/${incidentId}`;

/** @returns the bounds of sort keys in {@link askedForList} of a kind. */
export const kindRange = (kind: ResourceKind): readonly [from: string, to: string] => [`${kind}#`, `${kind}#~`];

/** @returns the list of all that is asked for of a kind, drills apart, by reporting point; see `nearRanges`. */
export const askedNearList = (kind: ResourceKind, exercise: boolean): string =>
  `over-ask/near/${exercise ? 'exercise' : 'real'}/${kind}`;

const listings = ({ asks, stands }: OverAskState): readonly Listing[] =>
  stands
    ? asks.flatMap((ask) => [
        {
          list: askedForList(ask.incidentId),
          sort: `${ask.kind}#${ask.requestId}#${ask.itemId}`,
          card: ask,
        },
        { list: askedNearList(ask.kind, ask.exercise), sort: nearSort(ask.position, ask.itemId), card: ask },
      ])
    : [];

/** One notice for each other request. */
const notices = (event: OverAskEvent, { asks }: OverAskState): readonly NoticeDraft[] => {
  const [ask] = asks;
  if (event.type !== 'overlapsFound' || !ask) return [];
  const byRequest = new Map(event.overlaps.map(({ other }) => [other.requestId, other]));
  return [...byRequest.values()].map((other) => {
    const kinds = [
      ...new Set(event.overlaps.filter((one) => one.other.requestId === other.requestId).map((one) => one.other.kind)),
    ].map((kind) => named('kind', kind));
    const [one, two] = [named('city', ask.city), named('city', other.city)];
    return urgent(
      `${one}为“${ask.title}”的请求与${two}为“${other.title}”的请求可能重复：${kinds.join('、')}。请核对后再派。`,
      `The request of ${one} for "${ask.title}" and that of ${two} for "${other.title}" may ask for the same: ${kinds.join(', ')}. Compare them before anybody is sent.`,
    );
  });
};

/** What a request asks for, set beside what others ask for, so that nobody sends the same twice. */
export const overAsk: Aggregate<OverAskState, OverAskCommand, OverAskEvent> = {
  kind: 'over-ask',
  stateSchema: OverAskStateSchema,
  eventSchema: OverAskEventSchema,
  decide,
  evolve,
  dueAt: () => undefined,
  listings,
  notices,
  isExercise: ({ asks }) => asks.some(({ exercise }) => exercise),
  cameOf: ({ asks: [ask] }) => ask?.incidentId,
};
