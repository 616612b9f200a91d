import type { ReactNode } from 'react';
import { WORK_ORDER_STEPS, type WorkOrderStep } from '../../../shared/domain/request/work-order-step.ts';
import { useSpeech } from '../i18n/language.ts';
import { REQUESTS } from './requests-words.ts';
import { STEPS } from './steps.ts';

/** Which of the seven steps a request is in, and which it has passed. */
export const StepBar = ({ step: current }: { readonly step: WorkOrderStep }): ReactNode => {
  const { say, read } = useSpeech(REQUESTS);
  const now = STEPS.indexOf(current);
  return (
    <ol className="step-bar" aria-label={say('steps.label')}>
      {STEPS.map((step, at) => (
        <li
          key={step}
          className={at < now ? 'step-past' : at === now ? 'step-now' : 'step-ahead'}
          {...(at === now ? { 'aria-current': 'step' as const } : {})}
        >
          {at < now && <span aria-hidden="true">✓ </span>}
          {at + 1}. {read(WORK_ORDER_STEPS[step])}
          {at <= now && <small>{say(at < now ? 'step.past' : 'step.now')}</small>}
        </li>
      ))}
    </ol>
  );
};
