import { describe, expect, it } from 'vitest';
import { added, type Counters, isNothing } from '../../../shared/domain/figures/counters.ts';
import { type FigureCell, type FigureParts, groupedBy, NO_KIND } from '../../../shared/domain/figures/figure-cell.ts';
import { figuresOfDeployment } from '../../../shared/domain/figures/figures-of-deployment.ts';
import { figuresOfMissedClock } from '../../../shared/domain/figures/figures-of-missed-clock.ts';
import { figuresOfReceivedRequest } from '../../../shared/domain/figures/figures-of-received-request.ts';
import { figuresOfRequest } from '../../../shared/domain/figures/figures-of-request.ts';
import { figuresOfTask } from '../../../shared/domain/figures/figures-of-task.ts';
import { BOUNDS_MS, quantile, timed } from '../../../shared/domain/figures/histogram.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/domain/kernel/instant.ts';
import { AGENCY_ID, anAgency } from '../../builders/agency.ts';
import { LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { aDeployment } from '../../builders/deployment.ts';
import { receivedRequestIn } from '../../builders/received-request.ts';
import {
  accepts,
  answered,
  asCoordinator,
  aTeam,
  committed,
  DEADLINE,
  following,
  HAIDONG,
  itemAt,
  placedWith,
  requestIn,
} from '../../builders/request.ts';
import { AS, otherAgency, REPLY_BY, send, stepOf, following as taskAfter, taskIn } from '../../builders/task.ts';

/** @returns what parts add to the cells of one sort, all subjects and kinds together, unless told otherwise. */
const sumOf = (parts: FigureParts, of: FigureCell['of'], subject?: string): Counters =>
  [...parts.values()]
    .flat()
    .filter(({ cell }) => cell.of === of && (subject === undefined || cell.subject === subject))
    .reduce<Counters>((sum, { counters }) => added(sum, counters), {});

describe('a request', () => {
  it('adds nothing but its step while it is drafted or approved, and nothing once it is over', () => {
    expect(sumOf(figuresOfRequest(requestIn.drafted()), 'step', 'accept')).toEqual({ open: 1 });
    expect(sumOf(figuresOfRequest(requestIn.approved()), 'step', 'handle')).toEqual({ open: 1 });
    expect([...figuresOfRequest(requestIn.approved()).keys()]).toEqual(['STEP']);
    expect(sumOf(figuresOfRequest(requestIn.closed()), 'step')).toEqual({});
  });

  it('asks the city for all, and each partner for what its agreement covers', () => {
    const parts = figuresOfRequest(placedWith(LANZHOU, HAIDONG));
    expect(sumOf(parts, 'city')).toEqual({ placed: 2, asked: 3 });
    for (const city of [LANZHOU, HAIDONG]) expect(sumOf(parts, 'partner', city)).toEqual({ placed: 2, asked: 3 });
  });

  it('is filled by what is committed, and answered item by item', () => {
    const parts = figuresOfRequest(committed());
    expect(sumOf(parts, 'city')).toEqual({ placed: 2, asked: 3, filled: 2 });
    expect(sumOf(parts, 'partner')).toEqual({
      placed: 2,
      asked: 3,
      promised: 2,
      filled: 2,
      answered: 2,
      answeredInTime: 2,
      declined: 1,
      'reply/0': 2,
    });
  });

  it('was not answered in time by whom the deadline passed, even if the answer comes later', () => {
    const lapsed = following(placedWith(LANZHOU), [{ type: 'clock-ran-out' }, asCoordinator(DEADLINE)]);
    expect(sumOf(figuresOfRequest(lapsed), 'partner')).toMatchObject({ unanswered: 2 });
    const late = answered(lapsed, [accepts(itemAt(lapsed), [aTeam(1)])]);
    const lateAnswers = (late as Extract<typeof late, { placements: unknown }>).placements.map((placement) => ({
      ...placement,
      answers: placement.answers.map((answer) => ({ ...answer, answeredAt: '2026-07-15T03:00:00.000Z' })),
    }));
    expect(sumOf(figuresOfRequest({ ...late, placements: lateAnswers }), 'partner')).toEqual({
      placed: 2,
      asked: 3,
      answered: 1,
      promised: 1,
      unanswered: 1,
      [`reply/${BOUNDS_MS.indexOf(3 * HOUR_MS)}`]: 1,
    });
  });

  it('that is cancelled was not needed', () => {
    expect(sumOf(figuresOfRequest(requestIn.cancelled()), 'city')).toEqual({});
  });

  it('of a drill is in a realm of its own', () => {
    const state = { ...placedWith(LANZHOU), exercise: true };
    const realms = [...figuresOfRequest(state).values()].flat().map(({ cell }) => cell.realm);
    expect(new Set(realms)).toEqual(new Set(['exercise']));
  });
});

describe('a partner’s request', () => {
  it('is figured as help to that partner', () => {
    const parts = figuresOfReceivedRequest(receivedRequestIn.committed());
    expect(sumOf(parts, 'helped', XINING)).toMatchObject({
      placed: 2,
      answered: 2,
      declined: 1,
      filled: 1,
      promised: 1,
    });
    expect(sumOf(figuresOfReceivedRequest(receivedRequestIn.lapsed()), 'helped')).toMatchObject({ unanswered: 2 });
  });
});

describe('a mission', () => {
  const both = (status: Parameters<ReturnType<typeof aDeployment>['goOn']>[0]) => {
    const cities = aDeployment();
    cities.goOn(status);
    return { ours: cities.state(XINING), theirs: cities.state(LANZHOU) };
  };

  it('is the partner’s at the requester, and the team’s and the help’s at the owner', () => {
    const { ours, theirs } = both('departed');
    const atRequester = figuresOfDeployment(ours, 'water-rescue');
    expect(sumOf(atRequester, 'partner', LANZHOU)).toEqual({ missions: 1, out: 1 });
    expect(sumOf(atRequester, 'city', XINING)).toEqual({ missions: 1, out: 1 });
    expect(sumOf(atRequester, 'team')).toEqual({});
    const atOwner = figuresOfDeployment(theirs, undefined);
    expect(sumOf(atOwner, 'helped', XINING)).toEqual({ missions: 1, out: 1 });
    expect(sumOf(atOwner, 'team')).toEqual({ missions: 1, out: 1 });
    expect([...atOwner.values()].flat().every(({ cell }) => cell.kind === NO_KIND)).toBe(true);
  });

  it('arrives in time, or late by so much', () => {
    const { ours } = both('arrived');
    const promised = { ...ours, mission: { ...ours.mission, estimatedArrival: '2026-07-15T06:00:00.000Z' } };
    expect(sumOf(figuresOfDeployment(promised, undefined), 'partner')).toMatchObject({
      arrived: 1,
      arrivedInTime: 1,
      'delay/0': 1,
    });
    const late = { ...ours, mission: { ...ours.mission, estimatedArrival: '2026-07-15T05:15:00.000Z' } };
    const counters = sumOf(figuresOfDeployment(late, undefined), 'partner');
    expect(counters.arrivedInTime).toBeUndefined();
    expect(counters[`delay/${BOUNDS_MS.indexOf(45 * MINUTE_MS)}`]).toBe(1);
  });

  it('has kept its team away from departure until it is home', () => {
    const { theirs } = both('working');
    const progress = {
      status: 'home',
      since: '2026-07-16T02:30:00.000Z',
      departedAt: '2026-07-15T02:00:00.000Z',
      arrivedAt: '2026-07-15T06:00:00.000Z',
      returnDepartedAt: '2026-07-15T22:00:00.000Z',
      homeAt: '2026-07-16T02:30:00.000Z',
    } as const;
    const home = { ...theirs, phase: 'ended' as const, progress };
    expect(sumOf(figuresOfDeployment(home, undefined), 'team')).toMatchObject({
      missions: 1,
      minutesOut: 24 * 60 + 30,
    });
    expect(sumOf(figuresOfDeployment(home, undefined), 'team').out).toBeUndefined();
  });
});

describe('a task', () => {
  it('is asked of its agency, accepted and done', () => {
    expect(sumOf(figuresOfTask(taskIn.sent()), 'agency', AGENCY_ID)).toEqual({ asked: 1, placed: 1 });
    expect(sumOf(figuresOfTask(taskIn['under-way']()), 'agency', AGENCY_ID)).toMatchObject({
      promised: 1,
      answered: 1,
      answeredInTime: 1,
      missions: 1,
    });
    expect(sumOf(figuresOfTask(taskIn.done()), 'agency', AGENCY_ID)).toMatchObject({ filled: 1, arrived: 1 });
    expect(sumOf(figuresOfTask(taskIn.sent()), 'step', 'transfer')).toEqual({ open: 1 });
    expect(sumOf(figuresOfTask(taskIn.archived()), 'step')).toEqual({});
  });

  it('counts nothing against whom another agency forestalled', () => {
    const taken = taskAfter(undefined, send(anAgency(), otherAgency()), { type: 'accept', as: AS });
    const agencies = [...figuresOfTask(taken).values()].flat().filter(({ cell }) => cell.of === 'agency');
    expect(agencies.map(({ cell }) => cell.subject)).toEqual([AGENCY_ID]);
  });

  it('that nobody answers is unanswered', () => {
    const sent = taskAfter(undefined, send(anAgency()));
    const lapsed = stepOf(sent, { type: 'clock-ran-out' }, REPLY_BY).state;
    expect(sumOf(figuresOfTask(lapsed), 'agency')).toEqual({ asked: 1, placed: 1, unanswered: 1 });
    expect(sumOf(figuresOfTask(lapsed), 'step', 'supervise')).toEqual({ open: 1 });
  });
});

describe('a missed clock', () => {
  const act = { handOff: 'answer', key: LANZHOU, due: NOW } as const;
  it('is counted once its time has passed, under the same part whatever is done about it', () => {
    expect(figuresOfMissedClock({ ...act, at: '2026-07-14T23:59:59.999Z' }, false).size).toBe(0);
    const reminded = figuresOfMissedClock({ ...act, at: NOW }, false);
    expect(reminded).toEqual(figuresOfMissedClock({ ...act, at: '2026-07-16T00:00:00.000Z' }, false));
    expect(sumOf(reminded, 'hand-off', 'answer')).toEqual({ missed: 1 });
  });
});

describe('counters', () => {
  it('are added and taken away without a trace', () => {
    const some: Counters = { asked: 3, 'reply/2': 1 };
    expect(added(some, some, -1)).toEqual({});
    expect(isNothing(added({}, {}))).toBe(true);
    expect(added(some, { asked: 1 })).toEqual({ asked: 4, 'reply/2': 1 });
  });

  it('tell by their buckets where a share of the times ends', () => {
    const times = [1, 3, 9, 20, 100].map((minutes) => timed('reply', minutes * MINUTE_MS));
    const all = times.reduce((sum, each) => added(sum, each), {});
    expect(quantile(all, 'reply', 0.5)).toEqual({ atMost: 10 * MINUTE_MS });
    expect(quantile(all, 'reply', 0.9)).toEqual({ atMost: 2 * HOUR_MS });
    expect(quantile(all, 'arrival', 0.5)).toBeUndefined();
    expect(quantile(timed('reply', 1000 * HOUR_MS), 'reply', 0.5)).toEqual({});
    expect(timed('delay', 0)).toEqual({ 'delay/0': 1 });
  });
});

describe('groups', () => {
  it('keep the order of what is in them', () => {
    expect([...groupedBy(['b1', 'a1', 'b2'], ([name = '']) => name)]).toEqual([
      ['b', ['b1', 'b2']],
      ['a', ['a1']],
    ]);
  });
});
