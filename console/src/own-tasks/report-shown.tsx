import type { ReactNode } from 'react';
import type { AgencyTaskView } from '../../../shared/http/views/agency-task.ts';
import { useSpeech } from '../i18n/language.ts';
import { Moment } from '../parts/moment.tsx';
import { OWN_TASKS } from './own-tasks-words.ts';

type Report = AgencyTaskView['progress'][number];

/** A progress report in a few lines. */
export const ReportShown = ({ report }: { readonly report: Report }): ReactNode => {
  const { say } = useSpeech(OWN_TASKS);
  const { at, words, position, people, quantity, photos } = report;
  const numbers = [
    ...(people === undefined ? [] : [`${say('progress.people')} ${people}`]),
    ...(quantity === undefined ? [] : [`${say('progress.quantity')} ${quantity}`]),
  ];
  return (
    <>
      <Moment at={at} /> <strong>{say('progress.title')}</strong> {words}{' '}
      <span className="muted">
        {numbers.join(' · ')}
        {position && ` ${position.place} ${position.latitude}, ${position.longitude}`}
      </span>
      {photos.map(({ url, sha256, caption }) => (
        <p key={sha256} className="muted digest">
          <a href={url} target="_blank" rel="noreferrer">
            {caption ?? url}
          </a>{' '}
          SHA-256 <code>{sha256}</code>
        </p>
      ))}
    </>
  );
};
