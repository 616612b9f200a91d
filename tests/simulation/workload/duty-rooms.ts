import { MINUTE_MS } from '../../../shared/domain/kernel/instant.ts';
import type { Answer } from '../gateway.ts';
import { type Fields, fieldsOf } from '../json.ts';
import type { Random } from '../random.ts';
import type { World } from '../world.ts';
import type { Desk } from './desk.ts';
import { createMatters, type Knowledge, type Matter, type Matters } from './matters.ts';
import type { Option } from './options.ts';
import { draftRequest } from './setup.ts';

/** How often somebody does what nobody expects. */
const TROUBLE = 0.15;
/** How often people turn to agreements, offers and questions instead of the flood. */
const BESIDES = 0.1;
/** How often people go by what they saw last, instead of looking again. */
const FROM_MEMORY = 0.65;
/** How often, from the first request to the end of the work, somebody takes something up. */
const STEPS = 16;

const choose = (options: readonly Option[], random: Random, trouble: number): Option | undefined => {
  const wanted = random.chance(trouble) ? 'trouble' : 'progress';
  const chosen = options.filter(({ kind }) => kind === wanted);
  return chosen.length > 0 ? random.pick(chosen) : undefined;
};

/** The people of all cities at their work. */
export interface DutyRooms {
  /** Floods: requests are made and whatever follows from them is done, until the moment `end`. */
  work(end: number): Promise<void>;
  /** What is going on is brought to its end, as far as so many rounds go. */
  wrapUp(rounds: number): Promise<void>;
}

export const createDutyRooms = (world: World, desk: Desk, knowledge: Knowledge): DutyRooms => {
  const { time } = world;
  const random = world.random('people');
  const matters: Matters = createMatters(knowledge);

  /** People's watches go by their city's clock. */
  const shownIn = (city: string): number => world.host(city).clockAt(time.now());

  /** Matters as they were when somebody last saw them. */
  const seen = new Map<Matter, Fields>();

  const remember = (matter: Matter, answer: Pick<Answer, 'body'> | undefined): Fields => {
    const view = fieldsOf(answer?.body);
    matters.discover(matter.city, view);
    // What was answered may be another thing, which came of this one.
    const isOfMatter = Object.values(view).includes(matter.path.split('/').at(-1));
    if (isOfMatter) seen.set(matter, view);
    return isOfMatter ? view : {};
  };

  const act = async (matter: Matter, option: Option): Promise<void> => {
    const answer = await desk.command(option.command);
    if (answer && answer.status < 300) remember(matter, answer);
  };

  const read = async (matter: Matter): Promise<Fields> => remember(matter, await desk.read(matter.city, matter.path));

  const optionFor = (matter: Matter, view: Fields, trouble: number): Option | undefined => {
    const situation = { city: matter.city, path: matter.path, now: shownIn(matter.city) };
    return choose(matter.options(view, situation, random), random, trouble);
  };

  /** Does one thing about a matter. @returns whether there was anything to do. */
  const attend = async (matter: Matter, trouble: number): Promise<boolean> => {
    const option = optionFor(matter, await read(matter), trouble);
    if (option) await act(matter, option);
    return option !== undefined;
  };

  /** What somebody sees who comes in: the flood, mostly. */
  const desktop = (): readonly Matter[] =>
    random.shuffled(random.chance(BESIDES) ? matters.besides(random.chance(0.5)) : matters.floods());

  /** Somebody takes up whatever there is: what needs something done by what was seen last, or what has to be looked at anew. */
  const attendAny = async (): Promise<void> => {
    for (const matter of desktop()) {
      const remembered = random.chance(FROM_MEMORY) ? seen.get(matter) : undefined;
      const option = optionFor(matter, remembered ?? (await read(matter)), TROUBLE);
      if (option) await act(matter, option);
      if (option || !remembered) return;
    }
  };

  const ask = async (city: string): Promise<void> => {
    const requestId = await draftRequest(desk, random, { city, now: shownIn(city) });
    if (requestId !== undefined) matters.add('request', city, requestId);
  };

  return {
    work: async (end) => {
      const asking = [...knowledge.agreements].flatMap(([city, signed]) => (signed.length > 0 ? [city] : []));
      if (asking.length === 0) return;
      await Promise.all(Array.from({ length: random.chance(0.35) ? 2 : 1 }, () => ask(random.pick(asking))));
      const gap = (end - time.now()) / STEPS;
      while (time.now() < end) {
        await time.wait(random.between(MINUTE_MS, 2 * gap));
        // Nobody waits for anybody else: several people may be at the same matter.
        for (let people = random.chance(0.2) ? 2 : 1; people > 0; people -= 1) void attendAny();
      }
    },
    wrapUp: async (rounds) => {
      for (let round = 0; round < rounds; round += 1) {
        const outcomes = await Promise.all(matters.floods().map((matter) => attend(matter, 0)));
        if (!outcomes.includes(true)) return;
        await time.wait(10 * MINUTE_MS);
      }
    },
  };
};
