import { actNotices } from '../domain/deadline/act-notices.ts';
import { type DeadlineActed, isDeadlineActed } from '../domain/deadline/deadline-acted.ts';
import { decideActs } from '../domain/deadline/decide-acts.ts';
import { isSameDeadline, type KeptDeadline, keptDeadlines } from '../domain/deadline/kept-deadline.ts';
import type { OpenDeadline } from '../domain/deadline/open-deadline.ts';
import type { ClockRanOut, MessageUnconfirmed, NoticeDraft } from '../domain/kernel/aggregate.ts';
import type { Circumstances } from '../domain/kernel/decision.ts';
import { type Change, type Setting, type Step, withEvents } from './change.ts';

/** The deadlines of an aggregate that are open, with what the clock has done about them. */
export interface Deadlines {
  readonly open: readonly OpenDeadline[];
  readonly kept: KeptDeadline[];
}

const openDeadlines = (
  { conversation: { aggregate } }: Change,
  state: unknown,
  { rules }: Circumstances,
): readonly OpenDeadline[] => (state === undefined ? [] : (aggregate.deadlines?.(state, rules) ?? []));

/** @returns the deadlines as they were before a change. */
export const deadlinesBefore = (change: Change, { circumstances }: Setting): Deadlines => ({
  open: openDeadlines(change, change.before?.state, circumstances),
  kept: change.before?.row.deadlines ?? [],
});

/** @returns the deadlines as they are after a change. */
export const deadlinesAfter = (change: Change, { circumstances }: Setting): Deadlines => {
  const open = openDeadlines(change, change.state, circumstances);
  const acts = change.steps.flatMap(({ event }) => (isDeadlineActed(event) ? [event] : []));
  return { open, kept: keptDeadlines(change.before?.row.deadlines ?? [], open, acts) };
};

const stepOf = (act: DeadlineActed, deadline: OpenDeadline, state: unknown): Step => ({
  event: act,
  state,
  outgoing: [],
  notices: actNotices(act, deadline),
});

/**
 * Does what is due about the deadlines as they were before a change by the clock, and what that brings about. What the aggregate's own
 * clock has closed in the same change needs no act any more.
 */
export const withActs = (change: Change, before: Change, clock: ClockRanOut, setting: Setting): Change => {
  const { circumstances, outgoing } = setting;
  const kept = before.before?.row.deadlines ?? [];
  let changed = change;
  for (const act of decideActs(openDeadlines(before, before.state, circumstances), kept, clock, circumstances)) {
    const { steps, state } = changed;
    const deadline = openDeadlines(changed, state, circumstances).find((open) => isSameDeadline(open, act));
    if (!deadline) continue;
    const effects = change.conversation.aggregate.performAct?.(state, act, clock, circumstances) ?? [];
    changed = withEvents({ ...changed, steps: [...steps, stepOf(act, deadline, state)] }, effects, outgoing);
  }
  return changed;
};

/** @returns a change by which the ledger of what sent a message says what the clock did because nobody confirmed it. */
export const withUnconfirmed = (change: Change, { acts, deadline }: MessageUnconfirmed): Change => ({
  ...change,
  steps: [...change.steps, ...acts.map((act) => stepOf(act, deadline, change.state))],
});

/** @returns what people are told of a step: by the aggregate of its events, by the clock of its acts. */
export const noticesOf = ({ conversation }: Change, { event, state, notices }: Step): readonly NoticeDraft[] =>
  notices ?? conversation.aggregate.notices?.(event, state) ?? [];
