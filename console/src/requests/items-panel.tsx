import type { ReactNode } from 'react';
import type { ItemQuantities } from '../../../shared/domain/request/bookkeeping.ts';
import { itemInShort } from '../../../shared/domain/request/request-item.ts';
import type { RequestView } from '../../../shared/http/views/request.ts';
import { useSpeech } from '../i18n/language.ts';
import { AskedFacts } from '../parts/asked-facts.tsx';
import { useItemInShort } from '../parts/item-in-short.tsx';
import { Tag } from '../parts/marks.tsx';
import { Panel } from '../parts/screen.tsx';
import { fillOf } from './fill.ts';
import { REQUESTS } from './requests-words.ts';

const FIGURES = ['needed', 'answered', 'requisitioned', 'committed', 'own', 'tasked', 'open'] as const;
const SHARES = ['sure', 'own', 'asked'] as const;

/** What is asked for, item by item, and how far each is filled. */
export const ItemsPanel = ({ view: { items, quantities } }: { readonly view: RequestView }): ReactNode => {
  const { say } = useSpeech(REQUESTS);
  const inShort = useItemInShort();
  return (
    <Panel title={say('items.title')}>
      {items.map((item) => {
        const amounts = quantities.find(({ itemId }) => itemId === item.itemId);
        return (
          <section key={item.itemId} className="asked-item" aria-label={inShort(itemInShort(item))}>
            <h3>
              {inShort(itemInShort(item))}
              {amounts && (
                <Tag tone={amounts.open === 0 ? 'good' : 'waiting'}>
                  {say('items.filled', { filled: amounts.needed - amounts.open, needed: amounts.needed })}
                </Tag>
              )}
            </h3>
            {amounts && <Filled amounts={amounts} />}
            <AskedFacts item={item} />
          </section>
        );
      })}
    </Panel>
  );
};

const Filled = ({ amounts }: { readonly amounts: ItemQuantities }): ReactNode => {
  const { say } = useSpeech(REQUESTS);
  const fill = fillOf(amounts);
  return (
    <>
      <div className="fill" aria-hidden="true">
        {SHARES.map((share) => (
          <span key={share} className={`fill-${share}`} style={{ width: `${fill[share] * 100}%` }} />
        ))}
      </div>
      <ul className="fill-figures">
        {FIGURES.map((figure) => (
          <li key={figure}>
            {say(`items.${figure}`)} <strong>{amounts[figure]}</strong>
          </li>
        ))}
      </ul>
    </>
  );
};
