import type * as z from 'zod';
import type { Text } from '../../../shared/domain/kernel/text.ts';
import type { RouteContract } from '../../../shared/http/route.ts';
import { ownCallOutRoutes } from '../../../shared/http/routes/own-call-outs.ts';
import type { OwnCallOutView } from '../../../shared/http/views/call-out.ts';
import { useQueuedCommand } from '../phone/use-queue.ts';

/** A call-out as it is shown to the expert. */
export interface ShownCallOut {
  readonly callOut: OwnCallOutView;
  readonly etag: string | undefined;
}

/** @returns what every act on the call-out sends: which one, and the version it was decided on. */
export const onCallOut = ({ callOut: { callOutId }, etag }: ShownCallOut) => ({
  params: { callOutId },
  ...(etag === undefined ? {} : { ifMatch: etag }),
});

/** @returns an act of the expert that waits for the line if there is none. */
export const useCallOutAct = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  contract: RouteContract<P, Q, B, R>,
  { callOut: { callOutId, incident } }: ShownCallOut,
  act: Text,
) => {
  const meant = { zh: `${act.zh}：${incident.title}`, en: `${act.en}: ${incident.title}` };
  return useQueuedCommand(contract, { subject: callOutId, meant, readBy: ownCallOutRoutes.readOwnCallOut });
};
