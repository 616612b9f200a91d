import { millisecondsBetween } from '../kernel/instant.ts';
import type { TaskOffer } from '../task/task-offer.ts';
import { isEnded, type TaskState } from '../task/task-state.ts';
import { taskStepOf } from '../task/task-step.ts';
import { added, type Counters } from './counters.ts';
import {
  type FigureLine,
  type FigureParts,
  gathered,
  groupedBy,
  monthOf,
  NO_KIND,
  NOW_MONTH,
  realmOf,
} from './figure-cell.ts';
import { timed } from './histogram.ts';

const answeredAt = (offer: TaskOffer, at: string, what: Counters): Counters =>
  added(what, {
    answered: 1,
    ...(at <= offer.replyBy && { answeredInTime: 1 }),
    ...timed('reply', millisecondsBetween(offer.offeredAt, at)),
  });

/** What became of a task at an agency; whom others forestalled, or who was asked no more, was not asked in the end. */
const outcomeOf = (offer: TaskOffer): Counters | undefined => {
  const { outcome } = offer;
  switch (outcome.kind) {
    case 'taken':
    case 'withdrawn':
      return undefined;
    case 'open':
      return {};
    case 'lapsed':
      return { unanswered: 1 };
    case 'accepted':
      return answeredAt(offer, outcome.at, { promised: 1, missions: 1 });
    case 'declined':
      return answeredAt(offer, outcome.at, { declined: 1 });
    case 'counter-proposed':
      return answeredAt(offer, outcome.at, {});
    case 'transferred':
      return { missions: 1 };
  }
};

/** What the agency that has the task made of it. */
const doneBy = (task: TaskState, agencyId: string): Counters => {
  if (!('completion' in task) || task.holder.agencyId !== agencyId) return {};
  const late = millisecondsBetween(task.details.neededBy, task.completion.at);
  return added(
    { filled: 1, arrived: 1, ...(late <= 0 && { arrivedInTime: 1 }) },
    added(
      timed('arrival', millisecondsBetween(task.holder.since, task.completion.at)),
      timed('delay', Math.max(0, late)),
    ),
  );
};

const ofAgency = (task: TaskState, offers: readonly TaskOffer[]): readonly FigureLine[] => {
  const last = offers.at(-1);
  return offers.flatMap((offer) => {
    const outcome = outcomeOf(offer);
    if (!outcome) return [];
    const { agencyId, agencyName: name, offeredAt } = offer;
    const cell = {
      realm: realmOf(task.exercise),
      of: 'agency',
      month: monthOf(offeredAt),
      subject: agencyId,
      kind: task.details.kind ?? NO_KIND,
    } as const;
    const done = offer === last ? doneBy(task, agencyId) : {};
    return [{ cell, name, counters: added(added(outcome, done), { asked: 1, placed: 1 }) }];
  });
};

const ofStep = (task: TaskState): readonly FigureLine[] => {
  if (isEnded(task)) return [];
  const cell = {
    realm: realmOf(task.exercise),
    of: 'step',
    month: NOW_MONTH,
    subject: taskStepOf(task),
    kind: 'task',
  } as const;
  return [{ cell, counters: { open: 1 } }];
};

/** @returns what a task adds to the figures: by the step it is in, and by each agency it was put to. */
export const figuresOfTask = (task: TaskState): FigureParts => {
  const parts = new Map([['STEP', ofStep(task)]]);
  for (const [agencyId, offers] of groupedBy(task.offers, (offer) => offer.agencyId))
    parts.set(`AGENCY#${agencyId}`, gathered(ofAgency(task, offers)));
  return parts;
};
