import type { Aggregate } from '../kernel/aggregate.ts';
import type { Instant } from '../kernel/instant.ts';
import { followedByShare } from '../listing-share/follow-agreement.ts';
import type { AgreementCommand } from './agreement-commands.ts';
import { agreementDeadlines } from './agreement-deadlines.ts';
import { type AgreementEvent, AgreementEventSchema } from './agreement-events.ts';
import { agreementListings } from './agreement-listings.ts';
import { agreementNotices } from './agreement-notices.ts';
import { type AgreementState, AgreementStateSchema, standingOf } from './agreement-state.ts';
import { decideAgreement } from './decide-agreement.ts';
import { evolveAgreement } from './evolve-agreement.ts';

/** Validity begins and ends by the clock: what transactions of other aggregates check is the status. */
const dueAt = ({ status, terms }: AgreementState): Instant | undefined => {
  switch (status) {
    case 'signed':
      return terms.validFrom;
    case 'proposed':
    case 'in-force':
    case 'suspended':
      return terms.validUntil;
    case 'refused':
    case 'lapsed':
    case 'expired':
    case 'terminated':
      return undefined;
  }
};

/** A mutual-aid agreement between this city and one other. */
export const agreement: Aggregate<AgreementState, AgreementCommand, AgreementEvent> = {
  kind: 'agreement',
  stateSchema: AgreementStateSchema,
  eventSchema: AgreementEventSchema,
  decide: decideAgreement,
  evolve: evolveAgreement,
  deadlines: agreementDeadlines,
  dueAt,
  listings: agreementListings,
  consequences: (_event, state) => followedByShare(state),
  notices: agreementNotices,
  isExercise: ({ exercise }) => exercise,
  authority: ({ id }) => id,
  guards: (state) => ({ standing: standingOf(state) }),
};
