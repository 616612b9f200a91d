import type { Instant } from '../kernel/instant.ts';

/** That somebody was asked at one moment, and answered at another, or has not yet. */
export interface Asked {
  readonly askedAt: Instant;
  readonly answeredAt?: Instant | undefined;
}

/** What happened in a drill, as its aggregates and their ledgers tell. */
export interface DrillFacts {
  /** Each partner that each request was placed with. */
  readonly replies: readonly Asked[];
  /** Of all items of all requests. */
  readonly asked: number;
  readonly filled: number;
  readonly arrivals: readonly { readonly promised: Instant; readonly arrived?: Instant | undefined }[];
  /** Each agency that each task was put to. */
  readonly taskReplies: readonly Asked[];
  readonly reminders: number;
  readonly escalations: number;
}

/** Where nothing has happened yet. */
export const NO_FACTS: DrillFacts = {
  ...{ replies: [], asked: 0, filled: 0, arrivals: [], taskReplies: [], reminders: 0, escalations: 0 },
};
