import type { ReactNode } from 'react';
import type { AgreementStanding, AgreementStatus } from '../../../shared/domain/agreement/agreement-state.ts';
import { useSpeech } from '../i18n/language.ts';
import { Status, Tag, type Tone } from '../parts/marks.tsx';
import { AGREEMENTS } from './agreements-words.ts';

/** Every status of an agreement, and how grave it is. */
export const STATUS_TONES: Readonly<Record<AgreementStatus, Tone>> = {
  proposed: 'waiting',
  'in-force': 'good',
  signed: 'good',
  suspended: 'bad',
  expired: 'bad',
  terminated: 'plain',
  refused: 'plain',
  lapsed: 'plain',
};

const STANDING_TONES: Readonly<Record<AgreementStanding, Tone>> = {
  usable: 'good',
  'not-armed': 'waiting',
  'not-usable': 'plain',
};

/** The status of an agreement. */
export const AgreementStatusMark = ({ status }: { readonly status: AgreementStatus }): ReactNode => (
  <Status status={status} tone={STATUS_TONES[status]} />
);

/** Whether anything can be asked under it now. */
export const StandingMark = ({ standing }: { readonly standing: AgreementStanding }): ReactNode => {
  const { say } = useSpeech(AGREEMENTS);
  return <Tag tone={STANDING_TONES[standing]}>{say(`standing.${standing}`)}</Tag>;
};
