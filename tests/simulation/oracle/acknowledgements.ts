import { fieldsOf, textOf } from '../json.ts';
import type { Deed } from '../workload/desk.ts';
import { type Evidence, grouped, rowsOf } from './evidence.ts';

/** Whoever acts is named in the ledgers of one city, at the moment of each transaction. */
const momentsOf = ({ city, rows }: Evidence): ReadonlyMap<string, ReadonlySet<string>> => {
  const acts = rowsOf({ city, rows }, 'event').flatMap(({ entry }) => {
    const { actor, at } = fieldsOf(entry);
    const { kind, id } = fieldsOf(actor);
    return kind === 'person' ? [{ person: textOf(id), at: textOf(at) }] : [];
  });
  const byPerson = grouped(acts, ({ person }) => person);
  return new Map([...byPerson].map(([person, moments]) => [person, new Set(moments.map(({ at }) => at))]));
};

/** What is acknowledged also to those who ask for what somebody else has just done. */
const isWish = ({ path }: Deed): boolean => path.endsWith('/archive');

const count = (deeds: readonly Deed[], accepts: (deed: Deed) => boolean): number => deeds.filter(accepts).length;

/**
 * What was acknowledged is in the ledger, once; what was refused is not; of what was never answered either may be.
 * @param deeds what people remember.
 */
export const lostOrRepeated = (all: readonly Evidence[], deeds: readonly Deed[]): readonly string[] => {
  const moments = new Map(all.map((evidence) => [evidence.city, momentsOf(evidence)]));
  return [...grouped(deeds, ({ city, personId }) => `${city} ${personId}`).values()].flatMap((own) => {
    const [{ city, personId, path } = { city: '', personId: '', path: '' }] = own;
    const done = moments.get(city)?.get(personId)?.size ?? 0;
    const acknowledged = count(own, (deed) => deed.outcome === 'acknowledged' && !isWish(deed));
    const atMost = count(own, ({ outcome }) => outcome !== 'refused');
    return done < acknowledged || done > atMost
      ? [`${personId} was told of ${acknowledged} to ${atMost} deeds (${path}), and the ledger has ${done}`]
      : [];
  });
};
