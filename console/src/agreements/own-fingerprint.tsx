import type { ReactNode } from 'react';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Shown } from '../parts/shown.tsx';
import { AGREEMENTS } from './agreements-words.ts';
import { Fingerprint } from './fingerprint.tsx';

/** The fingerprint of this city's key, to be read out on the telephone. */
export const OwnFingerprint = (): ReactNode => {
  const { say } = useSpeech(AGREEMENTS);
  const own = useRead(agreementRoutes.readKeys, {});
  return (
    <Shown read={own}>{({ fingerprint }) => <Fingerprint label={say('sign.own')} fingerprint={fingerprint} />}</Shown>
  );
};
