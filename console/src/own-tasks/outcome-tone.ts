import type { OfferOutcome } from '../../../shared/domain/task/task-offer.ts';
import type { Tone } from '../parts/marks.tsx';

/** @returns how an agency's answer stands at a glance. */
export const outcomeTone = (kind: OfferOutcome['kind']): Tone => {
  switch (kind) {
    case 'accepted':
      return 'good';
    case 'open':
    case 'counter-proposed':
      return 'waiting';
    case 'lapsed':
      return 'bad';
    default:
      return 'plain';
  }
};
