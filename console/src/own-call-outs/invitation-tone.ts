import type { InvitationStatus } from '../../../shared/domain/call-out/invitation.ts';
import type { Tone } from '../parts/marks.tsx';

/** @returns how an invitation stands at a glance. */
export const invitationTone = (status: InvitationStatus): Tone => {
  switch (status) {
    case 'accepted':
    case 'opinion-given':
      return 'good';
    case 'invited':
    case 'time-proposed':
      return 'waiting';
    case 'lapsed':
      return 'bad';
    default:
      return 'plain';
  }
};
