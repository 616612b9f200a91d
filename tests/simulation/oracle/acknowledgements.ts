import { fieldsOf, textOf } from '../json.ts';
import type { Deed } from '../workload/desk.ts';
import { type Evidence, grouped, rowsOf } from './evidence.ts';

/** Whoever acts is named in the ledgers of one city: when, in each entry. All entries of one transaction have one time. */
const actsOf = (evidence: Evidence): ReadonlyMap<string, readonly string[]> => {
  const acts = rowsOf(evidence, 'event').flatMap(({ entry }) => {
    const { actor, at } = fieldsOf(entry);
    const { kind, id } = fieldsOf(actor);
    return kind === 'person' ? [{ person: textOf(id), at: textOf(at) }] : [];
  });
  const byPerson = grouped(acts, ({ person }) => person);
  return new Map([...byPerson].map(([person, own]) => [person, own.map(({ at }) => at)]));
};

/** What is acknowledged also to those who ask for what somebody else has just done. */
const isWish = ({ path }: Deed): boolean => path.endsWith('/archive');

const count = (deeds: readonly Deed[], accepts: (deed: Deed) => boolean): number => deeds.filter(accepts).length;

/**
 * What was acknowledged is in the ledger, once; what was refused is not; of what was never answered either may be.
 * @param deeds what people remember.
 */
export const lostOrRepeated = (all: readonly Evidence[], deeds: readonly Deed[]): readonly string[] => {
  const acts = new Map(all.map((evidence) => [evidence.city, actsOf(evidence)]));
  return [...grouped(deeds, ({ city, personId }) => `${city} ${personId}`).values()].flatMap((own) => {
    const [{ city, personId, path } = { city: '', personId: '', path: '' }] = own;
    const entries = acts.get(city)?.get(personId) ?? [];
    const acknowledged = count(own, (deed) => deed.outcome === 'acknowledged' && !isWish(deed));
    const atMost = count(own, ({ outcome }) => outcome !== 'refused');
    return entries.length < acknowledged || new Set(entries).size > atMost
      ? [`${personId} was told of ${acknowledged} to ${atMost} deeds (${path}), and the ledger has ${entries.length}`]
      : [];
  });
};
