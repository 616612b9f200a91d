import type { CityRules } from '../deadline/city-rules.ts';
import type { OpenDeadline, WaitedFor } from '../deadline/open-deadline.ts';
import { waiting } from '../deadline/waiting.ts';
import type { CityCode } from '../kernel/city-code.ts';
import { named } from '../kernel/named.ts';
import { type AgreementState, isSigned, partnerOf } from './agreement-state.ts';

/** Only a representative binds a city; whose of the other city moves is for that city to say. */
const signatoryOf = (city: CityCode, rules: CityRules): WaitedFor =>
  city === rules.city ? { who: 'representative' } : { who: 'city', city };

const countersignature = (agreement: AgreementState, rules: CityRules): readonly OpenDeadline[] => {
  const { partner, signatures, terms } = agreement;
  const since = signatures[0]?.signedAt;
  if (agreement.status !== 'proposed' || since === undefined) return [];
  return waiting(rules, {
    handOff: 'countersignature',
    since,
    noLaterThan: terms.validUntil,
    waitsFor: signatoryOf(partner, rules),
    what: {
      zh: `${named('city', partner)}会签协议“${terms.title}”`,
      en: `Countersignature of ${named('city', partner)} under the agreement "${terms.title}"`,
    },
  });
};

const amendmentAnswer = (agreement: AgreementState, rules: CityRules): readonly OpenDeadline[] => {
  const isLive = isSigned(agreement) && agreement.status !== 'terminated' && agreement.status !== 'expired';
  if (!isLive || !agreement.amendment) return [];
  const { amendmentId, proposedBy } = agreement.amendment;
  const asked = partnerOf(agreement, proposedBy.city);
  const { title, validUntil } = agreement.terms;
  return waiting(rules, {
    handOff: 'amendment-answer',
    key: amendmentId,
    since: proposedBy.signedAt,
    noLaterThan: validUntil,
    waitsFor: signatoryOf(asked, rules),
    what: {
      zh: `${named('city', asked)}答复协议“${title}”的修订`,
      en: `Answer of ${named('city', asked)} to the amendment of the agreement "${title}"`,
    },
  });
};

/** @returns the signatures that are waited for, of whichever city. */
export const agreementDeadlines = (agreement: AgreementState, rules: CityRules): readonly OpenDeadline[] => [
  ...countersignature(agreement, rules),
  ...amendmentAnswer(agreement, rules),
];
