import Alert from 'antd/es/alert';
import type { ReactNode } from 'react';
import type { MessageFailure } from '../../../shared/domain/kernel/message-failure.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useSpeech } from '../i18n/language.ts';
import { Moment } from './moment.tsx';
import { PARTS } from './part-words.ts';

/** Messages that a partner refused or that never got there: somebody has to telephone. Nothing where all went well. */
export const MessageFailures = ({ failures }: { readonly failures: readonly MessageFailure[] }): ReactNode => {
  const { say, read } = useSpeech(PARTS);
  return failures.map(({ messageId, city, reason, at }) => (
    <Alert
      key={messageId}
      type="error"
      showIcon
      title={say('failure.title', { city: read(cityName(city)) })}
      description={
        <>
          {read(reason)} <Moment at={at} />
        </>
      }
    />
  ));
};
