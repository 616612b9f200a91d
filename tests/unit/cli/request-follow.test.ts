import { afterEach, describe, expect, it } from 'vitest';
import { hasReached, newsOf } from '../../../cli/request-progress.ts';
import type { RequestState } from '../../../shared/domain/request/request-state.ts';
import { type RequestReading, requestView } from '../../../shared/http/views/request.ts';
import { LANZHOU } from '../../builders/circumstances.ts';
import { answered as anAnswer, aToken, type CliWorld, createCliWorld } from '../../builders/cli-world.ts';
import {
  accepts,
  allHome,
  answered,
  approved,
  aTeam,
  committed,
  itemAt,
  placedWith,
  requestIn,
  requisitioned,
} from '../../builders/request.ts';

const accepted = (): RequestState => {
  const placed = placedWith(LANZHOU);
  return answered(placed, [accepts(itemAt(placed), [aTeam(1)])]);
};

const reading = (state: RequestState): RequestReading => ({ ...requestView(state), pending: { handOffs: [] } });

const news = (before: RequestState | undefined, after: RequestState): readonly string[] =>
  newsOf(before && requestView(before), requestView(after)).map(({ zh }) => zh);

describe('what has happened to a request', () => {
  it.each([
    ['nothing', approved(), approved(), []],
    ['it was first seen', undefined, approved(), ['请求已批准']],
    ['it was placed', approved(), placedWith(LANZHOU), ['请求已发出', '兰州市：等待中']],
    ['an answer came', placedWith(LANZHOU), accepted(), ['兰州市：水上救援 接受']],
    ['it was requisitioned', accepted(), requisitioned(), ['兰州市：水上救援 已征调，等待承诺']],
    ['it was committed', requisitioned(), committed(), ['兰州市：水上救援 已承诺派队']],
  ])('%s', (_, before, after, told) => {
    expect(news(before, after)).toEqual(expect.arrayContaining(told));
    if (told.length === 0) expect(news(before, after)).toEqual([]);
  });

  it('all teams are home', () => {
    expect(news(committed(), allHome()).filter((text) => text.endsWith('已归建')).length).toBeGreaterThan(0);
  });

  it.each([
    ['approved', approved(), true],
    ['answered', placedWith(LANZHOU), false],
    ['requisitioned', requisitioned(), true],
    ['committed', requisitioned(), false],
    ['committed', committed(), true],
    ['home', committed(), false],
    ['home', allHome(), true],
  ])('has it come to "%s"?', (goal, state, expected) => {
    expect(hasReached(requestView(state), goal)).toBe(expected);
  });
});

describe('following', () => {
  let cli: CliWorld;
  afterEach(() => cli.dispose());

  /** The API answers each look with the next state, and from then on with the last. */
  const signedIn = async (...states: readonly RequestState[]): Promise<void> => {
    const left = [...states];
    cli = createCliWorld(() => anAnswer(200, reading((left.length > 1 ? left.shift() : left[0]) ?? approved())));
    await cli.run('login', '--token', await aToken('coordinator'));
  };
  const follow = (...args: readonly string[]) => cli.run('request', 'follow', approved().id, '--lang', 'zh', ...args);

  it('tells what happens until it has come so far', async () => {
    await signedIn(approved(), placedWith(LANZHOU), requisitioned());
    const { exit, stdout } = await follow('--until', 'requisitioned');
    expect(exit).toBe(0);
    expect(stdout.split('\n').map((line) => line.slice(10))).toEqual(
      expect.arrayContaining(['请求已批准', '请求已发出', '兰州市：水上救援 已征调，等待承诺']),
    );
    expect(cli.asked).toHaveLength(3);
  });

  it('gives up when the time is up, with all it saw as one JSON document', async () => {
    await signedIn(approved());
    const { exit, stdout } = await follow('--until', 'placed', '--timeout', '10s', '--every', '2s', '--json');
    expect(exit).toBe(5);
    const { reached, news: seen } = JSON.parse(stdout);
    expect({ reached, seen: seen.length }).toEqual({ reached: false, seen: 1 });
    expect(cli.asked).toHaveLength(6);
  });

  it('fails at once when it can no longer come so far', async () => {
    await signedIn(requestIn.cancelled());
    expect((await follow('--until', 'committed')).exit).toBe(1);
    expect(cli.asked).toHaveLength(1);
  });
});
