import type { CityRules } from '../deadline/city-rules.ts';
import type { OpenDeadline } from '../deadline/open-deadline.ts';
import { type Wait, waiting } from '../deadline/waiting.ts';
import { type Instant, latest } from '../kernel/instant.ts';
import type { TaskOffer } from './task-offer.ts';
import { type TaskState, type TaskStateOf, workDueAt } from './task-state.ts';

const DUTY_ROOM = { who: 'duty-room' } as const;

const ofOffer = ({ agencyId, agencyName, offeredAt, replyBy, outcome }: TaskOffer, title: string): readonly Wait[] => {
  const about = { handOff: 'task', key: agencyId, due: replyBy } as const;
  switch (outcome.kind) {
    case 'open':
      return [
        {
          ...about,
          since: offeredAt,
          waitsFor: { who: 'agency', agencyId },
          what: {
            zh: `“${agencyName}”答复“${title}”的任务`,
            en: `Answer of "${agencyName}" to the task for "${title}"`,
          },
        },
      ];
    case 'counter-proposed':
      return [
        {
          ...about,
          since: outcome.at,
          waitsFor: DUTY_ROOM,
          what: {
            zh: `答复“${agencyName}”就“${title}”任务提出的变更`,
            en: `Answer to what "${agencyName}" proposes for the task for "${title}"`,
          },
        },
      ];
    default:
      return [];
  }
};

const settledAt = ({ offeredAt, outcome }: TaskOffer): Instant => ('at' in outcome ? outcome.at : offeredAt);

/** Nobody has it: the duty room finds another agency, hands it over to partner cities, or gives it up. */
const ofNobody = ({ offers, createdAt, incident: { title } }: TaskStateOf<'unanswered'>): Wait => ({
  handOff: 'task',
  since: latest(...offers.map(settledAt)) ?? createdAt,
  waitsFor: DUTY_ROOM,
  what: {
    zh: `另派“${title}”的任务：无单位接受`,
    en: `Another agency for the task for "${title}", which nobody has taken`,
  },
});

/** What a task in each status waits for. */
const waitsOf = (task: TaskState): readonly Wait[] => {
  const { title } = task.incident;
  switch (task.status) {
    case 'sent':
      return task.offers.flatMap((offer) => ofOffer(offer, title));
    case 'unanswered':
      return [ofNobody(task)];
    case 'under-way':
      return [
        {
          handOff: 'task-progress',
          since: task.holder.since,
          due: workDueAt(task),
          waitsFor: { who: 'agency', agencyId: task.holder.agencyId },
          what: { zh: `完成“${title}”的任务`, en: `Completion of the task for "${title}"` },
        },
      ];
    case 'done':
      return [
        {
          handOff: 'feedback',
          since: task.completion.at,
          waitsFor: { who: 'agency', agencyId: task.holder.agencyId },
          what: { zh: `反馈“${title}”的任务`, en: `Feedback on the task for "${title}"` },
        },
      ];
    case 'fed-back':
      return [
        {
          handOff: 'follow-up',
          since: task.feedback.at,
          waitsFor: DUTY_ROOM,
          what: { zh: `回访“${title}”的任务`, en: `Follow-up of the task for "${title}"` },
        },
      ];
    case 'followed-up':
      return [
        {
          handOff: 'archive',
          since: task.followUp.at,
          waitsFor: DUTY_ROOM,
          what: { zh: `归档“${title}”的任务`, en: `Archiving of the task for "${title}"` },
        },
      ];
    case 'archived':
    case 'handed-over':
    case 'cancelled':
      return [];
  }
};

/** @returns what a task waits for: an agency's answer, its work, its feedback, then the duty room. */
export const taskDeadlines = (task: TaskState, rules: CityRules): readonly OpenDeadline[] =>
  waiting(rules, ...waitsOf(task));
