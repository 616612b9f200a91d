import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { refinement } from '../kernel/issue-sentence.ts';
import { wordsSchema } from '../kernel/words.ts';
import { CostsSchema } from '../vocabulary/costs.ts';
import { CapabilityLevelSchema } from '../vocabulary/resource-kinds.ts';
import { SupplyCodeSchema } from '../vocabulary/supplies.ts';

/** A team named in an answer: what a partner may know of it, no personal data. */
export const NamedTeamSchema = z
  .strictObject({
    teamId: z.uuid(),
    name: z.string().min(1).max(200),
    level: CapabilityLevelSchema,
    headcount: z.int().positive(),
  })
  .meta({ id: 'NamedTeam' });
export type NamedTeam = z.infer<typeof NamedTeamSchema>;

/** Goods of one stock line named in an answer: they are kept back, taken and sent as a whole. */
export const NamedLotSchema = z
  .strictObject({
    stockId: z.uuid(),
    name: z.string().min(1).max(200),
    code: SupplyCodeSchema,
    unit: wordsSchema(20),
    quantity: z.int().positive(),
  })
  .meta({ id: 'NamedLot' });
export type NamedLot = z.infer<typeof NamedLotSchema>;

/** What an answer, a requisition or a commitment names: teams, or lots of supplies where supplies are asked for. */
export interface Named {
  readonly teams: readonly NamedTeam[];
  readonly lots?: readonly NamedLot[] | undefined;
}

/** @returns the ids of the teams and of the stock lines that are named. */
export const namedIds = ({ teams, lots = [] }: Named): readonly string[] => [
  ...teams.map(({ teamId }) => teamId),
  ...lots.map(({ stockId }) => stockId),
];

/** @returns how much that is: a team counts one, a lot its units. */
export const amountOf = ({ teams, lots = [] }: Named): number =>
  lots.reduce((sum, { quantity }) => sum + quantity, teams.length);

/** @returns what is named and has one of the ids, in the order of the ids. */
export const thoseOf = (named: Named, ids: readonly string[]): { teams: NamedTeam[]; lots: NamedLot[] } => ({
  teams: ids.flatMap((id) => named.teams.find(({ teamId }) => teamId === id) ?? []),
  lots: ids.flatMap((id) => (named.lots ?? []).find(({ stockId }) => stockId === id) ?? []),
});

/** @returns lots as a member that is left out where there are none. */
export const lotsIfAny = <L>(lots: readonly L[]): { lots?: L[] } => (lots.length === 0 ? {} : { lots: [...lots] });

/** The error of naming neither. */
export const NAMES_SOMETHING = refinement({ zh: '须点名队伍或物资', en: 'teams or lots must be named' });

const itemId = z.uuid();
const reasoned = { reason: wordsSchema(2000) };
const promised = {
  /** Teams that would come: at most what the item asks for; fewer is an answer in part. One named team each. */
  teams: z.array(NamedTeamSchema),
  /** The same of supplies; together at most the units asked for. */
  lots: z.array(NamedLotSchema).min(1).optional(),
  estimatedDeparture: InstantSchema,
  estimatedArrival: InstantSchema,
  /** For all that is named over the whole mission. */
  costs: CostsSchema,
};

/** A partner's answer to one item of a request (EDXL-RM ResponseType). */
export const ItemAnswerSchema = z
  .discriminatedUnion('response', [
    z.strictObject({ response: z.literal('accept'), itemId, ...promised }),
    z.strictObject({ response: z.literal('provisional'), itemId, ...promised, ...reasoned }),
    z.strictObject({ response: z.literal('decline'), itemId, ...reasoned }),
  ])
  .refine((item) => item.response === 'decline' || namedIds(item).length > 0, { path: ['teams'], ...NAMES_SOMETHING })
  .meta({ id: 'ItemAnswer' });
export type ItemAnswer = z.infer<typeof ItemAnswerSchema>;

/** A partner's answer to a request: one part for each of its items. */
export const AnswerSchema = z
  .strictObject({
    /** The ResponseToRequestResource that carried it. */
    messageId: z.uuid(),
    answeredAt: InstantSchema,
    items: z.array(ItemAnswerSchema).min(1),
    /** Whether a pre-authorisation answered, and no person. */
    automatic: z.boolean(),
  })
  .meta({ id: 'Answer' });
export type Answer = z.infer<typeof AnswerSchema>;
