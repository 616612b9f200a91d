import type * as z from 'zod';
import type { ResponseType } from './response-information.ts';
import { type EdxlRule, ruled } from './rules.ts';
import type { EdxlMessageType } from './structure.ts';

/** The parts of a ResourceInformation that these rules look at. */
interface Answer {
  readonly ResponseInformation?: { readonly ResponseType: ResponseType };
  readonly Resource?: unknown;
  readonly AssignmentInformation?: { readonly Quantity?: unknown };
  readonly ScheduleInformation?: readonly unknown[];
}

interface AnswerRule {
  readonly rule: EdxlRule;
  readonly messages: readonly EdxlMessageType[];
  /** The answers it is about: those that decline, or the others. */
  readonly answers: 'declining' | 'accepting';
  /** The element to blame. */
  readonly path: readonly string[];
  readonly holds: (answer: Answer) => boolean;
}

const isScheduled = ({ ScheduleInformation = [] }: Answer): boolean => ScheduleInformation.length > 0;
const isAssigned = ({ AssignmentInformation }: Answer): boolean => AssignmentInformation !== undefined;

/** What depends on the answer given: the conditional usages of the standard's element dictionary. */
const ANSWER_RULES: readonly AnswerRule[] = [
  {
    rule: 'acceptance-needs-resource',
    messages: ['CommitResource', 'ResponseToRequestQuote', 'ResponseToRequestExtendedDeploymentDuration'],
    answers: 'accepting',
    path: ['Resource'],
    holds: ({ Resource }) => Resource !== undefined,
  },
  {
    rule: 'acceptance-needs-quantity',
    messages: ['ResponseToRequestResource'],
    answers: 'accepting',
    path: ['AssignmentInformation', 'Quantity'],
    holds: (answer) => !isAssigned(answer) || answer.AssignmentInformation?.Quantity !== undefined,
  },
  {
    rule: 'commitment-needs-assignment',
    messages: ['CommitResource'],
    answers: 'accepting',
    path: ['AssignmentInformation'],
    holds: isAssigned,
  },
  {
    rule: 'commitment-needs-schedule',
    messages: ['CommitResource'],
    answers: 'accepting',
    path: ['ScheduleInformation'],
    holds: isScheduled,
  },
  {
    rule: 'declined-commitment-assigns-nothing',
    messages: ['CommitResource'],
    answers: 'declining',
    path: ['AssignmentInformation'],
    holds: (answer) => !isAssigned(answer),
  },
  {
    rule: 'declined-commitment-assigns-nothing',
    messages: ['CommitResource'],
    answers: 'declining',
    path: ['ScheduleInformation'],
    holds: (answer) => !isScheduled(answer),
  },
];

const isAbout = ({ answers }: AnswerRule, { ResponseInformation: response }: Answer): boolean =>
  response !== undefined && (response.ResponseType === 'Decline') === (answers === 'declining');

/** @returns the ResourceInformation schema of a message, which from now on also keeps the rules on answers of that message. */
export const keepingAnswerRules = <S extends z.ZodType>(schema: S, type: EdxlMessageType): S =>
  ANSWER_RULES.filter(({ messages }) => messages.includes(type)).reduce(
    (kept, rule) =>
      ruled(kept, rule.rule, (value) => !isAbout(rule, value as Answer) || rule.holds(value as Answer), rule.path),
    schema,
  );
