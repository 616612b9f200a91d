import Alert from 'antd/es/alert';
import type { ReactNode } from 'react';
import type { Pending } from '../../../shared/http/views/pending.ts';
import { useSpeech } from '../i18n/language.ts';
import { useNow } from '../live/use-now.ts';
import { useSpan } from '../parts/span.ts';
import { DEPLOYMENTS } from './deployments-words.ts';

/** Nothing was heard of the team in time: the alarm stands above everything else. */
export const MissedCheckIn = ({ pending }: { readonly pending: Pending }): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  const span = useSpan();
  const now = useNow();
  const checkIn = pending.handOffs.find(({ handOff }) => handOff === 'check-in');
  const over = checkIn ? now - Date.parse(checkIn.due) : 0;
  return over > 0 ? (
    <Alert type="error" role="alert" showIcon title={say('alarm.check-in', { span: span(over) })} />
  ) : null;
};
