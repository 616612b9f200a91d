import type { ReactNode } from 'react';
import type { LookupHit } from '../../../shared/domain/lookup/lookup-query.ts';
import { useSpeech } from '../i18n/language.ts';
import { LOOKUP } from './lookup-words.ts';

const points = (share: number): number => Math.round(share * 100);

/** Why something ranks where it does: the score, and what each consideration adds to it. */
export const Reasons = ({
  hit: { score, reasons },
}: {
  readonly hit: Pick<LookupHit, 'score' | 'reasons'>;
}): ReactNode => {
  const { say, read } = useSpeech(LOOKUP);
  return (
    <details className="lookup-why" open>
      <summary>
        {say('why')} · {say('score')} {points(score)}
      </summary>
      <ul>
        {reasons.map(({ code, share, text }) => (
          <li key={code}>
            <meter min={0} max={1} value={Math.max(0, share)} aria-hidden="true" /> {read(text)}{' '}
            <span className="muted">{say('why.adds', { points: points(share) })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
};
