import { scopeRefusal } from '../agreement/agreement-scope.ts';
import { type AgreementState, partnerOf } from '../agreement/agreement-state.ts';
import { AGREEMENT_USE_REFUSALS, exerciseRefusal } from '../agreement/agreement-use.ts';
import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { unavailability } from '../team/team-availability.ts';
import { namedTeam, type TeamState } from '../team/team-state.ts';
import type { MakeOffer, OfferDetails, ReceiveOffer } from './offer-commands.ts';
import type { OfferEvent } from './offer-events.ts';
import { OFFER_REFUSALS as REFUSALS } from './offer-refusals.ts';
import type { Offer } from './offer-state.ts';

type No = { readonly accepted: false; readonly refusal: Refusal };

/** @returns why this cannot be offered under the agreement now. */
const outOfScope = (
  agreement: AgreementState,
  {
    subject,
    resources,
    exercise,
  }: Pick<Offer, 'subject' | 'exercise'> & {
    readonly resources: readonly Pick<Offer['resources'][number], 'kind'>[];
  },
  now: string,
): No | undefined => {
  const use = { hazard: subject.hazard, kinds: resources.map(({ kind }) => kind) };
  const refusal = exerciseRefusal(agreement, exercise) ?? scopeRefusal(agreement, use, now);
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
  { availableFrom: from, availableUntil: until, exercise }: OfferDetails,
): No | undefined => {
  const team = teams.find(({ id }) => id === teamId);
  if (!team) return refuse(REFUSALS.teamUnknown, { team: teamId }, pointer);
  const { details } = team;
  if (details.kind !== kind || details.level > level)
    return refuse(REFUSALS.teamUnfit, { team: details.name, kind, level }, pointer);
  const refusal = unavailability(team, { from, until }, exercise);
  return refusal && { accepted: false, refusal: { ...refusal, pointer } };
};

const teamsRefusal = (details: OfferDetails, teams: readonly TeamState[]): No | undefined => {
  const namings = namingsOf(details);
  const twice = namings.find(({ teamId }, index) => namings.findIndex((other) => other.teamId === teamId) !== index);
  if (twice) return refuse(REFUSALS.teamTwice, { team: twice.teamId }, twice.pointer);
  return namings.map((naming) => unfit(naming, teams, details)).find((refusal) => refusal !== undefined);
};

const offerOf = ({ details, teams, package: made }: MakeOffer, { now, newId }: Circumstances): Offer => ({
  ...details,
  ...(made === undefined ? {} : { package: made }),
  messageId: newId(),
  offeredAt: now,
  resources: details.resources.map(({ teamIds, ...resource }) => ({
    ...resource,
    resourceId: newId(),
    teams: teams.filter(({ id }) => teamIds.includes(id)).map(namedTeam),
  })),
});

const overAlready = ({ availableUntil: until }: Pick<Offer, 'availableUntil'>, now: string): No | undefined =>
  until <= now ? refuse(REFUSALS.alreadyOver, { until }, '/availableUntil') : undefined;

const agreementNotFound = (agreement: string): No =>
  refuse(AGREEMENT_USE_REFUSALS.notFound, { agreement }, '/agreementId');

/** This city offers help unasked, to the partner of the agreement. */
export const decideMake = (command: MakeOffer, circumstances: Circumstances): Decision<OfferEvent> => {
  const { id, details, agreement, teams } = command;
  const { now, city } = circumstances;
  if (!agreement) return agreementNotFound(details.agreementId);
  const refusal = outOfScope(agreement, details, now) ?? overAlready(details, now) ?? teamsRefusal(details, teams);
  if (refusal) return refusal;
  const offer = offerOf(command, circumstances);
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
): Decision<OfferEvent> => {
  if (!agreement) return agreementNotFound(offer.agreementId);
  return (
    outOfScope(agreement, offer, now) ??
    overAlready(offer, now) ??
    accept({ type: 'offerMade', id, side: 'receiver', provider: from, receiver: city, offer })
  );
};
