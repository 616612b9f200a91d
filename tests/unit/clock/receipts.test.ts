import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/clock/handler.ts';
import { OutgoingMessageRowSchema } from '../../../shared/data/rows.ts';
import { keys } from '../../../shared/data/table.ts';
import { type DeadlineCard, deadlineList } from '../../../shared/domain/deadline/deadline-listings.ts';
import { MINUTE_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { type RequestUnderWay, requestUnderWay } from '../../builders/request-under-way.ts';

/** Xining's request is on its way to Lanzhou, which nothing reaches. */
let world: RequestUnderWay;
beforeEach(async () => {
  world = await requestUnderWay();
});

const rows = () => world.cellOf(XINING).store.rows();

const lookUntil = async (minutes: number): Promise<void> => {
  for (let minute = 1; minute <= minutes; minute += 1) {
    world.setTime(plus(NOW, minute * MINUTE_MS));
    expect(await createHandler(world.cellOf(XINING).cell)({} as never)).toMatchObject({ failed: 0 });
  }
};

const message = () => OutgoingMessageRowSchema.parse(rows().find(({ sk }) => sk === `MESSAGE#${world.placed.id}`));

/** The acts in the ledger about the receipt, in order. */
const acts = (): readonly string[] =>
  rows()
    .filter(({ pk, sk }) => pk === keys.aggregate('request', world.requestId) && sk.startsWith('EVENT#'))
    .map(({ entry }) => entry as { type: string; data: Record<string, unknown> })
    .filter(({ type, data }) => type === 'deadlineActed' && data.handOff === 'receipt')
    .map(({ data }) => `${data.act} ${data.step}`);

const onBoard = (filter: Partial<Parameters<typeof deadlineList>[0]> = {}): readonly DeadlineCard[] =>
  rows()
    .filter(({ pk }) => pk === keys.listing(deadlineList({ exercise: false, ...filter }), '').pk)
    .map(({ card }) => card as DeadlineCard)
    .filter(({ handOff }) => handOff === 'receipt');

describe('a message that nobody confirms', () => {
  it('is not on the board while there is time', async () => {
    await lookUntil(9);
    expect(onBoard()).toEqual([]);
    expect(message().deadlines).toBeUndefined();
  });

  it('is on the board once it is late, told of, and goes up the roster, each once', async () => {
    await lookUntil(125);
    expect(acts()).toEqual(['warn 1', 'urge 1', 'escalate 1', 'escalate 2']);
    expect(onBoard({ escalated: true })).toMatchObject([
      {
        kind: 'request',
        id: world.requestId,
        due: plus(NOW, 10 * MINUTE_MS),
        waiting: [{ key: world.placed.id, waitsFor: { who: 'city', city: LANZHOU } }],
      },
    ]);
    expect(message().deadlines?.[0]?.acted.map(({ told }) => told)).toEqual([
      undefined,
      undefined,
      { who: 'role', role: 'coordinator' },
      { who: 'role', role: 'representative' },
    ]);
  });

  it('is sent again as before', async () => {
    await lookUntil(63);
    expect(world.repeated(XINING)).toHaveLength(6);
  });

  it('leaves the board when its receipt comes', async () => {
    await lookUntil(70);
    const lists = [{}, { handOff: 'receipt' }, { who: 'city' }, { escalated: true }] as const;
    for (const filter of lists) expect(onBoard(filter)).toHaveLength(1);
    await world.arrive(world.placed);
    await world.deliverAll();
    for (const filter of lists) expect(onBoard(filter)).toEqual([]);
    await lookUntil(140);
    expect(acts()).toEqual(['warn 1', 'urge 1', 'escalate 1']);
  });
});
