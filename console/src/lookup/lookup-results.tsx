import Button from 'antd/es/button';
import { type ReactNode, useState } from 'react';
import { lookupRoutes } from '../../../shared/http/routes/lookup.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Shown } from '../parts/shown.tsx';
import { LookupFacets } from './lookup-facets.tsx';
import { LookupHitShown } from './lookup-hit.tsx';
import type { LookupAsked } from './lookup-query.ts';
import { LOOKUP } from './lookup-words.ts';

interface LookupResultsProps {
  readonly query: LookupAsked;
  readonly incident: string | undefined;
  readonly onChange: (changes: Readonly<Record<string, string | undefined>>) => void;
}

/** What was found, best first, beside what it can be narrowed down by. */
export const LookupResults = ({ query, incident, onChange }: LookupResultsProps): ReactNode => {
  const { say } = useSpeech(LOOKUP);
  const read = useRead(lookupRoutes.lookUp, { query });
  return (
    <Shown read={read}>
      {({ items, facets, found, exact, nextCursor }) => (
        <div className="lookup-results">
          <LookupFacets facets={facets} query={query} onChange={onChange} />
          <section aria-label={say('title')}>
            <p role="status">{found === 0 ? say('none') : say(exact ? 'found' : 'found.about', { count: found })}</p>
            <ol className="lookup-hits">
              {items.map((hit, at) => (
                <LookupHitShown key={hit.entry.id} hit={hit} rank={at + 1} incident={incident} />
              ))}
              {nextCursor !== undefined && (
                <MoreHits query={query} cursor={nextCursor} before={items.length} incident={incident} />
              )}
            </ol>
          </section>
        </div>
      )}
    </Shown>
  );
};

interface MoreHitsProps extends Pick<LookupResultsProps, 'query' | 'incident'> {
  readonly cursor: string;
  readonly before: number;
}

const MoreHits = (props: MoreHitsProps): ReactNode => {
  const { say } = useSpeech(LOOKUP);
  const [isWanted, setWanted] = useState(false);
  if (isWanted) return <NextHits {...props} />;
  return (
    <li>
      <Button onClick={() => setWanted(true)}>{say('more')}</Button>
    </li>
  );
};

const NextHits = ({ query, cursor, before, incident }: MoreHitsProps): ReactNode => {
  const read = useRead(lookupRoutes.lookUp, { query: { ...query, cursor } });
  return (
    <Shown read={read}>
      {({ items, nextCursor }) => (
        <>
          {items.map((hit, at) => (
            <LookupHitShown key={hit.entry.id} hit={hit} rank={before + at + 1} incident={incident} />
          ))}
          {nextCursor !== undefined && (
            <MoreHits query={query} cursor={nextCursor} before={before + items.length} incident={incident} />
          )}
        </>
      )}
    </Shown>
  );
};
