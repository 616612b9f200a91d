import * as z from 'zod';
import type { Listing } from '../kernel/aggregate.ts';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { listName } from '../kernel/list-name.ts';
import {
  AgreementStandingSchema,
  type AgreementState,
  type AgreementStatus,
  AgreementStatusSchema,
  standingOf,
} from './agreement-state.ts';

/** What lists show of an agreement. */
export const AgreementCardSchema = z
  .strictObject({
    agreementId: z.uuid(),
    title: z.string(),
    proposer: CityCodeSchema,
    partner: CityCodeSchema,
    status: AgreementStatusSchema,
    standing: AgreementStandingSchema,
    validFrom: InstantSchema,
    validUntil: InstantSchema,
    exercise: z.boolean(),
    /** Whether an amendment waits to be signed. */
    amendmentPending: z.boolean(),
  })
  .meta({ id: 'AgreementCard' });
type AgreementCard = z.infer<typeof AgreementCardSchema>;

/** @returns the name of the list of agreements with these properties, in the order of their ids, which is that of time. */
export const agreementList = ({
  partner,
  status,
}: {
  readonly partner?: string | undefined;
  readonly status?: AgreementStatus | undefined;
} = {}): string => listName('agreement', { partner, status });

const cardOf = (agreement: AgreementState): AgreementCard => ({
  agreementId: agreement.id,
  title: agreement.terms.title,
  proposer: agreement.proposer,
  partner: agreement.partner,
  status: agreement.status,
  standing: standingOf(agreement),
  validFrom: agreement.terms.validFrom,
  validUntil: agreement.terms.validUntil,
  exercise: agreement.exercise,
  amendmentPending: 'amendment' in agreement && agreement.amendment !== undefined,
});

/** Each agreement is listed under both of its cities: the state does not say which of them this is. */
export const agreementListings = (agreement: AgreementState): readonly Listing[] => {
  const { id, proposer, partner, status } = agreement;
  const card = cardOf(agreement);
  const cities = [proposer, partner];
  return [
    agreementList(),
    agreementList({ status }),
    ...cities.map((city) => agreementList({ partner: city })),
    ...cities.map((city) => agreementList({ partner: city, status })),
  ].map((list) => ({ list, sort: id, card }));
};
