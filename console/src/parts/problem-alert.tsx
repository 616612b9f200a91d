import Button from 'antd/es/button';
import type { ReactNode } from 'react';
import { Refused } from '../api/problem.ts';
import { useSpeech } from '../i18n/language.ts';
import { PARTS } from './part-words.ts';

interface ProblemAlertProps {
  readonly error: Error;
  /** Wrong fields that are shown beside a field of their own need not be told here once more. */
  readonly isShownElsewhere?: (pointer: string) => boolean;
  readonly onAgain?: () => void;
}

/** From here on it is not the caller's doing, and whoever is asked for help needs the reference. */
const SERVER_FAULT = 500;
/** What it was decided on has been changed meanwhile. */
const STALE = 412;

/** Why something could not be read or done: the API's own words, and what to do. */
export const ProblemAlert = ({ error, isShownElsewhere = () => false, onAgain }: ProblemAlertProps): ReactNode => {
  const { say } = useSpeech(PARTS);
  const problem = error instanceof Refused ? error.problem : undefined;
  const fields = problem?.errors?.filter(({ pointer }) => !isShownElsewhere(pointer)) ?? [];
  return (
    <div role="alert" className="problem">
      <span aria-hidden="true">▲</span>
      <div className="problem-words">
        <strong>{problem ? problem.detail : say('failed.unanswered')}</strong>
        {fields.length > 0 && (
          <ul>
            {fields.map(({ pointer, detail }) => (
              <li key={`${pointer} ${detail}`}>
                <code>{pointer}</code> {detail}
              </li>
            ))}
          </ul>
        )}
        {problem?.status === STALE && <p>{say('failed.stale')}</p>}
        {problem && problem.status >= SERVER_FAULT && <p>{say('failed.reference', { id: problem.correlationId })}</p>}
      </div>
      {onAgain && <Button onClick={onAgain}>{say('again')}</Button>}
    </div>
  );
};
