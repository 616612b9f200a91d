import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plus } from '../../../shared/domain/kernel/instant.ts';
import { costOf, quantitiesOf } from '../../../shared/domain/request/bookkeeping.ts';
import { compareAnswers } from '../../../shared/domain/request/compare-answers.ts';
import { request } from '../../../shared/domain/request/request.ts';
import type { RequestCommand } from '../../../shared/domain/request/request-commands.ts';
import {
  type EngagedRequest,
  isEngaged,
  type RequestState,
  RequestStateSchema,
} from '../../../shared/domain/request/request-state.ts';
import { LANZHOU, NOW } from '../../builders/circumstances.ts';
import { anItem } from '../../builders/received-request.ts';
import {
  accepts,
  agreementWith,
  answering,
  approved,
  asPartner,
  asRepresentative,
  aTeam,
  commitmentOf,
  committing,
  declines,
  HAIDONG,
  happened,
  itemAt,
  place,
  refusalOf,
  requisition,
  taking,
} from '../../builders/request.ts';

const CEILING = 1_500_000;
const CITIES = [LANZHOU, HAIDONG] as const;

/** How often each thing is done: what opens the way to others more often than what ends it all. */
const ACTS = {
  answer: 8,
  requisition: 10,
  commit: 3,
  clock: 3,
  refuse: 2,
  decline: 2,
  end: 2,
  update: 1,
  withdraw: 1,
  'turn down': 1,
  fail: 1,
  cancel: 1,
  close: 1,
} as const;
type ActName = keyof typeof ACTS;

/** One thing somebody does, as numbers that mean something in whatever state they meet. */
const anAct = fc.record({
  act: fc.oneof(
    ...(Object.keys(ACTS) as ActName[]).map((name) => ({ weight: ACTS[name], arbitrary: fc.constant(name) })),
  ),
  city: fc.nat(1),
  item: fc.nat(1),
  number: fc.nat(3),
  minutes: fc.nat(20),
});
type Act = typeof anAct extends fc.Arbitrary<infer A> ? A : never;

const start = (): RequestState => {
  const items = [anItem({ quantity: 2, costCeiling: CEILING }), anItem({ quantity: 1, costCeiling: CEILING })];
  const agreements = CITIES.map((city, index) => agreementWith(city, { replyWithinMinutes: 60 * (index + 1) }));
  return happened(approved(items), place(...agreements)).state;
};

const pick = <T>(of: readonly T[], number: number): T | undefined => of[number % Math.max(1, of.length)];

/** Nobody says anything until the last deadline has passed. */
const SILENCE = Array<Act>(8).fill({ act: 'clock', city: 0, item: 0, number: 0, minutes: 20 });

/** What an act is in a state; `undefined` where it makes no sense. */
const meaning = (state: EngagedRequest, { act, city: cityIndex, item, number }: Act): RequestCommand | undefined => {
  const from = CITIES[cityIndex] ?? LANZHOU;
  const itemId = itemAt(state, item % state.items.length);
  const team = aTeam(cityIndex * 10 + number);
  const record = pick(state.requisitions, number);
  const placement = state.placements.find(({ city }) => city === from);
  switch (act) {
    case 'answer':
      return answering(state, [accepts(itemId, item === 0 ? [team, aTeam(100 + number)] : [team])], { from });
    case 'decline':
      return answering(state, [declines(itemId)], { from });
    case 'withdraw': {
      const received = placement && pick(placement.answers, number);
      const withdrawal = {
        messageId: team.teamId,
        recalledMessageId: received?.messageId ?? team.teamId,
        itemIds: [itemId],
        reason: '道路中断',
        withdrawnAt: NOW,
      };
      return { type: 'receive-answer-withdrawal', from, withdrawal };
    }
    case 'turn down':
      return { type: 'decline-answer', city: from, reason: '已有' };
    case 'requisition': {
      // Chosen among all that was ever promised, also what is taken already.
      const promises = (placement?.answers ?? []).flatMap(({ answer }) =>
        answer.response === 'decline' ? [] : answer.teams.map((promised) => ({ itemId: answer.itemId, promised })),
      );
      const choice = pick(promises, number);
      const costs = { personnel: number * 450_000 };
      return choice && requisition(taking(state, [choice.promised], { city: from, itemId: choice.itemId, costs }));
    }
    case 'commit':
      // One that was thought lost may fill an item that others have filled meanwhile: that is tried elsewhere.
      return record && record.status !== 'not-taken' ? committing(commitmentOf(record), record.city) : undefined;
    case 'refuse':
      return record && committing(refusalOf(record), record.city);
    case 'end': {
      const deployment = pick(
        state.requisitions.flatMap((one) => (one.status === 'committed' ? one.commitment.teams : [])),
        number,
      );
      return deployment && { type: 'deployment-ended', deploymentId: deployment.deploymentId, at: NOW };
    }
    case 'clock':
      return { type: 'clock-ran-out' };
    case 'update':
      return {
        type: 'update',
        items: state.items.map((one, at) => (at === 1 ? { ...one, quantity: 1 + number } : one)),
      };
    case 'fail': {
      const messageId = record?.requisition.messageId ?? placement?.messageId ?? '';
      const reason = { zh: '协议已到期。', en: 'The agreement has expired.' };
      return { type: 'message-failed', messageId, city: from, code: 'agreement-not-in-force', reason };
    }
    case 'cancel':
      return { type: 'cancel', reason: '险情解除' };
    case 'close':
      return { type: 'close' };
  }
};

/** What must be true of every state a request can be brought into. */
const check = (state: EngagedRequest): void => {
  for (const item of state.items) {
    const { needed, answered, requisitioned, committed, open } = quantitiesOf(state, item);
    expect(requisitioned).toBeLessThanOrEqual(needed);
    expect(committed).toBeLessThanOrEqual(requisitioned);
    expect(open).toBe(needed - requisitioned);
    expect(answered).toBeGreaterThanOrEqual(requisitioned);
    expect(costOf(state, item.itemId)).toBeLessThanOrEqual(CEILING);
  }
  const live = state.requisitions.filter(({ status }) => status === 'awaiting' || status === 'committed');
  const held = live.flatMap(({ city, precedingMessageId, requisition: { teams } }) =>
    teams.map(({ teamId }) => `${city} ${precedingMessageId} ${teamId}`),
  );
  expect(new Set(held).size).toBe(held.length);
  for (const { offers } of compareAnswers(state)) {
    expect(offers.map(({ rank }) => rank)).toEqual(offers.map((_, index) => index + 1));
    for (const { cost } of offers) expect(cost.total).toBeGreaterThanOrEqual(0);
  }
};

/** Which clocks an event is the ringing of: none may ring twice. */
const rung = (state: EngagedRequest, event: ReturnType<typeof happened>['events'][number]): readonly string[] => {
  if (event.type === 'commitDeadlinePassed') return event.requisitionIds;
  if (event.type !== 'replyDeadlinePassed') return [];
  return state.placements.filter(({ city }) => event.cities.includes(city)).map(({ messageId }) => messageId);
};

interface History {
  readonly state: EngagedRequest;
  readonly now: string;
  /** Clocks that have rung. */
  readonly rings: readonly string[];
}

const engaged = (state: RequestState): EngagedRequest => {
  if (!isEngaged(state)) throw new Error('a placed request stays with its partners');
  return state;
};

/** Does one thing, if it is allowed, and checks what came of it. */
const step = ({ state, now: before, rings }: History, act: Act): History => {
  const now = plus(before, act.minutes * 60_000);
  const command = meaning(state, act);
  const where = act.act === 'requisition' ? asRepresentative(now) : asPartner(LANZHOU, now);
  if (!command || !request.decide(state, command, where).accepted) return { state, now, rings };
  const done = happened(state, command, where);
  const after = engaged(done.state);
  check(after);
  expect(RequestStateSchema.parse(after)).toEqual(after);
  const due = request.dueAt(after);
  if (act.act === 'clock') expect(due === undefined || due > now).toBe(true);
  return { state: after, now, rings: [...rings, ...done.events.flatMap((event) => rung(after, event))] };
};

describe('whatever happens to a request, in whatever order', () => {
  it('keeps its books, never rings a clock twice, and can always be written down and read back', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(anAct, { minLength: 10, maxLength: 40 }), (acts) => {
        let history: History = { state: engaged(start()), now: NOW, rings: [] };
        for (const act of acts) {
          history = step(history, act);
          reached.add(history.state.status);
        }
        expect(new Set(history.rings).size).toBe(history.rings.length);
      }),
      { numRuns: 300, examples: [[SILENCE]] },
    );
    expect([...reached].sort()).toEqual(['cancelled', 'closed', 'lapsed', 'placed', 'unable-to-fill']);
  });
});
