import * as z from 'zod';
import type { Aggregate, ClockRanOut, Listing } from '../kernel/aggregate.ts';
import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { reason } from '../kernel/refusal.ts';
import { type WarningRuleEvent, WarningRuleEventSchema } from './warning-rule-events.ts';
import {
  type WarningRuleDetails,
  WarningRuleDetailsSchema,
  type WarningRuleState,
  WarningRuleStateSchema,
} from './warning-rule-state.ts';

export type WarningRuleCommand =
  | { readonly type: 'set' | 'change'; readonly id: string; readonly details: WarningRuleDetails }
  | { readonly type: 'retire'; readonly reason: string }
  | ClockRanOut;

/** Why commands on rules are refused. */
export const WARNING_RULE_REFUSALS = {
  exists: reason('warning-rule-exists', 'conflict', { zh: '该规则已设立。', en: 'The rule is set already.' }),
  unknown: reason('warning-rule-unknown', 'missing', { zh: '没有该规则。', en: 'There is no such rule.' }),
  retired: reason('warning-rule-retired', 'conflict', { zh: '该规则已废止。', en: 'The rule is retired.' }),
  notRepresentative: reason('warning-rule-not-by-representative', 'forbidden', {
    zh: '自动启动协议的规则须由授权代表设立。',
    en: 'What arms agreements is for the authorised representative to order.',
  }),
} as const;

const decide = (
  rule: WarningRuleState | undefined,
  command: WarningRuleCommand,
  { now: at, actor }: Circumstances,
): Decision<WarningRuleEvent> => {
  if (command.type === 'clock-ran-out') return accept();
  if (actor.kind !== 'person' || !actor.roles.includes('representative'))
    return refuse(WARNING_RULE_REFUSALS.notRepresentative);
  const by = { id: actor.id, name: actor.name };
  if (command.type === 'set') {
    const { id, details } = command;
    return rule ? refuse(WARNING_RULE_REFUSALS.exists) : accept({ type: 'warningRuleSet', id, details, by, at });
  }
  if (!rule) return refuse(WARNING_RULE_REFUSALS.unknown);
  if (rule.status === 'retired') return refuse(WARNING_RULE_REFUSALS.retired);
  return command.type === 'retire'
    ? accept({ type: 'warningRuleRetired', reason: command.reason, at })
    : accept({ type: 'warningRuleChanged', id: command.id, details: command.details, by, at });
};

const evolve = (rule: WarningRuleState | undefined, event: WarningRuleEvent): WarningRuleState => {
  if (event.type !== 'warningRuleRetired') {
    const { id, details, by: setBy, at: setAt } = event;
    return { status: 'active', id, details, setBy, setAt };
  }
  if (!rule) throw new Error(`a rule begins by being set, not by ${event.type}`);
  return { ...rule, status: 'retired', reason: event.reason, retiredAt: event.at };
};

/** What lists show of a rule: all that it does, and nothing of who ordered it. */
export const WarningRuleCardSchema = z
  .strictObject({ ruleId: z.uuid(), status: z.enum(['active', 'retired']), ...WarningRuleDetailsSchema.shape })
  .meta({ id: 'WarningRuleCard' });
export type WarningRuleCard = z.infer<typeof WarningRuleCardSchema>;

/** The list of all rules, and that of those in use. */
export const WARNING_RULE_LISTS = { all: 'warning-rule', active: 'warning-rule/active' } as const;

const listings = ({ id, status, details }: WarningRuleState): readonly Listing[] => {
  const card: WarningRuleCard = { ruleId: id, status, ...details };
  const lists = status === 'active' ? [WARNING_RULE_LISTS.all, WARNING_RULE_LISTS.active] : [WARNING_RULE_LISTS.all];
  return lists.map((list) => ({ list, sort: `${details.name}#${id}`, card }));
};

/** A standing order of the city's representative: what a warning does by itself. */
export const warningRule: Aggregate<WarningRuleState, WarningRuleCommand, WarningRuleEvent> = {
  kind: 'warning-rule',
  stateSchema: WarningRuleStateSchema,
  eventSchema: WarningRuleEventSchema,
  decide,
  evolve,
  dueAt: () => undefined,
  listings,
  isExercise: ({ details }) => details.realm === 'exercise',
};
