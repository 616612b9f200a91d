import type { ReactNode } from 'react';
import { AT_WORK } from '../../../shared/domain/import-job/import-job-state.ts';
import type { ImportJobView } from '../../../shared/http/views/import-job.ts';
import { useSpeech } from '../i18n/language.ts';
import { Panel } from '../parts/screen.tsx';
import { IMPORTS } from './imports-words.ts';

/** How far the service is with an import; nothing while it has nothing to do. */
export const ImportProgress = ({ job: { status, done = 0, rows } }: { readonly job: ImportJobView }): ReactNode => {
  const { say } = useSpeech(IMPORTS);
  const doing = AT_WORK.find((each) => each === status);
  if (doing === undefined) return null;
  const told = say(`progress.${doing}`, { done, rows: rows ?? 0 });
  return (
    <Panel title={say('progress')}>
      <p role="status">{told}</p>
      <progress aria-label={told} {...(rows === undefined ? {} : { value: done, max: Math.max(rows, 1) })} />
      <p className="muted">{say('progress.resume')}</p>
    </Panel>
  );
};
