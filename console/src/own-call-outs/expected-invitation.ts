import type { InvitationAnswer } from '../../../shared/domain/call-out/call-out-details.ts';
import type { InvitationStatus } from '../../../shared/domain/call-out/invitation.ts';
import type { OwnCallOutView } from '../../../shared/http/views/call-out.ts';
import type { Queue, QueuedCommand } from '../phone/command-queue.ts';

const AFTER_ANSWER: Readonly<Record<InvitationAnswer['answer'], InvitationStatus>> = {
  accept: 'accepted',
  decline: 'declined',
  'propose-time': 'time-proposed',
  recuse: 'recused',
};

const after = (status: InvitationStatus, { contract: { path }, call: { body } }: QueuedCommand): InvitationStatus => {
  if (path.endsWith('/opinion')) return 'opinion-given';
  return path.endsWith('/answer') ? AFTER_ANSWER[(body as InvitationAnswer).answer] : status;
};

/** What an expert's part in a call-out comes to once what waits for the line is carried out. */
export interface Expected {
  readonly status: InvitationStatus;
  readonly isFeeClaimed: boolean;
}

/** @returns how the invitation will stand; what was refused counts for nothing. */
export const expectedInvitation = ({ callOutId, invitation }: OwnCallOutView, queue: Queue): Expected => {
  const waiting = queue.filter(({ subject, refusal }) => subject === callOutId && refusal === undefined);
  const isClaimed = invitation.status === 'opinion-given' && invitation.fee !== undefined;
  return {
    status: waiting.reduce(after, invitation.status),
    isFeeClaimed: isClaimed || waiting.some(({ contract: { path } }) => path.endsWith('/fee-claim')),
  };
};
