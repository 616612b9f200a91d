import * as z from 'zod';
import { CapMessageTypeSchema } from '../cap/cap-codes.ts';
import type { Listing } from '../kernel/aggregate.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { listName } from '../kernel/list-name.ts';
import type { Hazard } from '../vocabulary/hazards.ts';
import { AssessmentSchema } from './assess-alert.ts';
import { levelOf, type WarningColour } from './warning-colour.ts';
import { realmOf, type WarningRealm, WarningRealmSchema } from './warning-realm.ts';
import { type SeenWarning, type WarningState, WarningStatusSchema } from './warning-state.ts';

/** What lists show of an alert. */
export const WarningCardSchema = z
  .strictObject({
    warningId: z.uuid(),
    status: WarningStatusSchema,
    realm: WarningRealmSchema,
    origin: z.enum(['received', 'issued']),
    identifier: z.string(),
    sender: z.string(),
    msgType: CapMessageTypeSchema,
    event: z.string().optional(),
    headline: z.string().optional(),
    ...AssessmentSchema.shape,
    at: InstantSchema,
    expiresAt: InstantSchema,
  })
  .meta({ id: 'WarningCard' });
export type WarningCard = z.infer<typeof WarningCardSchema>;

/** Characters of a headline that lists show. */
const HEADLINE_LENGTH = 200;

const cut = (name: string, text: string | undefined) =>
  text === undefined || text === '' ? {} : { [name]: text.slice(0, HEADLINE_LENGTH) };

const cardOf = ({ id, status, origin, alert, assessment, at, expiresAt }: SeenWarning): WarningCard => {
  const [info] = alert.info ?? [];
  const { identifier, sender, msgType } = alert;
  return {
    ...{ warningId: id, status, realm: realmOf(alert), origin, identifier, sender, msgType },
    ...cut('event', info?.event),
    ...cut('headline', info?.headline),
    ...assessment,
    ...{ at, expiresAt },
  };
};

/** @returns the list of all alerts of a realm, by when they were taken; or of the warnings in force, the gravest first. */
export const warningList = (realm: WarningRealm, inForce?: { readonly hazard?: Hazard | undefined }): string =>
  inForce ? listName(`warning/${realm}/in-force`, { hazard: inForce.hazard }) : `warning/${realm}`;

/** @returns the bounds of the sort key of warnings in force of a colour, or of it and all graver ones. */
export const colourRange = (colour: WarningColour, orGraver: boolean): readonly [from: string, to: string] => [
  orGraver ? '1' : String(levelOf(colour)),
  `${levelOf(colour)}$`,
];

/** What is over is in the list of all only. */
export const warningListings = (warning: WarningState): readonly Listing[] => {
  if (warning.status === 'unseen') return [];
  const { id, alert, assessment, at, expiresAt } = warning;
  const card = cardOf(warning);
  const realm = realmOf(alert);
  const all = { list: warningList(realm), sort: `${at}#${id}`, card };
  if (warning.status !== 'in-force') return [all];
  const lists = [{}, ...assessment.hazards.map((hazard) => ({ hazard }))].map((filter) => warningList(realm, filter));
  const sort = `${levelOf(assessment.colour)}#${expiresAt}#${id}`;
  return [all, ...lists.map((list) => ({ list, sort, card }))];
};
