import * as z from 'zod';
import type { AgreementState } from '../agreement/agreement-state.ts';
import type { ClockRanOut, MessageFailed } from '../kernel/aggregate.ts';
import type { CityCode } from '../kernel/city-code.ts';
import { type Instant, InstantSchema } from '../kernel/instant.ts';
import { refinement } from '../kernel/issue-sentence.ts';
import type { PackageParts } from '../package/package-commands.ts';
import type { PackageSummary } from '../package/package-mission.ts';
import type { PackageState } from '../package/package-state.ts';
import type { TeamState } from '../team/team-state.ts';
import { PositionSchema } from '../vocabulary/position.ts';
import { type Offer, OfferedResourceSchema, OfferSubjectSchema } from './offer-state.ts';

const { kind, level, quantity, costs } = OfferedResourceSchema.shape;

/** Teams one offer can name: they are all read, with the agreement, in one round trip. */
const MAXIMUM_NAMED_TEAMS = 50;

const endsAfterItBegins = ({
  availableFrom,
  availableUntil,
}: {
  readonly availableFrom?: Instant | undefined;
  readonly availableUntil: Instant;
}): boolean => availableFrom === undefined || availableFrom < availableUntil;
const ENDS_TOO_SOON = {
  path: ['availableUntil'],
  ...refinement({ zh: '可用截止时间须晚于开始时间', en: 'the offer must end after it begins' }),
};

/** An offer as people write it: the teams by their ids, the rest is read from the registry. */
export const OfferDetailsSchema = z
  .strictObject({
    agreementId: z.uuid(),
    subject: OfferSubjectSchema,
    resources: z
      .array(
        z
          .strictObject({ kind, level, quantity, costs, teamIds: z.array(z.uuid()).max(100).default([]) })
          .refine(({ teamIds, quantity: offered }) => teamIds.length <= offered, {
            path: ['teamIds'],
            ...refinement({ zh: '点名的队伍多于所提供的数量', en: 'more teams are named than are offered' }),
          }),
      )
      .min(1)
      .max(50),
    availableFrom: InstantSchema,
    availableUntil: InstantSchema,
    exercise: z.boolean().default(false),
  })
  .refine(endsAfterItBegins, ENDS_TOO_SOON)
  .refine(({ resources }) => resources.flatMap(({ teamIds }) => teamIds).length <= MAXIMUM_NAMED_TEAMS, {
    path: ['resources'],
    ...refinement({
      zh: `一项主动支援最多列名${MAXIMUM_NAMED_TEAMS}支队伍`,
      en: `an offer can name at most ${MAXIMUM_NAMED_TEAMS} teams`,
    }),
  })
  .meta({ id: 'OfferDetails' });
export type OfferDetails = z.infer<typeof OfferDetailsSchema>;

/** The provider offers; `agreement` and `teams` are those that the details name, as far as this city has them. */
export interface MakeOffer {
  readonly type: 'make';
  readonly id: string;
  readonly details: OfferDetails;
  readonly agreement: AgreementState | undefined;
  readonly teams: readonly TeamState[];
  /** Where all of it comes from a package. */
  readonly package?: PackageSummary;
}

/** An offer of a package as people write it; what it consists of and costs is the package's. */
export const PackageOfferTermsSchema = z
  .strictObject({
    agreementId: z.uuid(),
    subject: OfferSubjectSchema,
    /** Where it would go, for the estimated arrival: the seat of the partner city unless given. */
    destination: PositionSchema.optional(),
    /** As soon as all of it can move off, unless given. */
    availableFrom: InstantSchema.optional(),
    availableUntil: InstantSchema,
    exercise: z.boolean().default(false),
  })
  .refine(endsAfterItBegins, ENDS_TOO_SOON)
  .meta({ id: 'PackageOfferTerms' });
export type PackageOfferTerms = z.infer<typeof PackageOfferTermsSchema>;

/** The provider offers a package; `package` and `parts` as far as this city has them. */
export interface MakeOfferFromPackage {
  readonly type: 'make-from-package';
  readonly id: string;
  readonly terms: PackageOfferTerms;
  readonly package: PackageState | undefined;
  readonly parts: PackageParts;
  readonly agreement: AgreementState | undefined;
}

/** A partner offers. */
export interface ReceiveOffer {
  readonly type: 'receive';
  readonly id: string;
  readonly from: CityCode;
  readonly offer: Offer;
  readonly agreement: AgreementState | undefined;
}

interface Said {
  readonly from: CityCode;
  readonly messageId: string;
  readonly reason: string;
  readonly at: Instant;
}

export type OfferCommand =
  | MakeOffer
  | MakeOfferFromPackage
  | ReceiveOffer
  | { readonly type: 'withdraw'; readonly reason: string }
  | ({ readonly type: 'receive-withdrawal'; readonly recalledMessageId: string } & Said)
  | { readonly type: 'decline'; readonly reason: string }
  | ({ readonly type: 'receive-decline' } & Said)
  /** A requisition names the offer, at either end. */
  | { readonly type: 'taken-up'; readonly requestId: string }
  | ClockRanOut
  | MessageFailed;
export type OfferCommandOf<T extends OfferCommand['type']> = Extract<OfferCommand, { type: T }>;
