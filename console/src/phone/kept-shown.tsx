import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Answered } from '../../../shared/http/calling.ts';
import { Refused } from '../api/problem.ts';
import { useSpeech } from '../i18n/language.ts';
import { useNow } from '../live/use-now.ts';
import { useMoment } from '../parts/moment.tsx';
import { Shown } from '../parts/shown.tsx';
import { useSpan } from '../parts/span.ts';
import { PHONE } from './phone-words.ts';
import { useLine } from './use-line.ts';

interface KeptShownProps<T> {
  readonly read: UseQueryResult<Answered<T>>;
  readonly children: (body: T, etag: string | undefined) => ReactNode;
}

/** What was read, or, without a line, what was read last, with how old it is. */
export const KeptShown = <T,>({ read, children }: KeptShownProps<T>): ReactNode => {
  const isOnline = useLine();
  const { data, error, dataUpdatedAt } = read;
  const isOld = data !== undefined && (!isOnline || (error !== null && !(error instanceof Refused)));
  if (!isOld) return <Shown read={read}>{children}</Shown>;
  return (
    <>
      <Age readAt={dataUpdatedAt} />
      {children(data.body, data.etag)}
    </>
  );
};

const Age = ({ readAt }: { readonly readAt: number }): ReactNode => {
  const { say } = useSpeech(PHONE);
  const at = useMoment()(new Date(readAt).toISOString());
  const span = useSpan()(useNow() - readAt);
  return (
    <p className="kept-age" role="status">
      {say('line.read', { at, span })}
    </p>
  );
};
