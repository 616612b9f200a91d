import type { ReactNode } from 'react';
import type { Answered } from '../../../shared/http/calling.ts';
import { useSpeech } from '../i18n/language.ts';
import { PARTS } from './part-words.ts';
import { ProblemAlert } from './problem-alert.tsx';

interface ShownProps<T> {
  readonly read: {
    readonly data: Answered<T> | undefined;
    readonly error: Error | null;
    readonly refetch: () => unknown;
  };
  readonly children: (body: T, etag: string | undefined) => ReactNode;
}

/** What was read; until then that it is being read, or why it cannot be. What was there before stays when reading anew fails. */
export const Shown = <T,>({ read: { data, error, refetch }, children }: ShownProps<T>): ReactNode => {
  const { say } = useSpeech(PARTS);
  return (
    <>
      {error && <ProblemAlert error={error} onAgain={() => void refetch()} />}
      {data ? children(data.body, data.etag) : !error && <p role="status">{say('loading')}</p>}
    </>
  );
};
