import * as z from 'zod';
import type { Listing } from '../kernel/aggregate.ts';
import { naturalKeyListing } from '../registry/natural-key.ts';
import { upkeepListings } from '../registry/upkeep.ts';
import { type EventClass, HAZARDS, type Hazard, RESPONSE_LEVELS, type ResponseLevel } from '../vocabulary/hazards.ts';
import { PlanDetailsSchema } from './plan-details.ts';
import { type PlanState, PlanStatusSchema } from './plan-state.ts';
import { type PlanType, rankOf } from './plan-type.ts';

const { title, type, hazards, eventClasses, levels, owner, agencyId, version, validFrom, validUntil, document } =
  PlanDetailsSchema.shape;

/** What lists show of a plan. */
export const PlanCardSchema = z
  .strictObject({
    planId: z.uuid(),
    status: PlanStatusSchema,
    ...{ title, type, hazards, eventClasses, levels, owner, agencyId, version, validFrom, validUntil, document },
    /** Whether a request can be opened from it in one call. */
    hasTemplate: z.boolean(),
  })
  .meta({ id: 'PlanCard' });
export type PlanCard = z.infer<typeof PlanCardSchema>;

/** What plans are looked up by: their type, or the agency whose they are. */
export type PlanFilter = { readonly type?: PlanType | undefined; readonly agency?: string | undefined };

/** @returns the list of the plans of a type or of an agency, or of all; in the order of the types, then by title. */
export const planList = ({ type: ofType, agency }: PlanFilter = {}): string => {
  if (agency !== undefined) return `plan/agency/${agency}`;
  return ofType === undefined ? 'plan' : `plan/type/${ofType}`;
};

/** What plans are for: one hazard, one class of events, or whatever happens. */
export type PlanScope = { readonly hazard: Hazard } | { readonly eventClass: EventClass } | 'anything';

/** @returns the list of the plans that are for a scope and, expressly, for a response level, or for all levels. */
export const matchingList = (scope: PlanScope, level: ResponseLevel | undefined): string => {
  const ofLevel = level === undefined ? 'any-level' : `level/${level}`;
  if (scope === 'anything') return `plan/for/anything/${ofLevel}`;
  return 'hazard' in scope
    ? `plan/for/hazard/${scope.hazard}/${ofLevel}`
    : `plan/for/class/${scope.eventClass}/${ofLevel}`;
};

/** A class says all its hazards. */
const scopesOf = ({ hazards: named, eventClasses: classes }: PlanState['details']): readonly PlanScope[] => {
  if (named.length + classes.length === 0) return ['anything'];
  const others = named.filter((hazard) => !classes.includes(HAZARDS[hazard].eventClass));
  return [...classes.map((eventClass) => ({ eventClass })), ...others.map((hazard) => ({ hazard }))];
};

/** All levels are any level. */
const levelsOf = ({ levels: named }: PlanState['details']): readonly (ResponseLevel | undefined)[] =>
  named.length === 0 || named.length === RESPONSE_LEVELS.length ? [undefined] : named;

const cardOf = ({ id, status, details }: PlanState): PlanCard => {
  const { requestTemplate, ...shown } = details;
  return { planId: id, status, ...shown, hasTemplate: requestTemplate !== undefined };
};

/** Retired plans are in the list of all only. */
export const planListings = (plan: PlanState): readonly Listing[] => {
  const { id, details, confirmedAt } = plan;
  const sort = `${rankOf(details.type)}#${details.title}#${id}`;
  const card = cardOf(plan);
  if (plan.status === 'retired') return [{ list: planList(), sort, card }];
  const lists = [
    planList(),
    planList({ type: details.type }),
    ...(details.agencyId === undefined ? [] : [planList({ agency: details.agencyId })]),
    ...scopesOf(details).flatMap((scope) => levelsOf(details).map((level) => matchingList(scope, level))),
  ];
  const endings = details.validUntil === undefined ? [] : [{ what: 'validity' as const, at: details.validUntil }];
  return [
    ...lists.map((list) => ({ list, sort, card })),
    naturalKeyListing('plan', id, details.title, details.owner),
    ...upkeepListings({ kind: 'plan', id, name: details.title, confirmedAt, endings }),
  ];
};
