import type { Invitation } from '../../../shared/domain/call-out/invitation.ts';
import type { CallOutView } from '../../../shared/http/views/call-out.ts';

/** A call-out as the duty room has it on the screen. */
export interface RoomCallOut {
  readonly callOut: CallOutView;
  readonly etag: string | undefined;
}

/** @returns what every act on the call-out sends: which one, and the version that was on the screen. */
export const onCallOut = ({ callOut: { callOutId }, etag }: RoomCallOut) => ({
  params: { callOutId },
  ...(etag === undefined ? {} : { ifMatch: etag }),
});

/** @returns what an act on one invitation sends. */
export const onInvitation = (shown: RoomCallOut, { expert: { expertId } }: Invitation) => ({
  ...onCallOut(shown),
  params: { callOutId: shown.callOut.callOutId, expertId },
});
