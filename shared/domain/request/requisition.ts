import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { refinement } from '../kernel/issue-sentence.ts';
import { PersonReferenceSchema } from '../kernel/person-reference.ts';
import { wordsSchema } from '../kernel/words.ts';
import { CostsSchema } from '../vocabulary/costs.ts';
import { NAMES_SOMETHING, type Named, NamedLotSchema, NamedTeamSchema, namedIds } from './answer.ts';

/** Who pays: EDXL-RM Funding; a fund code or words, at least one. */
export const FundingSchema = z
  .strictObject({
    fundCode: wordsSchema(100).optional(),
    fundingInfo: wordsSchema(1000).optional(),
  })
  .refine((funding) => funding.fundCode !== undefined || funding.fundingInfo !== undefined, {
    path: ['fundCode'],
    ...refinement({ zh: '须填写资金代码或资金说明', en: 'a fund code or funding information is needed' }),
  })
  .meta({ id: 'Funding' });
export type Funding = z.infer<typeof FundingSchema>;

/** The authorised representative whose signature binds the city to a requisition or a commitment. */
const SignatorySchema = PersonReferenceSchema.extend({ signedAt: InstantSchema });

/**
 * Teams, or lots, of one requisition, and so of its commitment: each brings sixteen rows into the transaction that commits it, which
 * holds a hundred. More are requisitioned by several requisitions.
 */
export const MAXIMUM_TEAMS_REQUISITIONED = 5;

/** What a requester takes of a partner's answer to one item: these teams or lots, at that price. It binds the requester to pay. */
export const RequisitionSchema = z
  .strictObject({
    requisitionId: z.uuid(),
    /** The RequisitionResource that carries it. */
    messageId: z.uuid(),
    itemId: z.uuid(),
    teams: z.array(NamedTeamSchema).max(MAXIMUM_TEAMS_REQUISITIONED),
    lots: z.array(NamedLotSchema).min(1).max(MAXIMUM_TEAMS_REQUISITIONED).optional(),
    costs: CostsSchema,
    funding: FundingSchema,
    signedBy: SignatorySchema,
  })
  .refine((requisition) => namedIds(requisition).length > 0, { path: ['teams'], ...NAMES_SOMETHING })
  .meta({ id: 'Requisition' });
export type Requisition = z.infer<typeof RequisitionSchema>;

/** A team promised for a mission: the promise creates the deployment, under the same id at both ends. */
const CommittedTeamSchema = z.strictObject({ deploymentId: z.uuid(), team: NamedTeamSchema });
export type CommittedTeam = z.infer<typeof CommittedTeamSchema>;

/** Goods promised, which go as a consignment of their own. */
const CommittedLotSchema = z.strictObject({ deploymentId: z.uuid(), lot: NamedLotSchema });
export type CommittedLot = z.infer<typeof CommittedLotSchema>;

/** A partner's answer to a requisition: an order number and what is promised, or a clear no. */
export const CommitmentSchema = z
  .discriminatedUnion('outcome', [
    z.strictObject({
      outcome: z.literal('committed'),
      requisitionId: z.uuid(),
      messageId: z.uuid(),
      orderNumber: wordsSchema(60),
      teams: z.array(CommittedTeamSchema).max(MAXIMUM_TEAMS_REQUISITIONED),
      lots: z.array(CommittedLotSchema).min(1).max(MAXIMUM_TEAMS_REQUISITIONED).optional(),
      estimatedDeparture: InstantSchema,
      estimatedArrival: InstantSchema,
      signedBy: SignatorySchema,
    }),
    z.strictObject({
      outcome: z.literal('refused'),
      requisitionId: z.uuid(),
      messageId: z.uuid(),
      reason: wordsSchema(2000),
    }),
  ])
  .refine((answer) => answer.outcome === 'refused' || deploymentIdsOf(answer).length > 0, {
    path: ['teams'],
    ...NAMES_SOMETHING,
  })
  .meta({ id: 'Commitment' });
export type Commitment = z.infer<typeof CommitmentSchema>;
type Committed = Extract<Commitment, { outcome: 'committed' }>;

/** @returns the deployments that a commitment begins. */
export const deploymentIdsOf = ({
  teams,
  lots = [],
}: {
  readonly teams: readonly { readonly deploymentId: string }[];
  readonly lots?: readonly { readonly deploymentId: string }[] | undefined;
}): readonly string[] => [...teams, ...lots].map(({ deploymentId }) => deploymentId);

/** @returns the teams and lots that a commitment promises. */
export const committedOf = ({ teams, lots = [] }: Committed): Required<Named> => ({
  teams: teams.map(({ team }) => team),
  lots: lots.map(({ lot }) => lot),
});
