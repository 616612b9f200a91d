import * as z from 'zod';
import type { CapAlert } from '../cap/cap-alert.ts';
import type { CityCode } from '../kernel/city-code.ts';
import { type Instant, InstantSchema } from '../kernel/instant.ts';
import { TextSchema } from '../kernel/text.ts';
import type { WarningRuleCard } from '../warning-rule/warning-rule.ts';
import type { Assessment } from './assess-alert.ts';
import { levelOf } from './warning-colour.ts';
import { realmOf, warns } from './warning-realm.ts';

/** What a rule has a warning do: arm an agreement, or put a team on standby. Done once, and undone once the warning is over. */
export const WarningActSchema = z
  .strictObject({
    /** Of the agreement or the team: each is acted on once, whatever the number of rules. */
    targetId: z.uuid(),
    what: z.enum(['arm-agreement', 'put-on-standby']),
    rule: z.strictObject({ ruleId: z.uuid(), name: z.string() }),
    status: z.enum(['due', 'done', 'refused', 'undone']),
    /** When it came to its status; not while it is due. */
    at: InstantSchema.optional(),
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

const actsOfRule = ({ ruleId, name, agreements, teams }: WarningRuleCard): readonly WarningAct[] => {
  const act =
    (what: WarningAct['what']) =>
    (targetId: string): WarningAct => ({
      ...{ targetId, what, rule: { ruleId, name }, status: 'due' },
    });
  return [...agreements.map(act('arm-agreement')), ...teams.map(act('put-on-standby'))];
};

/** @returns what these rules have a warning do in a city. */
export const actsOf = (
  rules: readonly WarningRuleCard[],
  alert: CapAlert,
  assessment: Assessment,
  city: CityCode,
): readonly WarningAct[] => {
  const acts = rules.filter((rule) => applies(rule, alert, assessment, city)).flatMap(actsOfRule);
  return [...new Map(acts.toReversed().map((act) => [act.targetId, act])).values()].toReversed().slice(0, MOST_ACTS);
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
