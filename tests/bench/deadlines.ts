import { createHandler } from '../../functions/clock/handler.ts';
import { readBoard } from '../../functions/duty-room/board.ts';
import { createDynamoDbStore } from '../../shared/data/dynamodb-store.ts';
import { execute } from '../../shared/data/execute.ts';
import { type Item, MAXIMUM_TRANSACTION_WRITES, type Store } from '../../shared/data/store.ts';
import { keys } from '../../shared/data/table.ts';
import { deadlineList } from '../../shared/domain/deadline/deadline-listings.ts';
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, plus } from '../../shared/domain/kernel/instant.ts';
import { CONVERSATIONS } from '../../shared/exchange/conversations/index.ts';
import { anAgency } from '../builders/agency.ts';
import { aFreshId, aPerson, NOW, XINING } from '../builders/circumstances.ts';
import { anIncident } from '../builders/incident.ts';
import { otherAgency, send, taskDetails } from '../builders/task.ts';
import { createTestCell } from '../builders/test-cell.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';
import { createTable } from './bench-city.ts';
import { quantile, rounded } from './statistics.ts';

/** With a thousand times as many open deadlines, a look of the clock that has as much to do may cost so many times the capacity units. */
const UNITS_GOAL = 1.05;
/** And may take so many times as long. */
const LATENCY_GOAL = 1.5;

const FEW = 100;
const MANY = 100_000;
/** Deadlines of which an act is due at each look. */
const DUE = 20;

/**
 * Minutes after the tasks were sent at which something is due of each: the agency's half-time, its time is up, then one act after
 * another until somebody finds a second agency.
 */
const LOOKS = [30, 60, 75, 90, 100, 105, 120, 150];

/** After each look, so often: a single one of a millisecond says more of the machine than of the city. */
const TIMES = 25;

/** While loading. */
const WRITERS = 4;
const COPIES_AT_ONCE = 25;

/** When what is not due is due. */
const FAR = plus(NOW, 30 * DAY_MS);

const replacedIn = <T>(value: T, from: string, to: string): T =>
  JSON.parse(JSON.stringify(value).replaceAll(from, to)) as T;

/** A city with open deadlines; what its clock costs is counted. */
interface City {
  readonly look: () => Promise<{ readonly rung: number; readonly failed: number }>;
  readonly board: () => Promise<unknown>;
  readonly setTime: (now: Instant) => void;
  readonly loadSeconds: number;
  /** Capacity units since this was asked last. */
  readonly spent: () => number;
}

/** Rows of which there are as many as open deadlines: states in the due index, and the rows of the board. */
const isOfDeadline = ({ pk, sk }: Item): boolean =>
  sk === 'STATE' || pk.startsWith(keys.listing(deadlineList({ exercise: false }), '').pk);

const writeAll = async (store: Store, rows: readonly Item[]): Promise<void> => {
  for (let start = 0; start < rows.length; start += MAXIMUM_TRANSACTION_WRITES)
    await store.transact(
      rows.slice(start, start + MAXIMUM_TRANSACTION_WRITES).map((item) => ({ kind: 'put', item })),
      aFreshId(),
    );
};

const load = async ({ client }: Dynoxide, entries: number): Promise<City> => {
  const table = { client, tableName: `deadlines-${entries}` };
  await createTable(table);
  let units = 0;
  const store = createDynamoDbStore({
    ...table,
    onCapacity: (_, more) => {
      units += more;
    },
  });
  const test = createTestCell({ city: XINING, now: NOW, newId: aFreshId });
  const cell = { ...test.cell, store };
  /** @returns the rows of a task that was sent to two agencies. */
  const sendTask = async (): Promise<readonly Item[]> => {
    const rows: Item[] = [];
    const noting: Store = {
      ...store,
      transact: async (writes, token) => {
        await store.transact(writes, token);
        for (const write of writes) if (write.kind === 'put') rows.push(write.item);
      },
    };
    const id = aFreshId();
    const details = taskDetails({ neededBy: plus(cell.clock.now(), 6 * HOUR_MS) });
    const origin = { kind: 'incident', incident: anIncident(), details } as const;
    const executed = await execute({ ...cell, store: noting }, CONVERSATIONS, {
      target: { kind: 'task', id },
      actor: aPerson('coordinator', XINING),
      command: () => ({ ...send(anAgency(), otherAgency()), id, origin }),
    });
    if (executed.outcome === 'refused') throw new Error(`refused: ${executed.refusal.reason.code}`);
    return rows;
  };
  const start = performance.now();
  for (let index = 0; index < DUE; index += 1) await sendTask();
  test.setTime(FAR);
  const model = (await sendTask()).filter(isOfDeadline);
  const modelId = model.find(({ sk }) => sk === 'STATE')?.id;
  if (typeof modelId !== 'string') throw new Error('the task has no state');
  let left = entries - DUE;
  const writeCopies = async (): Promise<void> => {
    while (left > 0) {
      const count = Math.min(left, COPIES_AT_ONCE);
      left -= count;
      const copies = Array.from({ length: count }, () => replacedIn(model, modelId, aFreshId()));
      await writeAll(store, copies.flat());
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writeCopies));
  const handler = createHandler(cell);
  const query = { limit: 50, withinHours: 24, exercise: 'false' } as const;
  return {
    look: () => handler({} as never),
    board: () => readBoard(cell as never, query),
    setTime: test.setTime,
    loadSeconds: rounded((performance.now() - start) / 1000, 0),
    spent: () => {
      const so = units;
      units = 0;
      return so;
    },
  };
};

/** Capacity units, and how long each took, milliseconds. */
interface Measured {
  units: number;
  readonly milliseconds: number[];
}

const measured = async (into: Measured, { spent }: City, run: () => Promise<unknown>): Promise<void> => {
  spent();
  const start = performance.now();
  await run();
  into.milliseconds.push(performance.now() - start);
  into.units += spent();
};

const figuresOf = ({ units, milliseconds }: Measured) => ({
  units: rounded(units / milliseconds.length, 1),
  p50Ms: rounded(quantile(milliseconds, 0.5), 1),
});

const ratiosOf = (few: Measured, many: Measured) => ({
  units: rounded(many.units / few.units, 3),
  p50: rounded(quantile(many.milliseconds, 0.5) / quantile(few.milliseconds, 0.5)),
});

/**
 * What a look of the clock costs, and how long it takes, that has something to do about twenty of 100 and of 100,000 open deadlines; a
 * look that has nothing to do; and a page of the board. Capacity units are those that the engine meters.
 */
export const benchDeadlines = async () => {
  const engine = await startDynoxide();
  try {
    const cities = [await load(engine, FEW), await load(engine, MANY)] as const;
    const none = (): [Measured, Measured] => [
      { units: 0, milliseconds: [] },
      { units: 0, milliseconds: [] },
    ];
    const [looks, idle, boards] = [none(), none(), none()];
    const places = cities.map((city, place) => {
      const [look, rest, board] = [looks[place], idle[place], boards[place]];
      if (!look || !rest || !board) throw new Error('a city has no place');
      return { city, look, rest, board };
    });
    for (const minute of LOOKS) {
      for (const { city, look } of places) {
        city.setTime(plus(NOW, minute * MINUTE_MS));
        await measured(look, city, async () => {
          const { rung, failed } = await city.look();
          if (rung !== DUE || failed > 0) throw new Error(`at ${minute} the clock rang ${rung} times`);
        });
      }
      // By turns, so that both have the machine as it is.
      for (let time = 0; time < TIMES; time += 1)
        for (const { city, rest, board } of places) {
          await measured(rest, city, city.look);
          await measured(board, city, city.board);
        }
    }
    const ratios = { look: ratiosOf(...looks), idleLook: ratiosOf(...idle), board: ratiosOf(...boards) };
    const broken = Object.entries(ratios).flatMap(([name, { units }]) =>
      units > UNITS_GOAL ? [`${name} costs ${units} times the capacity units with ${MANY} open deadlines`] : [],
    );
    const figures = (place: 0 | 1) => ({
      loadSeconds: cities[place].loadSeconds,
      look: figuresOf(looks[place]),
      idleLook: figuresOf(idle[place]),
      board: figuresOf(boards[place]),
    });
    return {
      goals: { units: UNITS_GOAL, p50: LATENCY_GOAL },
      due: DUE,
      few: { open: FEW, ...figures(0) },
      many: { open: MANY, ...figures(1) },
      manyToFew: ratios,
      broken,
    };
  } finally {
    await engine.stop();
  }
};
