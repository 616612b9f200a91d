import * as z from 'zod';
import { type Instant, InstantSchema } from '../kernel/instant.ts';

/** When the present status began. */
const step = { since: InstantSchema };
const departed = { ...step, departedAt: InstantSchema };
const arrived = { ...departed, arrivedAt: InstantSchema };
/** A team that turned back on its way never arrived. */
const returning = { ...departed, arrivedAt: InstantSchema.optional(), returnDepartedAt: InstantSchema };

const home = z.strictObject({ status: z.literal('home'), ...returning, homeAt: InstantSchema });
/** Goods are where they were needed: they do not come back. */
const delivered = z.strictObject({ status: z.literal('delivered'), ...arrived });
const cancelled = z.strictObject({ status: z.literal('cancelled'), ...step });

/** Where a deployment is over for what was sent; only then can it be closed. */
export const EndedProgressSchema = z.discriminatedUnion('status', [home, delivered, cancelled]);
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

/** Every step of which one city tells the other. */
export const ProgressSchema = z.union([ActiveProgressSchema, EndedProgressSchema]);
export type Progress = z.infer<typeof ProgressSchema>;

/** The statuses a person can report; a deployment is cancelled by a release or an agreed return before it departs. */
export const ReportableStatusSchema = z
  .enum(['mobilising', 'departed', 'en-route', 'arrived', 'working', 'delivered', 'returning', 'home'])
  .meta({ id: 'ReportableStatus' });
export type ReportableStatus = z.infer<typeof ReportableStatusSchema>;

/** @returns whether the team is back, the goods are delivered, or they never left. */
export const isEnded = (progress: Progress): progress is EndedProgress =>
  progress.status === 'home' || progress.status === 'delivered' || progress.status === 'cancelled';

/** @returns whether the team has neither left for home nor been called off. */
export const isOnMission = (progress: Progress): boolean => !isEnded(progress) && progress.status !== 'returning';

type In<S extends Progress['status']> = Extract<Progress, { status: S }>;

const isUnderWay = (progress: Progress): progress is In<'departed' | 'en-route'> =>
  progress.status === 'departed' || progress.status === 'en-route';

const isOnSite = (progress: Progress): progress is In<'arrived' | 'working'> =>
  progress.status === 'arrived' || progress.status === 'working';

const STEPS: { readonly [S in ReportableStatus]: (from: Progress, at: Instant) => Progress | undefined } = {
  mobilising: () => undefined,
  departed: (from, at) =>
    from.status === 'mobilising' ? { status: 'departed', since: at, departedAt: at } : undefined,
  'en-route': (from, at) => {
    if (from.status === 'mobilising') return { status: 'en-route', since: at, departedAt: at };
    return from.status === 'departed' ? { ...from, status: 'en-route', since: at } : undefined;
  },
  arrived: (from, at) => (isUnderWay(from) ? { ...from, status: 'arrived', since: at, arrivedAt: at } : undefined),
  working: (from, at) => (from.status === 'arrived' ? { ...from, status: 'working', since: at } : undefined),
  delivered: (from, at) => {
    if (isUnderWay(from)) return { status: 'delivered', since: at, departedAt: from.departedAt, arrivedAt: at };
    return from.status === 'arrived' ? { ...from, status: 'delivered', since: at } : undefined;
  },
  returning: (from, at) =>
    isUnderWay(from) || isOnSite(from) ? { ...from, status: 'returning', since: at, returnDepartedAt: at } : undefined,
  home: (from, at) => (from.status === 'returning' ? { ...from, status: 'home', since: at, homeAt: at } : undefined),
};

/**
 * @returns the progress after the step, `progress` itself when it is there already, or `undefined` when no such step leads from
 * here: never back, and departure and arrival are never left out, since hours and costs are counted from them.
 */
export const stepTo = (progress: Progress, status: ReportableStatus, at: Instant): Progress | undefined =>
  progress.status === status ? progress : STEPS[status](progress, at);

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
