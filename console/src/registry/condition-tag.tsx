import type { ReactNode } from 'react';
import { CONDITION_NAMES, type EntryCondition } from '../../../shared/reference/conditions.ts';
import { useSpeech } from '../i18n/language.ts';
import { Tag, type Tone } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import type { EntryStanding } from './registry-kind.ts';
import { REGISTRY } from './registry-words.ts';

const TONES: Readonly<Partial<Record<EntryCondition, Tone>>> = {
  available: 'good',
  committed: 'waiting',
  retired: 'plain',
  left: 'plain',
};

/** Whether an entry can be had, in one word. */
export const ConditionTag = ({ condition }: { readonly condition: EntryCondition }): ReactNode => {
  const { read } = useSpeech(REGISTRY);
  return <Tag tone={TONES[condition] ?? 'bad'}>{read(CONDITION_NAMES[condition])}</Tag>;
};

/** When somebody last said that an entry is right, and whether that is too long ago. */
export const Confirmed = ({ confirmedAt, stale = false }: EntryStanding): ReactNode => {
  const { say } = useSpeech(REGISTRY);
  return (
    <>
      {confirmedAt === undefined ? say('never') : <Moment at={confirmedAt} />}{' '}
      {stale && <Tag tone="waiting">{say('stale')}</Tag>}
    </>
  );
};
