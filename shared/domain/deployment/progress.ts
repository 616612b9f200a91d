import * as z from 'zod';
import { type Instant, InstantSchema } from '../kernel/instant.ts';

/** When the present status began. */
const step = { since: InstantSchema };
const departed = { ...step, departedAt: InstantSchema };
const arrived = { ...departed, arrivedAt: InstantSchema };
/** A team that turned back on its way never arrived. */
const returning = { ...departed, arrivedAt: InstantSchema.optional(), returnDepartedAt: InstantSchema };

const home = z.strictObject({ status: z.literal('home'), ...returning, homeAt: InstantSchema });
const cancelled = z.strictObject({ status: z.literal('cancelled'), ...step });

/** Where a deployment is over for the team; only then can it be closed. */
export const EndedProgressSchema = z.discriminatedUnion('status', [home, cancelled]);
export type EndedProgress = z.infer<typeof EndedProgressSchema>;

/** How far a team on its mission has got, with the actual times known by then. */
export const ActiveProgressSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('mobilising'), ...step }),
  z.strictObject({ status: z.literal('departed'), ...departed }),
  z.strictObject({ status: z.literal('en-route'), ...departed }),
  z.strictObject({ status: z.literal('arrived'), ...arrived }),
  z.strictObject({ status: z.literal('working'), ...arrived }),
  z.strictObject({ status: z.literal('returning'), ...returning }),
]);
export type ActiveProgress = z.infer<typeof ActiveProgressSchema>;

/** Every step of which one city tells the other. */
export const ProgressSchema = z.union([ActiveProgressSchema, EndedProgressSchema]);
export type Progress = z.infer<typeof ProgressSchema>;

/** The statuses a person can report; a deployment is cancelled by a release or an agreed return before it departs. */
export const ReportableStatusSchema = z
  .enum(['mobilising', 'departed', 'en-route', 'arrived', 'working', 'returning', 'home'])
  .meta({ id: 'ReportableStatus' });
export type ReportableStatus = z.infer<typeof ReportableStatusSchema>;

/** @returns whether the team is back, or never left. */
export const isEnded = (progress: Progress): progress is EndedProgress =>
  progress.status === 'home' || progress.status === 'cancelled';

/** @returns whether the team has neither left for home nor been called off. */
export const isOnMission = (progress: Progress): boolean => !isEnded(progress) && progress.status !== 'returning';

/**
 * @returns the progress after the step, `progress` itself when it is there already, or `undefined` when no such step leads from
 * here: never back, and departure and arrival are never left out, since hours and costs are counted from them.
 */
export const stepTo = (progress: Progress, status: ReportableStatus, at: Instant): Progress | undefined => {
  if (progress.status === status) return progress;
  switch (status) {
    case 'mobilising':
      return undefined;
    case 'departed':
      return progress.status === 'mobilising' ? { status, since: at, departedAt: at } : undefined;
    case 'en-route':
      if (progress.status === 'mobilising') return { status, since: at, departedAt: at };
      return progress.status === 'departed' ? { ...progress, status, since: at } : undefined;
    case 'arrived':
      return isUnderWay(progress) ? { ...progress, status, since: at, arrivedAt: at } : undefined;
    case 'working':
      return progress.status === 'arrived' ? { ...progress, status, since: at } : undefined;
    case 'returning':
      return isUnderWay(progress) || isOnSite(progress)
        ? { ...progress, status, since: at, returnDepartedAt: at }
        : undefined;
    case 'home':
      return progress.status === 'returning' ? { ...progress, status, since: at, homeAt: at } : undefined;
  }
};

type In<S extends Progress['status']> = Extract<Progress, { status: S }>;

const isUnderWay = (progress: Progress): progress is In<'departed' | 'en-route'> =>
  progress.status === 'departed' || progress.status === 'en-route';

const isOnSite = (progress: Progress): progress is In<'arrived' | 'working'> =>
  progress.status === 'arrived' || progress.status === 'working';

/** The actual times of a progress, whatever its status. */
export interface ActualTimes {
  readonly departure?: Instant;
  readonly arrival?: Instant;
  readonly returnDeparture?: Instant;
  readonly returnArrival?: Instant;
}

/** @returns the actual times known so far. */
export const actualTimes = (progress: Progress): ActualTimes => ({
  ...('departedAt' in progress ? { departure: progress.departedAt } : {}),
  ...('arrivedAt' in progress && progress.arrivedAt !== undefined ? { arrival: progress.arrivedAt } : {}),
  ...('returnDepartedAt' in progress ? { returnDeparture: progress.returnDepartedAt } : {}),
  ...('homeAt' in progress ? { returnArrival: progress.homeAt } : {}),
});
