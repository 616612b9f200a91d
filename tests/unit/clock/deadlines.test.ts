import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/clock/handler.ts';
import { type NoticeRow, NoticeRowSchema, StateRowSchema } from '../../../shared/data/rows.ts';
import { readStory } from '../../../shared/data/story.ts';
import { ENTITY, keys } from '../../../shared/data/table.ts';
import { verifyStory } from '../../../shared/data/verify-story.ts';
import { type DeadlineCard, deadlineList } from '../../../shared/domain/deadline/deadline-listings.ts';
import { HOUR_MS, MINUTE_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { dutyRoomOffice } from '../../../shared/domain/roster/roster-state.ts';
import { CONVERSATIONS } from '../../../shared/exchange/conversations/index.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { declines, HAIDONG } from '../../builders/request.ts';
import { createRequestingCity, type RequestingCity } from '../../builders/requesting-city.ts';
import { aDutyPerson, aShift, someOffice } from '../../builders/roster.ts';
import { testKey, testVerifier } from '../../builders/test-cell.ts';

let city: RequestingCity;
beforeEach(async () => {
  city = await createRequestingCity();
});

/** Lanzhou has two hours; minutes count from when they are over. */
const DUE = plus(NOW, 2 * HOUR_MS);

const look = async (minutes: number): Promise<void> => {
  city.links.setTime(plus(DUE, minutes * MINUTE_MS));
  const { failed } = await createHandler(city.xining.cell)({} as never);
  expect(failed).toBe(0);
};

const lookEveryMinute = async (from: number, until: number): Promise<void> => {
  for (let minute = from; minute <= until; minute += 1) await look(minute);
};

const story = (requestId: string) =>
  readStory(city.xining.store, CONVERSATIONS, XINING, { kind: 'request', id: requestId });

/** The acts of the ledger about answers, each with the minutes after the deadline at which it was done. */
const actsAbout = async (requestId: string, key: string = LANZHOU) =>
  ((await story(requestId))?.chapters[0]?.entries ?? [])
    .filter(({ type, data }) => type === 'deadlineActed' && data.handOff === 'answer' && data.key === key)
    .map(({ at, data }) => ({
      act: `${data.act} ${data.step}`,
      minute: (Date.parse(at) - Date.parse(DUE)) / MINUTE_MS,
      told: data.told,
      passedOver: data.passedOver,
    }));

const named = (acts: Awaited<ReturnType<typeof actsAbout>>): readonly string[] =>
  acts.map(({ act, minute }) => `${act} at ${minute}`);

const noticesOf = (requestId: string): readonly NoticeRow[] =>
  city.xining.store
    .rows()
    .filter(({ entity, subject }) => entity === ENTITY.notice && JSON.stringify(subject).includes(requestId))
    .map((row) => NoticeRowSchema.parse(row));

/** The requests of a list of the board. */
const cardsOf = (list: string): readonly DeadlineCard[] =>
  city.xining.store
    .rows()
    .filter(({ pk }) => pk === keys.listing(list, '').pk)
    .map(({ card }) => card as DeadlineCard)
    .filter(({ kind, handOff }) => kind === 'request' && handOff !== 'receipt');

const keepRoster = async (): Promise<void> => {
  const id = dutyRoomOffice(XINING);
  const office = someOffice();
  await city.run('roster', id, { type: 'establish', id, of: undefined, office });
  const shift = aShift(-1, 23, aDutyPerson('虚构值班员', { personId: 'duty-officer@630100' }));
  await city.run('roster', id, { type: 'plan-shifts', shifts: [shift] });
};

describe('a request that nobody answers', () => {
  it('warns, reminds, urges and goes up the duty roster, each at its minute and once', async () => {
    await keepRoster();
    const requestId = await city.placed();
    await lookEveryMinute(-61, 125);
    const acts = await actsAbout(requestId);
    expect(named(acts)).toEqual([
      'warn 1 at -60',
      'remind 1 at 0',
      'urge 1 at 5',
      'escalate 1 at 10',
      'widen 1 at 15',
      'escalate 2 at 30',
      'widen 2 at 45',
      'escalate 3 at 60',
    ]);
    expect(acts.flatMap(({ told }) => told ?? [])).toEqual([
      { who: 'person', name: '虚构值班员', personId: 'duty-officer@630100', because: 'on-duty' },
      { who: 'person', name: '虚构带班', position: '副局长', because: 'lead' },
      { who: 'person', name: '虚构局长', position: '局长', because: 'escalation' },
    ]);
  });

  it('tells who was escalated to, and never their telephone', async () => {
    await keepRoster();
    const requestId = await city.placed();
    await lookEveryMinute(0, 12);
    const escalated = noticesOf(requestId).filter(({ text }) => /^答复请求.*升级/.test(text.zh));
    expect(escalated).toMatchObject([{ urgency: 'urgent', text: { zh: expect.stringContaining('虚构值班员') } }]);
    expect(escalated[0]?.audiences).toContain('person/duty-officer@630100');
    expect(JSON.stringify([await story(requestId), noticesOf(requestId)])).not.toContain('139-0000');
  });

  it('tells the coordinator, then the representative, where no roster is kept', async () => {
    const requestId = await city.placed();
    await lookEveryMinute(0, 61);
    expect((await actsAbout(requestId)).flatMap(({ told }) => told ?? [])).toEqual([
      { who: 'role', role: 'coordinator' },
      { who: 'role', role: 'representative' },
      { who: 'role', role: 'representative' },
    ]);
  });

  it('goes to the next partners by itself, once, and then waits for them', async () => {
    await city.agree(HAIDONG);
    const requestId = await city.placed();
    await lookEveryMinute(0, 30);
    const { placements, status } = await city.read(requestId);
    expect(status).toBe('placed');
    expect(placements).toMatchObject([
      { city: LANZHOU, status: 'lapsed' },
      { city: HAIDONG, status: 'awaiting', placedAt: plus(DUE, 15 * MINUTE_MS) },
    ]);
    expect(named(await actsAbout(requestId))).not.toContain('escalate 2 at 30');
    expect(noticesOf(requestId).map(({ text }) => text.zh)).toContainEqual(expect.stringMatching(/已自动向海东市提出/));
    const delivered = await city.links.deliverAll();
    expect(delivered).toContainEqual(['RequestResource', expect.anything()]);
  });

  it('goes to no partner whose agreement does not cover it', async () => {
    await city.agree(HAIDONG, { hazards: ['drought'] });
    const requestId = await city.placed();
    await lookEveryMinute(0, 50);
    expect((await city.read(requestId)).placements).toHaveLength(1);
    expect(named(await actsAbout(requestId))).toContain('widen 2 at 45');
  });

  it('is left alone once it is answered', async () => {
    const requestId = await city.placed();
    await look(-60);
    const { items } = await city.read(requestId);
    await city.answer(
      requestId,
      items.map(({ itemId }) => declines(itemId)),
    );
    await lookEveryMinute(0, 40);
    expect(named(await actsAbout(requestId))).toEqual(['warn 1 at -60']);
  });
});

describe('a clock that was down', () => {
  it('tells the one who is late once, records what it passed over, and keeps the steps of the roster apart', async () => {
    await keepRoster();
    const requestId = await city.placed();
    await lookEveryMinute(200, 300);
    const acts = await actsAbout(requestId);
    expect(named(acts)).toEqual([
      'warn 1 at 200',
      'remind 1 at 200',
      'urge 1 at 200',
      'escalate 1 at 200',
      'widen 1 at 200',
      'escalate 2 at 219',
      'widen 2 at 229',
      'escalate 3 at 248',
    ]);
    expect(acts.filter(({ passedOver }) => passedOver).map(({ act }) => act)).toEqual(['warn 1', 'remind 1']);
  });
});

describe('what the clock has done', () => {
  it('stands in the chain of the ledger, and leaves the state as it was', async () => {
    const requestId = await city.placed();
    await lookEveryMinute(-60, 61);
    const whole = await story(requestId);
    if (!whole) throw new Error('no story');
    const known = { [XINING]: [testKey(XINING)], [LANZHOU]: [testKey(LANZHOU)] };
    expect(await verifyStory(whole, known, testVerifier, CONVERSATIONS)).toMatchObject({ intact: true });
    const [chapter] = whole.chapters;
    const entries = chapter?.entries.map((entry) =>
      entry.type === 'deadlineActed' ? { ...entry, data: { ...entry.data, act: 'widen' } } : entry,
    );
    const forged = { ...whole, chapters: [{ ...chapter, entries }] } as typeof whole;
    expect(await verifyStory(forged, known, testVerifier, CONVERSATIONS)).toMatchObject({
      firstFault: { fault: 'changed-entry' },
    });
  });

  it('is kept with the deadline as long as it is open, and on the board', async () => {
    const requestId = await city.placed();
    await lookEveryMinute(-60, 12);
    const row = StateRowSchema.parse(await city.xining.store.get(keys.state('request', requestId)));
    expect(row.deadlines?.[0]).toMatchObject({ handOff: 'answer', key: LANZHOU, due: DUE });
    expect(row.deadlines?.[0]?.acted.map(({ act }) => act)).toEqual(['warn', 'remind', 'urge', 'escalate']);
    const card = { kind: 'request', id: requestId, handOff: 'answer', due: DUE, waiting: [{ key: LANZHOU }] };
    const lists = [{}, { handOff: 'answer' }, { who: 'city' }, { escalated: true }] as const;
    for (const filter of lists) expect(cardsOf(deadlineList({ exercise: false, ...filter }))).toMatchObject([card]);
    expect(cardsOf(deadlineList({ exercise: true }))).toEqual([]);
    await city.act(requestRoutes.cancelRequest, 'coordinator', requestId, { reason: '险情解除' });
    for (const filter of lists) expect(cardsOf(deadlineList({ exercise: false, ...filter }))).toEqual([]);
  });

  it('costs no more once there is nothing left to do', async () => {
    const requestId = await city.placed();
    await lookEveryMinute(0, 61);
    expect(await city.xining.store.get(keys.state('request', requestId))).not.toHaveProperty('dueAt');
  });
});
