import { scopeRefusal } from '../agreement/agreement-scope.ts';
import { type AgreementState, partnerOf } from '../agreement/agreement-state.ts';
import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { unavailability } from '../team/team-availability.ts';
import { namedTeam, type TeamState } from '../team/team-state.ts';
import type { MakeOffer, OfferDetails, ReceiveOffer } from './offer-commands.ts';
import type { OfferEvent } from './offer-events.ts';
import { OFFER_REFUSALS as REFUSALS } from './offer-refusals.ts';
import type { Offer } from './offer-state.ts';

type No = { readonly accepted: false; readonly refusal: Refusal };

/** @returns why nothing like this can be offered under the agreement now. */
const outOfScope = (
  agreement: AgreementState | undefined,
  {
    agreementId,
    subject,
    resources,
  }: Pick<Offer | OfferDetails, 'agreementId' | 'subject'> & {
    readonly resources: readonly Pick<Offer['resources'][number], 'kind'>[];
  },
  now: string,
): No | undefined => {
  if (!agreement) return refuse(REFUSALS.agreementUnknown, { agreement: agreementId }, '/agreementId');
  const refusal = scopeRefusal(agreement, { hazard: subject.hazard, kinds: resources.map(({ kind }) => kind) }, now);
  return refusal && { accepted: false, refusal };
};

/** A team as far as the offer names it, and where in the offer it does. */
interface Naming {
  readonly resource: OfferDetails['resources'][number];
  readonly teamId: string;
  readonly pointer: string;
}

const namingsOf = ({ resources }: OfferDetails): readonly Naming[] =>
  resources.flatMap((resource, index) =>
    resource.teamIds.map((teamId, place) => ({ resource, teamId, pointer: `/resources/${index}/teamIds/${place}` })),
  );

const unfit = (
  { resource: { kind, level }, teamId, pointer }: Naming,
  teams: readonly TeamState[],
  { availableFrom: from, availableUntil: until }: OfferDetails,
): No | undefined => {
  const team = teams.find(({ id }) => id === teamId);
  if (!team) return refuse(REFUSALS.teamUnknown, { team: teamId }, pointer);
  const { details } = team;
  if (details.kind !== kind || details.level > level)
    return refuse(REFUSALS.teamUnfit, { team: details.name, kind, level }, pointer);
  const refusal = unavailability(team, { from, until });
  return refusal && { accepted: false, refusal: { ...refusal, pointer } };
};

const teamsRefusal = (details: OfferDetails, teams: readonly TeamState[]): No | undefined => {
  const namings = namingsOf(details);
  const twice = namings.find(({ teamId }, index) => namings.findIndex((other) => other.teamId === teamId) !== index);
  if (twice) return refuse(REFUSALS.teamTwice, { team: twice.teamId }, twice.pointer);
  return namings.map((naming) => unfit(naming, teams, details)).find((refusal) => refusal !== undefined);
};

const offerOf = ({ details, teams }: MakeOffer, agreement: AgreementState, { now, newId }: Circumstances): Offer => ({
  messageId: newId(),
  agreementId: details.agreementId,
  subject: details.subject,
  resources: details.resources.map(({ teamIds, ...resource }) => ({
    ...resource,
    resourceId: newId(),
    teams: teams.filter(({ id }) => teamIds.includes(id)).map(namedTeam),
  })),
  availableFrom: details.availableFrom,
  availableUntil: details.availableUntil,
  offeredAt: now,
  exercise: details.exercise || agreement.exercise,
});

/** This city offers help unasked, to the partner of the agreement. */
export const decideMake = (command: MakeOffer, circumstances: Circumstances): Decision<OfferEvent> => {
  const { id, details, agreement, teams } = command;
  const { now, city } = circumstances;
  const refusal = outOfScope(agreement, details, now) ?? teamsRefusal(details, teams);
  if (refusal) return refusal;
  if (details.availableUntil <= now)
    return refuse(REFUSALS.alreadyOver, { until: details.availableUntil }, '/availableUntil');
  if (!agreement) return refuse(REFUSALS.agreementUnknown, { agreement: details.agreementId }, '/agreementId');
  const offer = offerOf(command, agreement, circumstances);
  return accept({
    type: 'offerMade',
    id,
    side: 'provider',
    provider: city,
    receiver: partnerOf(agreement, city),
    offer,
  });
};

/** A partner offers help unasked; what the agreement does not cover is refused. */
export const decideReceive = (
  { id, from, offer, agreement }: ReceiveOffer,
  { now, city }: Circumstances,
): Decision<OfferEvent> =>
  outOfScope(agreement, offer, now) ??
  (offer.availableUntil <= now
    ? refuse(REFUSALS.alreadyOver, { until: offer.availableUntil })
    : accept({ type: 'offerMade', id, side: 'receiver', provider: from, receiver: city, offer }));
