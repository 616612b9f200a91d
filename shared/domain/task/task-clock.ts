import { accept } from '../kernel/decision.ts';
import { earliest, type Instant } from '../kernel/instant.ts';
import type { TaskDecision } from './deciding.ts';
import type { TaskEvent } from './task-events.ts';
import { isPending, type TaskOffer } from './task-offer.ts';
import { type TaskState, type TaskStateOf, workDueAt } from './task-state.ts';

/** An agency that has not answered by its deadline has let it pass; a counter-proposal waits for the coordinator. */
const lapsesAt = ({ outcome, replyBy }: TaskOffer): Instant | undefined =>
  outcome.kind === 'open' ? replyBy : undefined;

/** @returns the next moment at which an offer lapses, or the time for the work is over. */
export const taskDueAt = (task: TaskState): Instant | undefined => {
  if (task.status === 'under-way') return task.holder.overdue ? undefined : workDueAt(task);
  return task.status === 'sent' ? earliest(...task.offers.map(lapsesAt)) : undefined;
};

const isDue = (dueAt: Instant | undefined, now: Instant): boolean => dueAt !== undefined && dueAt <= now;

const offersRung = (task: TaskStateOf<'sent'>, now: Instant): readonly TaskEvent[] => {
  const late = task.offers.filter((offer) => isDue(lapsesAt(offer), now));
  const nobodyLeft = late.length > 0 && late.length === task.offers.filter(isPending).length;
  return [
    ...late.map(({ agencyId }) => ({ type: 'taskOfferLapsed' as const, agencyId, at: now })),
    ...(nobodyLeft && !task.supervision ? [{ type: 'taskPutUnderSupervision' as const, at: now }] : []),
  ];
};

/** Puts under supervision what nobody has taken, or what is not done, by its deadline. */
export const decideClock = (task: TaskState, now: Instant): TaskDecision => {
  if (task.status === 'sent') return accept(...offersRung(task, now));
  return task.status === 'under-way' && isDue(taskDueAt(task), now)
    ? accept({ type: 'taskPutUnderSupervision', at: now })
    : accept();
};
