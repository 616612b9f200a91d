import type { Random } from './random.ts';

/** How bad things are: chances from 0 to 1 for each single operation, and the longest delays, milliseconds. */
export interface Weather {
  /** An operation takes a while, so that others come in between. */
  readonly slowOperation: number;
  readonly slowestOperationMs: number;
  readonly throttling: number;
  readonly conflict: number;
  /** A transaction commits, but its caller is told that the connection broke. */
  readonly lostAcknowledgement: number;
  /** The function stops for ever before or after an operation. */
  readonly stall: number;
  /** The bus refuses a batch after having taken a part of it. */
  readonly refusedBatch: number;
  readonly lostMessage: number;
  readonly repeatedMessage: number;
  readonly slowestMessageMs: number;
  /** The answer to an HTTP request does not reach the caller. */
  readonly lostAnswer: number;
  /** How long the due index lags at most, milliseconds. */
  readonly slowestIndexMs: number;
}

export const CALM: Weather = {
  slowOperation: 0,
  slowestOperationMs: 0,
  throttling: 0,
  conflict: 0,
  lostAcknowledgement: 0,
  stall: 0,
  refusedBatch: 0,
  lostMessage: 0,
  repeatedMessage: 0,
  slowestMessageMs: 0,
  lostAnswer: 0,
  slowestIndexMs: 0,
};

/** The worst of each. */
const WORST: Weather = {
  slowOperation: 0.5,
  slowestOperationMs: 2000,
  throttling: 0.08,
  conflict: 0.15,
  lostAcknowledgement: 0.1,
  stall: 0.02,
  refusedBatch: 0.2,
  lostMessage: 0.3,
  repeatedMessage: 0.3,
  slowestMessageMs: 8 * 60_000,
  lostAnswer: 0.2,
  slowestIndexMs: 10_000,
};

/**
 * @returns a storm in which each kind of trouble is there or not, and more or less: seeds with few kinds of trouble get further, and
 * find what seeds with all of them never reach.
 */
export const stormOf = (random: Random): Weather => {
  const drawn = Object.entries(WORST).map(([kind, worst]) => {
    const value = random.chance(0.4) ? worst * random.fraction() : 0;
    return [kind, worst > 1 ? Math.round(value) : value];
  });
  return { ...CALM, ...Object.fromEntries(drawn) };
};
