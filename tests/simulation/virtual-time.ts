import { setImmediate as afterPromises } from 'node:timers';

/** Calls off what was planned. */
type CallOff = () => void;

/** Time that passes only because nothing is left to do at this moment. */
export interface VirtualTime {
  /** Milliseconds since 1970. */
  now(): number;
  /** Plans a task; tasks of one moment run in the order they were planned. */
  after(milliseconds: number, task: () => void): CallOff;
  wait(milliseconds: number): Promise<void>;
  /** Runs what is planned up to and including that moment, then it is that moment. */
  runUntil(moment: number): Promise<void>;
  /** The moment of the next task, if any is planned. */
  next(): number | undefined;
}

interface Planned {
  readonly at: number;
  readonly order: number;
  task: (() => void) | undefined;
}

const isBefore = (left: Planned, right: Planned): boolean =>
  left.at < right.at || (left.at === right.at && left.order < right.order);

/** A binary heap of what is planned. */
const createAgenda = () => {
  const heap: Planned[] = [];
  const swap = (i: number, j: number): void => {
    const [a, b] = [heap[i], heap[j]];
    if (a && b) [heap[i], heap[j]] = [b, a];
  };
  const before = (i: number, j: number): boolean => {
    const [a, b] = [heap[i], heap[j]];
    return a !== undefined && b !== undefined && isBefore(a, b);
  };
  const sink = (start: number): void => {
    let parent = start;
    for (;;) {
      const left = 2 * parent + 1;
      const least = before(left + 1, left) ? left + 1 : left;
      if (!before(least, parent)) return;
      swap(parent, least);
      parent = least;
    }
  };
  return {
    peek: (): Planned | undefined => heap[0],
    push: (planned: Planned): void => {
      let child = heap.push(planned) - 1;
      while (child > 0 && before(child, (child - 1) >> 1)) {
        swap(child, (child - 1) >> 1);
        child = (child - 1) >> 1;
      }
    },
    pop: (): void => {
      const last = heap.pop();
      if (last === undefined || heap.length === 0) return;
      heap[0] = last;
      sink(0);
    },
  };
};

/** Resolves when every promise that can go on without time passing has done so. */
const settled = (): Promise<void> => new Promise((resolve) => afterPromises(() => resolve()));

export const createVirtualTime = (start: number): VirtualTime => {
  const agenda = createAgenda();
  let now = start;
  let order = 0;

  /** The next that was not called off. */
  const upcoming = (): Planned | undefined => {
    let planned = agenda.peek();
    while (planned && planned.task === undefined) {
      agenda.pop();
      planned = agenda.peek();
    }
    return planned;
  };

  const after = (milliseconds: number, task: () => void): CallOff => {
    order += 1;
    const planned: Planned = { at: now + Math.max(0, Math.ceil(milliseconds)), order, task };
    agenda.push(planned);
    return () => {
      planned.task = undefined;
    };
  };

  return {
    now: () => now,
    after,
    wait: (milliseconds) => new Promise((resolve) => after(milliseconds, resolve)),
    next: () => upcoming()?.at,
    runUntil: async (moment) => {
      await settled();
      for (let planned = upcoming(); planned && planned.at <= moment; planned = upcoming()) {
        agenda.pop();
        now = planned.at;
        planned.task?.();
        await settled();
      }
      now = Math.max(now, moment);
    },
  };
};
