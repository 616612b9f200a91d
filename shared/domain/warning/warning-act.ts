import * as z from 'zod';
import { MayAskSchema } from '../awareness/awareness-notice.ts';
import type { CapAlert } from '../cap/cap-alert.ts';
import type { CityCode } from '../kernel/city-code.ts';
import { type Instant, InstantSchema } from '../kernel/instant.ts';
import { TextSchema } from '../kernel/text.ts';
import type { WarningRuleCard } from '../warning-rule/warning-rule.ts';
import type { Assessment } from './assess-alert.ts';
import { levelOf } from './warning-colour.ts';
import { realmOf, warns } from './warning-realm.ts';

/** What rules can have a warning do. */
export const WARNING_ACTS = ['arm-agreement', 'put-on-standby', 'tell-partner', 'draft-request'] as const;

/** What a rule has a warning do to an agreement, a team or with a plan. Done once, and undone once the warning is over. */
export const WarningActSchema = z
  .strictObject({
    what: z.enum(WARNING_ACTS),
    /** Of the agreement, the team or the plan: the same is done to each once, whatever the number of rules. */
    targetId: z.uuid(),
    /** What people call it; once it was looked at. */
    name: z.string().optional(),
    /** Teams that a partner is told may be asked for. */
    mayAsk: z.array(MayAskSchema).optional(),
    /** The awareness notice that was sent; the request that was drafted. */
    madeId: z.uuid().optional(),
    rule: z.strictObject({ ruleId: z.uuid(), name: z.string() }),
    status: z.enum(['due', 'done', 'refused', 'undone']),
    /** When it came to its status; not while it is due. */
    at: InstantSchema.optional(),
    /** When it was done, if it was. */
    doneAt: InstantSchema.optional(),
    /** Why it was refused, or why undoing it was not needed any more. */
    refusal: z.strictObject({ code: z.string(), text: TextSchema }).optional(),
  })
  .meta({ id: 'WarningAct' });
export type WarningAct = z.infer<typeof WarningActSchema>;

/** Acts of one warning: each is a transaction of its own. */
export const MOST_ACTS = 50;

const applies = (rule: WarningRuleCard, alert: CapAlert, { colour, hazards, cities }: Assessment, city: CityCode) =>
  warns(alert) &&
  rule.realm === realmOf(alert) &&
  levelOf(colour) <= levelOf(rule.colour) &&
  (rule.hazards.length === 0 || rule.hazards.some((hazard) => hazards.includes(hazard))) &&
  (rule.area === 'anywhere' || cities.some((affected) => affected.city === city));

const actsOfRule = ({ ruleId, name, ...orders }: WarningRuleCard): readonly WarningAct[] => {
  const { agreements, teams, partners, mayAsk, plans } = orders;
  const each = (what: WarningAct['what'], targets: readonly string[], more: Partial<WarningAct> = {}): WarningAct[] =>
    targets.map((targetId) => ({ what, targetId, rule: { ruleId, name }, status: 'due', ...more }));
  return [
    ...each('arm-agreement', agreements),
    ...each('put-on-standby', teams),
    // After the agreements that they are told under are armed.
    ...each('tell-partner', partners, { mayAsk }),
    ...each('draft-request', plans),
  ];
};

/** What tells apart the acts of a warning. */
export type NamedAct = Pick<WarningAct, 'what' | 'targetId'>;

/** @returns whether two name the same act. */
export const isSameAct = (one: NamedAct, other: NamedAct): boolean =>
  one.what === other.what && one.targetId === other.targetId;

/** @returns what these rules have a warning do in a city. */
export const actsOf = (
  rules: readonly WarningRuleCard[],
  alert: CapAlert,
  assessment: Assessment,
  city: CityCode,
): readonly WarningAct[] => {
  const acts = rules.filter((rule) => applies(rule, alert, assessment, city)).flatMap(actsOfRule);
  return acts.filter((act, index) => acts.findIndex((other) => isSameAct(act, other)) === index).slice(0, MOST_ACTS);
};

/** What acts are judged by: whether their warning is in force. */
interface Acting {
  readonly status: string;
  readonly acts?: readonly WarningAct[] | undefined;
}

/** @returns the acts that are to be done now, or undone. */
export const actsDue = ({ status, acts = [] }: Acting): readonly WarningAct[] =>
  acts.filter((act) => act.status === (status === 'in-force' ? 'due' : 'done'));

/** @returns when acts fall due that have not been seen to, if any have: at once. */
export const actsDueAt = (warning: Acting & { readonly at: Instant }): Instant | undefined =>
  actsDue(warning).length > 0 ? warning.at : undefined;
