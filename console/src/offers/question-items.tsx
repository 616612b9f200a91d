import type { ReactNode } from 'react';
import type { ItemQuote, QuoteItem } from '../../../shared/domain/question/question-and-reply.ts';
import { useSpeech } from '../i18n/language.ts';
import { useItemInShort } from '../parts/item-in-short.tsx';
import { Tag, type Tone } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { CostsShown } from '../parts/money.tsx';
import { WideTable } from '../parts/wide-table.tsx';
import { QUESTIONS } from './questions-words.ts';

interface QuestionItemsProps {
  readonly items: readonly QuoteItem[];
  readonly quotes: readonly ItemQuote[];
}

/** What a price is asked for, and the prices. */
export const QuestionItems = ({ items, quotes }: QuestionItemsProps): ReactNode => {
  const { say } = useSpeech(QUESTIONS);
  const inShort = useItemInShort();
  return (
    <WideTable label={say('items')} heads={[say('column.item'), say('column.when'), say('column.price')]}>
      {items.map((item) => (
        <tr key={item.itemId}>
          <td>
            <strong>{inShort(item)}</strong>
            <br />
            {item.mission}
          </td>
          <td>
            <Moment at={item.neededBy} /> – <Moment at={item.neededUntil} />
            <br />
            {item.reportingPoint.place}
          </td>
          <td>
            <Quoted quote={quotes.find(({ itemId }) => itemId === item.itemId)} />
          </td>
        </tr>
      ))}
    </WideTable>
  );
};

const TONES: Readonly<Record<ItemQuote['response'], Tone>> = { accept: 'good', provisional: 'waiting', decline: 'bad' };

const Quoted = ({ quote }: { readonly quote: ItemQuote | undefined }): ReactNode => {
  const { say } = useSpeech(QUESTIONS);
  if (!quote) return <span className="muted">{say('unanswered')}</span>;
  return (
    <>
      <Tag tone={TONES[quote.response]}>{say(`response.${quote.response}`)}</Tag>{' '}
      {quote.response !== 'decline' && <CostsShown costs={quote.costs} />}
      {quote.response !== 'accept' && <p>{quote.reason}</p>}
    </>
  );
};
