import { actNotices } from '../domain/deadline/act-notices.ts';
import { isDeadlineActed } from '../domain/deadline/deadline-acted.ts';
import { decideActs } from '../domain/deadline/decide-acts.ts';
import { isSameDeadline, type KeptDeadline, keptDeadlines } from '../domain/deadline/kept-deadline.ts';
import type { OpenDeadline } from '../domain/deadline/open-deadline.ts';
import type { ClockRanOut, NoticeDraft } from '../domain/kernel/aggregate.ts';
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
    if (!openDeadlines(changed, state, circumstances).some((open) => isSameDeadline(open, act))) continue;
    const effects = change.conversation.aggregate.performAct?.(state, act, clock, circumstances) ?? [];
    changed = withEvents({ ...changed, steps: [...steps, { event: act, state, outgoing: [] }] }, effects, outgoing);
  }
  return changed;
};

/** @returns what people are told of a step: by the aggregate of its events, by the clock of its acts. */
export const noticesOf = (
  change: Change,
  { event, state }: Step,
  { circumstances }: Setting,
): readonly NoticeDraft[] => {
  if (!isDeadlineActed(event)) return change.conversation.aggregate.notices?.(event, state) ?? [];
  const deadline = openDeadlines(change, state, circumstances).find((open) => isSameDeadline(open, event));
  return deadline ? actNotices(event, deadline) : [];
};
