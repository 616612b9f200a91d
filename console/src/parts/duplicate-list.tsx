import type { ReactNode } from 'react';
import type { Text } from '../../../shared/domain/kernel/text.ts';
import { useSpeech } from '../i18n/language.ts';
import { PARTS } from './part-words.ts';
import { SubjectLink } from './subject-link.tsx';

/** Something that may be the same as what one looks at. */
export interface Duplicate {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  /** How alike, of 1. */
  readonly score: number;
  readonly reasons: readonly Text[];
}

interface DuplicateListProps<D extends Duplicate> {
  readonly duplicates: readonly D[];
  /** @returns what can be done about one of them. */
  readonly actsOf: (duplicate: D) => ReactNode;
}

/** What may be the same, how alike it is and why. */
export const DuplicateList = <D extends Duplicate>({ duplicates, actsOf }: DuplicateListProps<D>): ReactNode => {
  const { say, read } = useSpeech(PARTS);
  if (duplicates.length === 0) return <p className="muted">{say('duplicates.none')}</p>;
  return (
    <ul className="entries">
      {duplicates.map((duplicate) => (
        <li key={duplicate.id}>
          <span className="entry-main">
            <SubjectLink kind={duplicate.kind} id={duplicate.id}>
              {duplicate.name}
            </SubjectLink>{' '}
            <span className="muted">
              {say('duplicates.score', { score: duplicate.score })} · {duplicate.reasons.map(read).join('；')}
            </span>
          </span>
          {actsOf(duplicate)}
        </li>
      ))}
    </ul>
  );
};
