import type { ReactNode } from 'react';
import type { AggregateKind } from '../../../shared/domain/kernel/aggregate.ts';
import type { Text } from '../../../shared/domain/kernel/text.ts';
import { useSpeech } from '../i18n/language.ts';
import { ChangedMark } from '../parts/marks.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { REGISTRY } from './registry-words.ts';

interface EntryNameProps {
  readonly kind: AggregateKind;
  readonly id: string;
  readonly name: Text;
  /** Below it, smaller. */
  readonly more?: ReactNode;
}

/** The name of an entry, which leads to it. */
export const EntryName = ({ kind, id, name, more }: EntryNameProps): ReactNode => {
  const { read } = useSpeech(REGISTRY);
  return (
    <span className="row-name">
      <SubjectLink kind={kind} id={id}>
        {read(name)}
      </SubjectLink>{' '}
      <ChangedMark id={id} />
      {more !== undefined && (
        <>
          <br />
          <small>{more}</small>
        </>
      )}
    </span>
  );
};
