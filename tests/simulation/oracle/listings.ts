import { type Fields, fieldsOf, listOf, objectsOf, textOf } from '../json.ts';
import { canonical, type Evidence, type Row, rowsOf, statesOf } from './evidence.ts';

/** The lists of what one share has put into a city's table. */
const listed = (evidence: Evidence, list: string): readonly Row[] =>
  rowsOf(evidence, 'listing').filter(({ pk }) => pk === `list#${list}`);

/** The two cities' sharing under an agreement goes by the agreement's id with another version digit. */
const shareOf = (agreementId: string): string => agreementId.replace(/^(.{14})./, '$18');

const entriesIn = (rows: readonly Row[]): readonly string[] =>
  rows.map(({ card }) => canonical(fieldsOf(card).entry)).toSorted();

/** What a partner may know of a team, as far as these stories change it. */
const teamAsShared = (id: unknown, name: unknown, level: unknown, away: unknown): string =>
  canonical({ id, name, level, away: away ?? null });

/** Teams in service that could be asked for under the terms. */
const shareable = (evidence: Evidence, terms: Fields): readonly string[] =>
  statesOf(evidence, 'team')
    .map(({ state }) => fieldsOf(state))
    .filter(({ status, details }) => {
      const { kind, hazards } = fieldsOf(details);
      const meets = listOf(hazards).some((hazard) => listOf(terms.hazards).includes(hazard));
      return status === 'active' && listOf(terms.resourceKinds).includes(kind) && meets;
    })
    .map(({ id, details, commitment }) => {
      const { name, level } = fieldsOf(details);
      return teamAsShared(id, name, level, fieldsOf(commitment).until);
    })
    .toSorted();

const asShared = (rows: readonly Row[]): readonly string[] =>
  rows
    .map(({ card }) => {
      const { id, name, capabilities, blocked } = fieldsOf(fieldsOf(card).entry);
      return teamAsShared(id, name, objectsOf(capabilities)[0]?.level, objectsOf(blocked)[0]?.until);
    })
    .toSorted();

const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

/** What the lookup's index holds under an agreement. */
const indexed = (evidence: Evidence, agreementId: string): readonly string[] =>
  rowsOf(evidence, 'indexed-entry')
    .filter(({ pk, entry }) => pk === `index#${agreementId}` && entry !== undefined)
    .map(({ entry }) => canonical(entry))
    .toSorted();

/** What one end of an agreement holds of the other's registry. */
const wrongHeld = (holder: Evidence, owner: Evidence, agreementId: string, agreement: Fields): readonly string[] => {
  const share = shareOf(agreementId);
  const held = listed(holder, `listing-share/held/${share}`);
  const shared = listed(owner, `listing-share/shared/${share}`);
  const isInForce = agreement.status === 'in-force';
  const expected = isInForce ? shareable(owner, fieldsOf(agreement.terms)) : [];
  const faults = [
    ...(same(asShared(held), expected)
      ? []
      : [`holds ${asShared(held).join()} of ${owner.city}, which shares ${expected.join()}`]),
    ...(!isInForce || same(entriesIn(held), entriesIn(shared)) ? [] : [`holds what ${owner.city} has not shared`]),
    ...(same(indexed(holder, agreementId), entriesIn(held)) ? [] : ['looks up something else than it holds']),
  ];
  return faults.map((fault) => `${holder.city}: under agreement ${agreementId}, ${agreement.status}, it ${fault}`);
};

/** Names, telephones and sign-ins that duty rooms entered; they must not leave their city with a listing. */
const PERSONAL = /演示|000-0000-0000|team-leader-\d/u;

const personal = (evidence: Evidence): readonly string[] =>
  rowsOf(evidence, 'outgoing-message')
    .map(({ envelope }) => fieldsOf(envelope))
    .filter(({ type, body }) => type === 'ListingsShared' && PERSONAL.test(canonical(body)))
    .map(({ id }) => `${evidence.city}: the listings of message ${id} name somebody`);

/** What each city holds of a partner is what the partner would share now, under the agreements as they are. */
export const wrongListings = (all: readonly Evidence[]): readonly string[] =>
  all.flatMap((holder) => [
    ...personal(holder),
    ...statesOf(holder, 'agreement').flatMap(({ id, state }) => {
      const agreement = fieldsOf(state);
      const owner = all.find(
        ({ city }) => city !== holder.city && (city === agreement.proposer || city === agreement.partner),
      );
      return owner ? wrongHeld(holder, owner, textOf(id), agreement) : [];
    }),
  ]);
