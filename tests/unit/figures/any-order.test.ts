import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refigure } from '../../../shared/data/figures/refigure.ts';
import type { Reference } from '../../../shared/data/loaded.ts';
import type { FigureLine } from '../../../shared/domain/figures/figure-cell.ts';
import { type Figured, figuresOf } from '../../../shared/domain/figures/figures-of.ts';
import { figuresOfMissedClock } from '../../../shared/domain/figures/figures-of-missed-clock.ts';
import type { RowNote } from '../../../shared/lambda/row-queue.ts';
import { LANZHOU, NOW } from '../../builders/circumstances.ts';
import { aDeployment, DEPLOYMENT_ID, REQUEST_ID } from '../../builders/deployment.ts';
import { figuredCity, fromScratch } from '../../builders/figures.ts';
import { receivedRequestIn } from '../../builders/received-request.ts';
import { allHome, approved, committed, placedWith, requestIn, requisitioned } from '../../builders/request.ts';
import { taskIn } from '../../builders/task.ts';

const deploymentAt = (...steps: Parameters<ReturnType<typeof aDeployment>['goOn']>[0][]) => {
  const cities = aDeployment();
  for (const step of steps) cities.goOn(step);
  return cities.state(LANZHOU);
};

const exercise = <S extends object>(state: S): S => ({ ...state, exercise: true });

/** What aggregates become, one after the other. */
const HISTORIES: readonly { readonly reference: Reference; readonly states: readonly Figured[] }[] = [
  {
    reference: { kind: 'request', id: '0190b000-0000-7000-8000-00000000f001' },
    states: [
      requestIn.drafted(),
      approved(),
      placedWith(LANZHOU),
      requisitioned(),
      committed(),
      allHome(),
      requestIn.closed(),
    ].map((state) => ({ kind: 'request', state })),
  },
  {
    reference: { kind: 'request', id: '0190b000-0000-7000-8000-00000000f002' },
    states: [requestIn.placed(), requestIn.lapsed(), requestIn['unable-to-fill'](), requestIn.cancelled()].map(
      (state) => ({ kind: 'request', state }),
    ),
  },
  {
    reference: { kind: 'request', id: '0190b000-0000-7000-8000-00000000f003' },
    states: [placedWith(LANZHOU), committed()].map((state) => ({ kind: 'request', state: exercise(state) })),
  },
  {
    reference: { kind: 'received-request', id: '0190b000-0000-7000-8000-00000000f004' },
    states: (['received', 'answered', 'committed', 'concluded'] as const).map((status) => ({
      kind: 'received-request',
      state: receivedRequestIn[status](),
    })),
  },
  {
    reference: { kind: 'task', id: '0190b000-0000-7000-8000-00000000f005' },
    states: (['sent', 'under-way', 'done', 'archived'] as const).map((status) => ({
      kind: 'task',
      state: taskIn[status](),
    })),
  },
  {
    reference: { kind: 'deployment', id: DEPLOYMENT_ID },
    states: (['departed', 'arrived', 'working'] as const).map((status) => ({
      kind: 'deployment',
      state: deploymentAt(status),
      kindAsked: undefined,
    })),
  },
];

/** An act of the clock about an aggregate; the same deadline comes several times. */
const ACTS = [
  { handOff: 'answer', key: LANZHOU, due: NOW, act: 'warn', step: 1, at: '2026-07-14T23:00:00.000Z' },
  { handOff: 'answer', key: LANZHOU, due: NOW, act: 'remind', step: 1, at: NOW },
  { handOff: 'answer', key: LANZHOU, due: NOW, act: 'escalate', step: 1, at: '2026-07-15T01:00:00.000Z' },
  { handOff: 'approval', key: '-', due: NOW, act: 'remind', step: 1, at: NOW },
] as const;

/** What happens: an aggregate becomes what it is next, the clock acts, or what was told before is told, again or late. */
const happening = fc.oneof(
  { arbitrary: fc.record({ what: fc.constant('become' as const), which: fc.nat(HISTORIES.length - 1) }), weight: 3 },
  { arbitrary: fc.record({ what: fc.constant('act' as const), which: fc.nat(ACTS.length - 1) }), weight: 1 },
  {
    arbitrary: fc.record({ what: fc.constant('tell' as const), which: fc.array(fc.nat(1000), { maxLength: 4 }) }),
    weight: 2,
  },
);

const isExercise = ({ kind, state }: Figured): boolean =>
  kind === 'request' || kind === 'task'
    ? state.exercise
    : kind === 'deployment'
      ? state.mission.exercise
      : state.placed.exercise;

type Happening = typeof happening extends fc.Arbitrary<infer H> ? H : never;

/** A city in which things happen to the aggregates. */
const world = () => {
  const city = figuredCity();
  const place = HISTORIES.map(() => -1);
  const told: RowNote[] = [];
  const acted = new Map<string, readonly FigureLine[]>();
  const now = () => HISTORIES.map(({ states }, n) => states[place[n] ?? -1]);

  const change = async (which: number, event?: readonly [string, object]): Promise<void> => {
    const figured = now()[which];
    const reference = HISTORIES[which]?.reference;
    if (figured && reference) told.push(await city.become(reference, figured.state, event));
  };
  const become = async (which: number): Promise<void> => {
    place[which] = Math.min((place[which] ?? -1) + 1, (HISTORIES[which]?.states.length ?? 0) - 1);
    await change(which);
  };
  const act = async (which: number): Promise<void> => {
    const done = ACTS[which];
    if (place[0] === -1) await become(0);
    await change(0, ['deadlineActed', { ...done }]);
    for (const [part, lines] of done ? figuresOfMissedClock(done, false) : []) acted.set(part, lines);
  };
  /** Two functions work at the same time, each on some of it. */
  const tell = async (which: readonly number[]): Promise<void> => {
    const some = which.flatMap((n) => told[n % Math.max(1, told.length)] ?? []);
    const half = Math.floor(some.length / 2);
    await Promise.all([some.slice(0, half), some.slice(half)].map((batch) => city.count(...batch)));
  };
  const happen = ({ what, which }: Happening): Promise<void> => {
    if (what === 'become') return become(which);
    return what === 'act' ? act(which) : tell(which);
  };
  /** Everything is told, each once more or for the first time, in an order by chance. */
  const tellAll = async (order: readonly number[]): Promise<void> => {
    const all = told.map((note, n) => ({ note, by: order[n % order.length] ?? 0 }));
    for (const { note } of all.toSorted((one, other) => one.by - other.by)) await city.count(note);
  };
  const lines = (): readonly FigureLine[] => [
    ...now().flatMap((figured) => (figured ? [...figuresOf(figured).values()].flat() : [])),
    ...[...acted.values()].flat(),
  ];
  return { city, now, happen, tellAll, lines };
};

const play = async (happenings: readonly Happening[], order: readonly number[]) => {
  const played = world();
  for (const each of happenings) await played.happen(each);
  await played.tellAll(order);
  return played;
};

describe('figures', () => {
  it('come to the same in whatever order, how late and how often things are told, as counted from scratch', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { maxLength: 40 }),
        fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 }),
        async (happenings, lastly) => {
          const { city, lines } = await play(happenings, lastly);
          expect(city.cells()).toEqual(fromScratch(lines()));
        },
      ),
      { numRuns: 60 },
    );
  }, 30_000);

  it('of a drill go with it, and leave the real ones as they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 10, maxLength: 30 }), async (happenings) => {
        const { city, now, lines } = await play(happenings, [1]);
        for (const [n, figured] of now().entries()) {
          const reference = HISTORIES[n]?.reference;
          if (!figured || !reference || !isExercise(figured)) continue;
          await city.vanish(reference);
          await refigure(city.cell, { reference });
        }
        expect(city.cells()).toEqual(fromScratch(lines().filter(({ cell }) => cell.realm === 'real')));
        expect(city.cells().every(({ cell }) => cell.realm === 'real')).toBe(true);
      }),
      { numRuns: 20 },
    );
  }, 30_000);

  it('of a mission are of the kind that was asked for', async () => {
    const city = figuredCity();
    const request = receivedRequestIn.committed();
    const state = deploymentAt('arrived');
    const [item] = request.placed.items;
    const mission = { ...state.mission, requestId: REQUEST_ID, itemId: item?.itemId ?? '' };
    await city.become({ kind: 'received-request', id: REQUEST_ID }, request);
    const note = await city.become({ kind: 'deployment', id: DEPLOYMENT_ID }, { ...state, mission });
    await city.count(note);
    const kinds = city.cells().map(({ cell }) => cell.kind);
    expect(new Set(kinds)).toEqual(new Set([item?.kind]));
  });
});
