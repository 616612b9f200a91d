import type { ReactNode } from 'react';
import type { ItemComparison } from '../../../shared/domain/request/compare-answers.ts';
import { whyBetter } from '../../../shared/domain/request/comparison-criteria.ts';
import { itemInShort } from '../../../shared/domain/request/request-item.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useSpeech } from '../i18n/language.ts';
import { Countdown } from '../parts/countdown.tsx';
import { useItemInShort } from '../parts/item-in-short.tsx';
import { Tag } from '../parts/marks.tsx';
import { Scroller } from '../parts/wide-table.tsx';
import { COMPARED, Compared, type Offered } from './compared-cells.tsx';
import { COMPARISON } from './comparison-words.ts';
import { OfferActs } from './offer-acts.tsx';
import type { RequestProps } from './request-screen.tsx';

/** @returns why the best offer is that: what it has over each of the others, or that there is no other. */
export const useWhyBest = (): ((offers: readonly Offered[]) => string) => {
  const { say, read } = useSpeech(COMPARISON);
  return ([best, ...others]) => {
    const reasons = others.flatMap((other) => {
      const why = best && whyBetter(best, other);
      return why ? [say('best.why', { city: read(cityName(other.city)), why: read(why) })] : [];
    });
    return reasons.length === 0 ? say('best.only') : reasons.join(say('best.and'));
  };
};

interface ComparedProps extends RequestProps {
  readonly compared: ItemComparison;
}

/** The answers to one item as columns, the better one first and marked, with why. */
export const ItemComparisonTable = ({ compared, view, etag }: ComparedProps): ReactNode => {
  const { say, read } = useSpeech(COMPARISON);
  const inShort = useItemInShort();
  const whyBest = useWhyBest();
  const { item, offers } = compared;
  const caption = inShort(itemInShort(item));
  return (
    <Scroller className="comparison" label={caption}>
      <h3>{caption}</h3>
      {offers.length === 0 ? (
        <p className="muted">{say(compared.quantities.requisitioned > 0 ? 'none.left' : 'none')}</p>
      ) : (
        <table className="plain" aria-label={`${say('title')} ${caption}`}>
          <thead>
            <tr>
              <th scope="col">{say('criterion')}</th>
              {offers.map((offer) => (
                <th key={offer.messageId} scope="col" className={offer.rank === 1 ? 'best' : ''}>
                  {read(cityName(offer.city))}{' '}
                  {offer.rank === 1 && (
                    <>
                      <Tag tone="good">{say('best')}</Tag> <small>{whyBest(offers)}</small>
                    </>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {COMPARED.map((row) => (
              <tr key={row}>
                <th scope="row">{say(`row.${row}`)}</th>
                {offers.map((offer) => (
                  <td key={offer.messageId} className={offer.rank === 1 ? 'best' : ''}>
                    <Compared row={row} offer={offer} />
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{say('row.act')}</th>
              {offers.map((offer) => (
                <td key={offer.messageId} className={offer.rank === 1 ? 'best' : ''}>
                  <OfferActs view={view} etag={etag} offer={offer} itemId={item.itemId} />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      )}
      <Others compared={compared} />
    </Scroller>
  );
};

/** Partners who decline the item, or have not answered it. */
const Others = ({ compared: { declined, unanswered } }: Pick<ComparedProps, 'compared'>): ReactNode => {
  const { say, read } = useSpeech(COMPARISON);
  return (
    <ul className="reasons answered-note">
      {declined.map(({ city, reason }) => (
        <li key={city}>{say('declined', { city: read(cityName(city)), reason })}</li>
      ))}
      {unanswered.map(({ city, replyBy }) => (
        <li key={city}>
          {say('unanswered', { city: read(cityName(city)) })} <Countdown due={replyBy} />
        </li>
      ))}
    </ul>
  );
};
