import * as z from 'zod';
import { AwarenessNoticeSchema } from '../../domain/awareness/awareness-notice.ts';
import {
  AWARENESS_STATUSES,
  AwarenessSideSchema,
  type AwarenessState,
  AwarenessStatusSchema,
} from '../../domain/awareness/awareness-state.ts';
import { CityCodeSchema } from '../../domain/kernel/city-code.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { MessageFailureSchema } from '../../domain/kernel/message-failure.ts';
import { TextSchema } from '../../domain/kernel/text.ts';

/** An awareness notice as either end sees it. */
export const AwarenessViewSchema = z
  .strictObject({
    awarenessId: z.uuid(),
    side: AwarenessSideSchema,
    status: AwarenessStatusSchema,
    statusText: TextSchema,
    teller: CityCodeSchema,
    told: CityCodeSchema,
    notice: AwarenessNoticeSchema,
    endedAt: InstantSchema.optional(),
    /** Why it was stood down; none where its time was up. */
    reason: z.string().optional(),
    /** Messages of this city about it that the other did not take. */
    failures: z.array(MessageFailureSchema),
  })
  .meta({ id: 'Awareness' });
export type AwarenessView = z.infer<typeof AwarenessViewSchema>;

/** @returns the notice as it is shown. */
export const awarenessView = (state: AwarenessState): AwarenessView => {
  const { id, status, side, teller, told, notice, failures } = state;
  return {
    ...{ awarenessId: id, side, status, statusText: AWARENESS_STATUSES[status], teller, told, notice, failures },
    ...(status === 'over' && { endedAt: state.endedAt, ...(state.reason !== undefined && { reason: state.reason }) }),
  };
};
