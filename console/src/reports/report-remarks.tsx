import type { ReactNode } from 'react';
import type { Remark } from '../../../shared/domain/situation-report/report-draft.ts';
import { useSpeech } from '../i18n/language.ts';
import { Moment } from '../parts/moment.tsx';
import { REPORTS } from './reports-words.ts';

/** What people did about a draft, and said. */
export const Remarks = ({ remarks }: { readonly remarks: readonly Remark[] }): ReactNode => {
  const { say } = useSpeech(REPORTS);
  return (
    <ul className="entries">
      {remarks.map(({ did, by, at, words }) => (
        <li key={`${at} ${did}`}>
          <span className="entry-main">
            {by.name} <strong>{say(`remark.${did}`)}</strong>
            {words !== undefined && `：${words}`}
          </span>
          <Moment at={at} />
        </li>
      ))}
    </ul>
  );
};
