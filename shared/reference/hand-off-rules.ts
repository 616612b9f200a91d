import type { ActRule, DueRule, HandOffRule } from '../domain/deadline/city-rules.ts';
import type { HandOff } from '../domain/deadline/hand-off.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

/** @returns a time given in minutes. */
export const minutes = (count: number): DueRule => ({ after: 'minutes', minutes: count });
const workingDays = (count: number): DueRule => ({ after: 'working-days', days: count });

/** @returns an act at these minutes after a thing was due, or before. */
export const at = (act: ActRule['act'], ...after: readonly number[]): readonly ActRule[] =>
  after.map((each) => ({ act, when: { minutes: each } }));
const halfway: ActRule = { act: 'warn', when: { share: 0.5 } };

/** Lives may hang on it: pressed after ten minutes, then up the duty roster. */
const PRESSING: readonly ActRule[] = [halfway, ...at('remind', 0), ...at('urge', 10), ...at('escalate', 15, 30, 60)];

/** Work of the duty room in the hour. */
const PROMPT: readonly ActRule[] = [halfway, ...at('remind', 0), ...at('escalate', 15, 30)];

/** Paper: a day before, on the day, and up the roster after working time has gone by. */
const PAPER: readonly ActRule[] = [
  ...at('warn', -DAY),
  ...at('remind', 0),
  ...at('urge', DAY),
  ...at('escalate', 2 * DAY, 4 * DAY),
];

/**
 * What a city goes by that has laid down nothing else. Times that an agreement, a requisition or an estimate names come before `due`.
 * A neighbour's request is answered within two hours, nearest first (mutual-aid rules of the Pan-Pearl-River-Delta); a natural disaster
 * is reported within two hours; missions check in every four.
 */
export const COMMON_RULES: Readonly<Record<HandOff, HandOffRule>> = {
  countersignature: { due: workingDays(10), acts: PAPER },
  'amendment-answer': { due: workingDays(10), acts: PAPER },
  approval: { due: minutes(30), acts: [halfway, ...at('remind', 0), ...at('escalate', 10, 20, 40)] },
  placement: { due: minutes(15), acts: PROMPT },
  receipt: { due: minutes(10), acts: [...at('warn', 0), ...at('urge', 20), ...at('escalate', 50, 110)] },
  answer: {
    due: minutes(2 * HOUR),
    acts: [
      halfway,
      ...at('remind', 0),
      ...at('urge', 5),
      ...at('escalate', 10),
      ...at('widen', 15),
      ...at('escalate', 30),
      ...at('widen', 45),
      ...at('escalate', 60),
    ],
  },
  requisition: { due: minutes(HOUR), acts: PROMPT },
  commitment: { due: minutes(HOUR), acts: PRESSING },
  departure: { due: minutes(2 * HOUR), acts: PRESSING },
  arrival: { acts: [...at('warn', -30), ...at('remind', 0), ...at('urge', 15), ...at('escalate', 30, 60)] },
  'check-in': { due: minutes(4 * HOUR), acts: [...at('warn', -15), ...at('remind', 0), ...at('escalate', 10, 20, 40)] },
  extension: { acts: [...at('warn', -6 * HOUR), ...at('remind', 0), ...at('escalate', HOUR)] },
  'extension-answer': { due: minutes(2 * HOUR), acts: PROMPT },
  return: {
    acts: [...at('warn', -2 * HOUR), ...at('remind', 0), ...at('urge', 30), ...at('escalate', HOUR, 2 * HOUR)],
  },
  'return-answer': { due: minutes(2 * HOUR), acts: PROMPT },
  'home-coming': {
    acts: [...at('warn', -30), ...at('remind', 0), ...at('urge', 30), ...at('escalate', HOUR, 2 * HOUR)],
  },
  task: { due: minutes(30), acts: PRESSING },
  'task-progress': { due: minutes(2 * HOUR), acts: [...at('remind', 0), ...at('urge', 30), ...at('escalate', HOUR)] },
  'call-out': { due: minutes(30), acts: PROMPT },
  opinion: { due: minutes(4 * HOUR), acts: PROMPT },
  'offer-answer': { due: minutes(2 * HOUR), acts: PROMPT },
  'question-reply': { due: minutes(HOUR), acts: PROMPT },
  feedback: { due: workingDays(1), acts: PAPER },
  'follow-up': { due: workingDays(3), acts: PAPER },
  archive: { due: workingDays(5), acts: PAPER },
  verification: { due: minutes(30), acts: PRESSING },
  'work-order': { due: minutes(HOUR), acts: PROMPT },
  report: { due: minutes(2 * HOUR), acts: [...at('warn', -30), ...at('remind', 0), ...at('escalate', 5, 15, 30)] },
  'report-approval': { due: minutes(15), acts: [...at('remind', 0), ...at('escalate', 5, 15)] },
  'drill-inject': { acts: at('remind', 0) },
};
