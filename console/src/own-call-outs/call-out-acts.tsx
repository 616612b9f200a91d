import type { ReactNode } from 'react';
import { useQueue } from '../phone/use-queue.ts';
import { expectedInvitation } from './expected-invitation.ts';
import { InvitationActs } from './invitation-acts.tsx';
import { FeeAct, OpinionAct } from './service-acts.tsx';
import type { ShownCallOut } from './use-call-out-act.ts';

/** What the expert can do next, counting what waits for the line as done. */
export const CallOutActs = (shown: ShownCallOut): ReactNode => {
  const queue = useQueue();
  if (shown.callOut.status !== 'open') return null;
  const { status, isFeeClaimed } = expectedInvitation(shown.callOut, queue);
  switch (status) {
    case 'invited':
    case 'time-proposed':
      return <InvitationActs {...shown} isAccepted={false} />;
    case 'accepted':
      return (
        <>
          <OpinionAct {...shown} />
          <InvitationActs {...shown} isAccepted />
        </>
      );
    case 'opinion-given':
      return isFeeClaimed ? null : <FeeAct {...shown} />;
    default:
      return null;
  }
};
