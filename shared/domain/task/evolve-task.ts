import type { Instant } from '../kernel/instant.ts';
import { evolveLinks } from './evolve-links.ts';
import { atAgency, withOffers, withOutcome, withPending } from './evolve-offers.ts';
import type { TaskDetails } from './task-details.ts';
import type { TaskEvent, TaskEventOf } from './task-events.ts';
import { isPending, type TaskOffer } from './task-offer.ts';
import { type HeldTask, LATEST_REPORTS, LATEST_URGINGS, type TaskState, type TaskStateOf } from './task-state.ts';

type Common = Omit<TaskStateOf<'sent'>, 'status'>;

const commonOf = (task: TaskState): Common => {
  const { id, incident, exercise, source, details, createdAt, offers, links, urgings, supervision, progress } = task;
  return {
    ...{ id, incident, exercise, source, details, createdAt, offers, links, urgings, progress },
    ...(supervision === undefined ? {} : { supervision }),
  };
};

const begun = ({ type: _, offers, at, ...task }: TaskEventOf<'taskSent'>): TaskState => ({
  status: 'sent',
  ...task,
  createdAt: at,
  offers: withOffers([], offers, at),
  links: [],
  urgings: [],
  progress: [],
});

/** With the agencies that may still answer: `sent` while there are any. */
const awaiting = (task: TaskState, offers: TaskOffer[]): TaskState => ({
  ...commonOf(task),
  status: offers.some(isPending) ? 'sent' : 'unanswered',
  offers,
});

const accepted = (task: TaskState, agencyId: string, at: Instant, details: TaskDetails): TaskState => ({
  ...commonOf(task),
  status: 'under-way',
  details,
  offers: withPending(withOutcome(task.offers, agencyId, { kind: 'accepted', at }), { kind: 'taken', at }),
  holder: { agencyId, since: at, overdue: false },
});

const heldOf = (task: TaskState): HeldTask => {
  if (!('holder' in task)) throw new Error(`nobody has the task; it is ${task.status}`);
  return task;
};

const urged = (task: TaskState, { type: _, agencyIds: _asked, ...urging }: TaskEventOf<'taskUrged'>): TaskState => ({
  ...task,
  urgings: [...task.urgings, urging].slice(-LATEST_URGINGS),
});

const supervised = (task: TaskState, { type: _, at, ...supervision }: TaskEventOf<'taskPutUnderSupervision'>) => {
  const after = { ...task, supervision: task.supervision ?? { since: at, ...supervision } };
  return after.status === 'under-way' && supervision.by === undefined
    ? { ...after, holder: { ...after.holder, overdue: true } }
    : after;
};

const transferred = (task: TaskState, { from, to, reason, at }: TaskEventOf<'taskTransferred'>): TaskState => {
  const outcome = { kind: 'transferred', reason, at } as const;
  const left = from.reduce<TaskOffer[]>((offers, agencyId) => withOutcome(offers, agencyId, outcome), task.offers);
  return awaiting(task, withOffers(left, [to], at));
};

const afterAnswer = (task: TaskState, event: TaskEvent): TaskState | undefined => {
  switch (event.type) {
    case 'taskOffered':
      return awaiting(task, withOffers(task.offers, event.offers, event.at));
    case 'taskAccepted':
      return accepted(task, event.agencyId, event.at, task.details);
    case 'counterProposalAccepted': {
      const { quantity, neededBy } = event.proposal;
      return accepted(task, event.agencyId, event.at, { ...task.details, quantity, neededBy });
    }
    case 'taskDeclined': {
      const { agencyId, reason, at } = event;
      return awaiting(task, withOutcome(task.offers, agencyId, { kind: 'declined', reason, at }));
    }
    case 'taskOfferLapsed':
      return awaiting(task, withOutcome(task.offers, event.agencyId, { kind: 'lapsed', at: event.at }));
    case 'taskCounterProposed': {
      const { agencyId, proposal, at } = event;
      const outcome = { kind: 'counter-proposed', proposal, at } as const;
      return { ...task, offers: withOutcome(task.offers, agencyId, outcome) };
    }
    case 'counterProposalRefused': {
      const { agencyId, reason } = event;
      const open = { outcome: { kind: 'open' }, counterRefused: reason } as const;
      return { ...task, offers: atAgency(task.offers, agencyId, (offer) => ({ ...offer, ...open })) };
    }
    default:
      return undefined;
  }
};

const reopened = (task: HeldTask, { reason, neededBy, at }: TaskEventOf<'taskReopened'>): TaskState => {
  const { supervision: _, ...common } = commonOf(task);
  return {
    ...common,
    status: 'under-way',
    details: { ...task.details, neededBy },
    holder: { agencyId: task.holder.agencyId, since: at, overdue: false },
    reopening: { reason, at },
  };
};

const afterWork = (task: TaskState, event: TaskEvent): TaskState | undefined => {
  switch (event.type) {
    case 'taskProgressReported': {
      const progress = [...task.progress, { ...event.report, at: event.at }].slice(-LATEST_REPORTS);
      return { ...heldOf(task), progress };
    }
    case 'taskDone': {
      const { words, at } = event;
      const { holder, reopening } = heldOf(task);
      const done = { ...commonOf(task), status: 'done', holder, completion: { words, at } } as const;
      return reopening === undefined ? done : { ...done, reopening };
    }
    case 'taskFedBack':
      return task.status === 'done'
        ? { ...task, status: 'fed-back', feedback: { ...event.feedback, at: event.at } }
        : undefined;
    case 'taskFollowedUp':
      return task.status === 'fed-back' ? { ...task, status: 'followed-up', followUp: event.followUp } : undefined;
    case 'taskArchived':
      return task.status === 'followed-up' ? { ...task, status: 'archived', archivedAt: event.at } : undefined;
    case 'taskReopened':
      return reopened(heldOf(task), event);
    default:
      return undefined;
  }
};

const afterSteering = (task: TaskState, event: TaskEvent): TaskState | undefined => {
  switch (event.type) {
    case 'taskUrged':
      return urged(task, event);
    case 'taskPutUnderSupervision':
      return supervised(task, event);
    case 'taskTransferred':
      return transferred(task, event);
    case 'taskHandedOver': {
      const { type: _, ...handOver } = event;
      return { ...ended(task, event.at), status: 'handed-over', handOver };
    }
    case 'taskCancelled': {
      const { type: _, ...cancellation } = event;
      return { ...ended(task, event.at), status: 'cancelled', cancellation };
    }
    case 'taskLinkIssued':
    case 'taskLinkBound':
    case 'taskLinkRevoked':
      return { ...task, links: evolveLinks(task.links, event) };
    default:
      return undefined;
  }
};

const ended = (task: TaskState, at: Instant): Common => ({
  ...commonOf(task),
  offers: withPending(task.offers, { kind: 'withdrawn', at }),
});

/** @returns the task after an event. */
export const evolveTask = (task: TaskState | undefined, event: TaskEvent): TaskState => {
  if (event.type === 'taskSent') return begun(event);
  const after = task && (afterAnswer(task, event) ?? afterWork(task, event) ?? afterSteering(task, event));
  if (!after) throw new Error(`${event.type} does not happen to a task that is ${task?.status ?? 'not there'}`);
  return after;
};
