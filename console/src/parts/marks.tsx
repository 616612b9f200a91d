import type { ReactNode } from 'react';
import type { Text } from '../../../shared/domain/kernel/text.ts';
import { STATUS_NAMES } from '../../../shared/reference/statuses.ts';
import { useSpeech } from '../i18n/language.ts';
import { useFresh } from '../live/use-live.ts';
import { PARTS } from './part-words.ts';

/** How something stands: each has a sign of its own, so that nobody depends on seeing colours. */
export type Tone = 'good' | 'waiting' | 'bad' | 'plain';

const SIGNS: Readonly<Record<Tone, string>> = { good: '●', waiting: '◐', bad: '▲', plain: '○' };

interface TagProps {
  readonly tone?: Tone;
  readonly children: ReactNode;
}

/** A short mark with a sign and words. */
export const Tag = ({ tone = 'plain', children }: TagProps): ReactNode => (
  <span className={`tag tag-${tone}`}>
    <span aria-hidden="true">{SIGNS[tone]}</span> {children}
  </span>
);

interface StatusProps {
  readonly status: string;
  readonly tone?: Tone;
}

/** A status of an aggregate, as the domain calls it. */
export const Status = ({ status, tone }: StatusProps): ReactNode => {
  const { read } = useSpeech(PARTS);
  const name: Text = STATUS_NAMES[status] ?? { zh: status, en: status };
  return <Tag {...(tone === undefined ? {} : { tone })}>{read(name)}</Tag>;
};

/** Says of anything that belongs to a drill that it does; nothing where it is real. */
export const ExerciseMark = ({ exercise }: { readonly exercise?: boolean | undefined }): ReactNode => {
  const { say } = useSpeech(PARTS);
  return exercise ? <strong className="exercise-mark">{say('exercise')}</strong> : null;
};

/** Says of anything that changed within the last seconds that it did. */
export const ChangedMark = ({ id }: { readonly id: string }): ReactNode => {
  const { say } = useSpeech(PARTS);
  return useFresh(id) ? <span className="changed-mark">{say('changed')}</span> : null;
};
