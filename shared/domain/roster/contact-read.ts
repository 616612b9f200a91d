import * as z from 'zod';
import type { NoticeDraft } from '../kernel/aggregate.ts';
import { accept, type Circumstances, type Decision } from '../kernel/decision.ts';
import { routine } from '../kernel/notice.ts';
import { type DutyClaim, offDutyReader, offDutyRefusal } from './duty-standing.ts';

/** What an event says of a reading of personal data; the ledger adds who it was. */
export const contactRead = {
  reason: z.string(),
  /** The name of who read although the roster had others on duty. */
  offDuty: z.string().optional(),
};

interface ContactRead {
  readonly reason: string;
  readonly offDuty?: string | undefined;
}

/**
 * A reading of personal data by somebody whose roles allow it: refused when they have it by a duty role, are not on duty, and did not
 * say that they read all the same.
 */
export const decideContactReading = <E>(
  { reason, duty }: { readonly reason: string; readonly duty: DutyClaim },
  { actor, now }: Circumstances,
  event: (read: ContactRead) => E,
): Decision<E> => {
  const refusal = offDutyRefusal(duty, actor, now);
  if (refusal) return { accepted: false, refusal };
  const offDuty = offDutyReader(duty, actor, now);
  return accept(event(offDuty === undefined ? { reason } : { reason, offDuty }));
};

/** @returns what the duty room is told of a reading: nothing but when somebody read who was not on duty. */
export const offDutyNotices = ({ offDuty, reason }: ContactRead, whose: string): readonly NoticeDraft[] =>
  offDuty === undefined
    ? []
    : [
        routine(
          `${offDuty}非当班查看了“${whose}”的联系方式：${reason}`,
          `${offDuty}, who is not on duty, read how to reach "${whose}": ${reason}`,
        ),
      ];
