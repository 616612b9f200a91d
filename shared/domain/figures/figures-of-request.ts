import { millisecondsBetween } from '../kernel/instant.ts';
import { amountOf } from '../request/answer.ts';
import { dispatchedFor, taskedFor } from '../request/own-help.ts';
import type { Placement } from '../request/placement.ts';
import type { RequestItem } from '../request/request-item.ts';
import { type EngagedRequest, isEngaged, type RequestState } from '../request/request-state.ts';
import { committedOf } from '../request/requisition.ts';
import { workOrderStepOf } from '../request/work-order-step.ts';
import { added, type Counters } from './counters.ts';
import { type FigureLine, type FigureParts, gathered, groupedBy, monthOf, NOW_MONTH, realmOf } from './figure-cell.ts';
import { timed } from './histogram.ts';

/** @returns how much of what was asked for an amount is: teams; supplies, of which units differ, count as one item, or not at all. */
export const shareOf = ({ kind, quantity }: Pick<RequestItem, 'kind' | 'quantity'>, amount: number): number => {
  if (kind !== 'supplies') return Math.min(amount, quantity);
  return amount >= quantity ? 1 : 0;
};

const committedBy = ({ requisitions }: EngagedRequest, itemId: string, city?: string): number =>
  requisitions.reduce(
    (sum, record) =>
      record.status === 'committed' &&
      record.requisition.itemId === itemId &&
      (city === undefined || record.city === city)
        ? sum + amountOf(committedOf(record.commitment))
        : sum,
    0,
  );

/** What a partner made of one item. */
const replyTo = ({ answers, placedAt, replyBy, lapsedAt }: Placement, item: RequestItem): Counters => {
  const received = answers.find(({ answer }) => answer.itemId === item.itemId);
  if (!received) return lapsedAt === undefined ? {} : { unanswered: 1 };
  const { answer, answeredAt } = received;
  const promised = answer.response === 'decline' ? 0 : shareOf(item, amountOf(answer));
  return {
    answered: 1,
    ...(answeredAt <= replyBy && { answeredInTime: 1 }),
    ...(answer.response === 'decline' && { declined: 1 }),
    promised,
    ...timed('reply', millisecondsBetween(placedAt, answeredAt)),
  };
};

/** A partner that never got the request was not asked. */
const wasAsked = ({ status }: Placement): boolean => status !== 'refused-by-exchange';

const ofPartner = (state: EngagedRequest, placement: Placement): readonly FigureLine[] =>
  state.items
    .filter(({ kind }) => placement.covers.includes(kind))
    .map((item) => ({
      cell: {
        realm: realmOf(state.exercise),
        of: 'partner',
        month: monthOf(placement.placedAt),
        subject: placement.city,
        kind: item.kind,
      },
      counters: added(replyTo(placement, item), {
        asked: shareOf(item, item.quantity),
        filled: shareOf(item, committedBy(state, item.itemId, placement.city)),
        placed: 1,
      }),
    }));

/** Whoever filled it: partners, own teams, agencies. */
const ofCity = (state: EngagedRequest): readonly FigureLine[] =>
  state.items.map((item) => ({
    cell: {
      realm: realmOf(state.exercise),
      of: 'city',
      month: monthOf(state.draftedAt),
      subject: state.requester,
      kind: item.kind,
    },
    counters: added(
      {},
      {
        placed: 1,
        asked: shareOf(item, item.quantity),
        filled: shareOf(
          item,
          committedBy(state, item.itemId) +
            dispatchedFor(state.ownHelp, item.itemId) +
            taskedFor(state.ownHelp, item.itemId),
        ),
      },
    ),
  }));

/** What is open, by the step it is in. */
const ofStep = (state: RequestState): readonly FigureLine[] => {
  const step = workOrderStepOf(state);
  if (step === 'archive') return [];
  const cell = {
    realm: realmOf(state.exercise),
    of: 'step',
    month: NOW_MONTH,
    subject: step,
    kind: 'request',
  } as const;
  return [{ cell, counters: { open: 1 } }];
};

/** @returns what a request adds to the figures: as a whole, by the step it is in, and by each partner it was placed with. What was cancelled was not needed. */
export const figuresOfRequest = (state: RequestState): FigureParts => {
  const parts = new Map([['STEP', ofStep(state)]]);
  if (!isEngaged(state) || state.status === 'cancelled') return parts;
  parts.set('CITY', gathered(ofCity(state)));
  const placements = groupedBy(state.placements.filter(wasAsked), ({ city }) => city);
  for (const [city, some] of placements)
    parts.set(`PARTNER#${city}`, gathered(some.flatMap((placement) => ofPartner(state, placement))));
  return parts;
};
