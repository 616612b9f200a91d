import { type Command, Option } from 'commander';
import type { Text } from '../../shared/domain/kernel/text.ts';
import { requestRoutes } from '../../shared/http/routes/requests.ts';
import type { RequestView } from '../../shared/http/views/request.ts';
import { action, addCommand, type Cli, oneOf } from '../cli.ts';
import { Ended } from '../failure.ts';
import { parseDuration } from '../input.ts';
import { GOALS, hasReached, isOver, newsOf } from '../request-progress.ts';
import type { Run } from '../run.ts';

interface FollowOptions {
  readonly until: string;
  /** Milliseconds, both. */
  readonly timeout: number;
  readonly every: number;
}

/** Something that happened, and when it was seen. */
interface News {
  readonly seenAt: string;
  readonly text: Text;
}

const TIME = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', timeStyle: 'medium' });

/** Looks until the goal is reached, nothing more can happen, or the time is up. */
const watch = async (run: Run, requestId: string, { until, timeout, every }: FollowOptions) => {
  const { world } = run;
  const client = run.client();
  const deadline = world.now() + timeout;
  const news: News[] = [];
  for (let before: RequestView | undefined; ; ) {
    const { body: request } = await client.call(requestRoutes.readRequest, { params: { requestId } });
    for (const text of newsOf(before, request)) {
      const now = new Date(world.now());
      news.push({ seenAt: now.toISOString(), text });
      run.tell(`${TIME.format(now)}  ${run.words(text)}`);
    }
    before = request;
    if (hasReached(request, until) || isOver(request) || world.now() + every > deadline) return { request, news };
    await world.pause(every);
  }
};

const follow = async (run: Run, requestId: string, options: FollowOptions): Promise<void> => {
  const { request, news } = await watch(run, requestId, options);
  const reached = hasReached(request, options.until);
  run.show({ reached, until: options.until, news, request }, '');
  if (reached) return;
  if (isOver(request)) throw new Ended('failed');
  run.note({
    zh: `等待超时，尚未到“${options.until}”。`,
    en: `The time is up; it has not come to "${options.until}".`,
  });
  throw new Ended('timed-out');
};

/** `request follow`. */
export const addFollowCommand = (cli: Cli, request: Command): void => {
  const say = (text: Text): string => text[cli.language];
  const until = new Option('--until <stage>', say({ zh: '跟到哪一步', en: 'how far to follow it' })).default('closed');
  const duration = (flags: string, text: Text, milliseconds: number): Option =>
    new Option(flags, say(text)).argParser(parseDuration).default(milliseconds);
  addCommand(cli, request, 'follow', {
    zh: '跟踪请求，有变化就显示，直到某一步或超时',
    en: 'follow a request and tell what happens, until it has come so far or the time is up',
  })
    .argument('<id>', say({ zh: '请求编号', en: 'id of the request' }))
    .addOption(oneOf(until, GOALS))
    .addOption(
      duration('--timeout <time>', { zh: '最多等多久，默认1h', en: 'how long at most; 1h by default' }, 3_600_000),
    )
    .addOption(duration('--every <time>', { zh: '多久看一次，默认3s', en: 'how often to look; 3s by default' }, 3000))
    .action(action(cli, (run, requestId: string, options: FollowOptions) => follow(run, requestId, options)));
};
