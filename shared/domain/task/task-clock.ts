import { accept } from '../kernel/decision.ts';
import { earliest, type Instant } from '../kernel/instant.ts';
import type { TaskDecision } from './deciding.ts';
import type { TaskEvent } from './task-events.ts';
import { halfWay, isPending, type TaskOffer } from './task-offer.ts';
import { type TaskState, type TaskStateOf, workDueAt } from './task-state.ts';

/** Until its deadline an agency is urged once, at half-time; a counter-proposal waits for the coordinator, who is told once. */
const offerDueAt = ({ outcome, urged, offeredAt, replyBy }: TaskOffer): Instant | undefined => {
  if (outcome.kind === 'counter-proposed') return outcome.waiting ? undefined : replyBy;
  if (outcome.kind !== 'open') return undefined;
  return urged ? replyBy : halfWay(offeredAt, replyBy);
};

const holderDueAt = (task: TaskStateOf<'under-way'>): Instant | undefined => {
  const { since, urged, overdue } = task.holder;
  const due = workDueAt(task);
  if (overdue) return undefined;
  return urged || since >= due ? due : halfWay(since, due);
};

/** @returns the next moment at which somebody must be urged, or a deadline passes. */
export const taskDueAt = (task: TaskState): Instant | undefined => {
  if (task.status === 'under-way') return holderDueAt(task);
  return task.status === 'sent' ? earliest(...task.offers.map(offerDueAt)) : undefined;
};

const isDue = (dueAt: Instant | undefined, now: Instant): boolean => dueAt !== undefined && dueAt <= now;

const offersRung = (task: TaskStateOf<'sent'>, now: Instant): readonly TaskEvent[] => {
  const due = task.offers.filter((offer) => isDue(offerDueAt(offer), now));
  const open = due.filter(({ outcome }) => outcome.kind === 'open');
  const late = open.filter(({ replyBy }) => replyBy <= now);
  const slow = open.filter(({ replyBy, urged }) => replyBy > now && !urged);
  const waiting = due.filter(({ outcome }) => outcome.kind === 'counter-proposed');
  const nobodyLeft = late.length > 0 && late.length === task.offers.filter(isPending).length;
  return [
    ...(slow.length > 0
      ? [{ type: 'taskUrged' as const, agencyIds: slow.map(({ agencyId }) => agencyId), at: now }]
      : []),
    ...late.map(({ agencyId }) => ({ type: 'taskOfferLapsed' as const, agencyId, at: now })),
    ...waiting.map(({ agencyId }) => ({ type: 'counterProposalLeftWaiting' as const, agencyId })),
    ...(nobodyLeft && !task.supervision ? [{ type: 'taskPutUnderSupervision' as const, at: now }] : []),
  ];
};

const holderRung = (task: TaskStateOf<'under-way'>, now: Instant): readonly TaskEvent[] => {
  if (!isDue(holderDueAt(task), now)) return [];
  return workDueAt(task) <= now
    ? [{ type: 'taskPutUnderSupervision', at: now }]
    : [{ type: 'taskUrged', agencyIds: [task.holder.agencyId], at: now }];
};

/** Urges at half-time, and puts under supervision what nobody has taken, or what is not done, by its deadline. */
export const decideClock = (task: TaskState, now: Instant): TaskDecision => {
  if (task.status === 'sent') return accept(...offersRung(task, now));
  return task.status === 'under-way' ? accept(...holderRung(task, now)) : accept();
};
