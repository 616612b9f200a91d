import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/language.ts';
import { Status } from '../parts/marks.tsx';
import { Shown } from '../parts/shown.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { INCIDENTS } from './incidents-words.ts';

/** What one list of an incident shows at most. */
export const SHOWN = 50;

/** One thing that is done, as it is listed. */
interface Entry {
  readonly id: string;
  readonly what: ReactNode;
  readonly status: string;
  readonly besides?: ReactNode;
}

interface WorkProps<T> {
  readonly title: string;
  readonly kind: string;
  /** To begin another one. */
  readonly begin?: ReactNode;
  readonly read: Parameters<
    typeof Shown<{ readonly items: readonly T[]; readonly nextCursor?: string | undefined }>
  >[0]['read'];
  readonly entryOf: (item: T) => Entry;
}

/** What is done about an incident, of one kind. */
export const Work = <T,>({ title, kind, begin, read, entryOf }: WorkProps<T>): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  return (
    <section aria-label={title}>
      <h3>
        {title} {read.data?.body.items.length === 0 && <span className="muted">{say('none')}</span>} {begin}
      </h3>
      <Shown read={read}>
        {({ items, nextCursor }) => (
          <>
            <ul className="entries">
              {items.map(entryOf).map(({ id, what, status, besides }) => (
                <li key={id}>
                  <span className="entry-main">
                    <SubjectLink kind={kind} id={id}>
                      {what}
                    </SubjectLink>
                  </span>
                  {besides}
                  <Status status={status} />
                </li>
              ))}
            </ul>
            {nextCursor !== undefined && <p className="muted">{say('work.more', { count: SHOWN })}</p>}
          </>
        )}
      </Shown>
    </section>
  );
};
