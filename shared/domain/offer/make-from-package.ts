import { type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { packagedMission, readyAt, summaryOf } from '../package/package-mission.ts';
import { PACKAGE_REFUSALS } from '../package/package-refusals.ts';
import { decideMake } from './make-offer.ts';
import type { MakeOfferFromPackage, OfferDetails } from './offer-commands.ts';
import type { OfferEvent } from './offer-events.ts';

/** What is to blame is in the package; nobody wrote the field that the offer's own checks point at. */
const ofPackage = (refusal: Refusal): Refusal => {
  const { pointer, ...rest } = refusal;
  return pointer?.startsWith('/resources') ? rest : refusal;
};

/**
 * This city offers a package unasked: its teams by kind, at the costs of the time offered, from the moment all of it can move off
 * unless another beginning is named.
 */
export const decideMakeFromPackage = (
  { id, terms, package: state, parts, agreement }: MakeOfferFromPackage,
  circumstances: Circumstances,
): Decision<OfferEvent> => {
  if (!state) return refuse(PACKAGE_REFUSALS.unknown);
  const { now } = circumstances;
  const { destination, availableFrom, ...kept } = terms;
  const ready = readyAt(parts.teams, now);
  const from = availableFrom ?? ready;
  const { availableUntil: until } = kept;
  if (until <= from) return refuse(PACKAGE_REFUSALS.overBeforeReady, { ready: from, until }, '/availableUntil');
  const packaged = packagedMission(state, parts, { now, mission: { from, until }, isExercise: kept.exercise });
  if ('refusal' in packaged) return { accepted: false, refusal: packaged.refusal };
  const details: OfferDetails = {
    ...kept,
    availableFrom: from,
    resources: packaged.detachments.map(({ teamIds, ...detachment }) => ({
      ...detachment,
      quantity: teamIds.length,
      teamIds: [...teamIds],
    })),
  };
  const { teams } = parts;
  const decision = decideMake(
    { type: 'make', id, details, agreement, teams, package: summaryOf(state, packaged, destination) },
    circumstances,
  );
  return decision.accepted ? decision : { accepted: false, refusal: ofPackage(decision.refusal) };
};
