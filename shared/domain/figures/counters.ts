import * as z from 'zod';

/** What is counted, each a whole number of the month. Everything is a sum, so that figures of several months, cities or kinds are merged by adding. */
export const COUNTS = [
  /** Teams asked for; of supplies, items. Of an agency, tasks put to it. */
  'asked',
  /** Of these, promised by answers. */
  'promised',
  /** Of these, there for good: committed, or an own team sent, or a task done. */
  'filled',
  /** Items of requests, or tasks, that wait or waited for an answer. */
  'placed',
  'answered',
  /** Answered by the deadline. */
  'answeredInTime',
  /** The deadline passed without an answer. */
  'unanswered',
  'declined',
  /** Missions begun; of an agency, tasks that it has accepted. */
  'missions',
  /** Missions that have come to where they were sent; tasks done. */
  'arrived',
  /** By the time promised. */
  'arrivedInTime',
  'calledOff',
  /** Missions under way now: gone, and not home yet. */
  'out',
  /** Minutes from departure to being home, of those that are home. */
  'minutesOut',
  /** Open now. */
  'open',
  /** Deadlines that passed. */
  'missed',
] as const;
export type Count = (typeof COUNTS)[number];

/** Times of which the distribution is kept. */
export const TIMES = [
  /** From being asked to answering. */
  'reply',
  /** From the promise (or acceptance) to being there (or done). */
  'arrival',
  /** How much later than promised; in time is nought. */
  'delay',
] as const;
export type MeasuredTime = (typeof TIMES)[number];

/** A count, or how many times fell into a bucket of a histogram: `reply/3`. */
export type CounterName = Count | `${MeasuredTime}/${number}`;

/** Whole numbers by name; what is nought is left out. */
export const CountersSchema = z.record(z.string(), z.int());
export type Counters = Readonly<Partial<Record<CounterName, number>>>;

const entries = (counters: Counters) => Object.entries(counters) as [CounterName, number][];

/** @returns the sum, `times` times the second; without what comes to nought. */
export const added = (counters: Counters, more: Counters, times = 1): Counters => {
  const sum = new Map<CounterName, number>(entries(counters));
  for (const [name, value] of entries(more)) sum.set(name, (sum.get(name) ?? 0) + times * value);
  return Object.fromEntries([...sum].filter(([, value]) => value !== 0));
};

export const isNothing = (counters: Counters): boolean => entries(counters).every(([, value]) => value === 0);
