import { type AgreementState, isSigned, type SignedAgreement } from '../agreement/agreement-state.ts';
import { kindsListedUnder } from '../agreement/agreement-terms.ts';
import type { Consequence } from '../kernel/aggregate.ts';
import type { FollowAgreement } from './listing-share-commands.ts';
import type { Footing } from './listing-share-state.ts';
import { shareIdOf } from './share-id.ts';

const STANDING: { readonly [K in SignedAgreement['status']]: Footing['standing'] } = {
  signed: 'paused',
  'in-force': 'in-force',
  suspended: 'paused',
  expired: 'paused',
  terminated: 'ended',
};

const standingOf = ({ status, terms }: SignedAgreement): Footing['standing'] =>
  status === 'in-force' && kindsListedUnder(terms).length === 0 ? 'paused' : STANDING[status];

/** What is shared follows each event of the agreement that allows it, in the same transaction. */
export const followedByShare = (agreement: AgreementState): readonly Consequence[] => {
  if (!isSigned(agreement)) return [];
  const { id: agreementId, proposer, partner, exercise, terms } = agreement;
  const { hazards, resourceKinds, listings, validUntil } = terms;
  const id = shareIdOf(agreementId);
  const command: FollowAgreement = {
    type: 'follow-agreement',
    id,
    agreementId,
    parties: [proposer, partner],
    exercise,
    footing: { standing: standingOf(agreement), terms: { hazards, resourceKinds, listings, validUntil } },
  };
  return [{ kind: 'listing-share', id, command }];
};
