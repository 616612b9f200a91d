import type { z } from 'zod';
import type { ReportDetailsSchema } from '../../../shared/domain/deployment/deployment-commands.ts';
import type { ReportableStatus } from '../../../shared/domain/deployment/progress.ts';
import type { Instant } from '../../../shared/domain/kernel/instant.ts';
import type { Position } from '../../../shared/domain/vocabulary/position.ts';
import type { DeploymentView } from '../../../shared/http/views/deployment.ts';
import { reportedAt } from './deployment-acts.ts';

/** What people say besides where they are in the mission. */
export interface Remarks {
  readonly note?: string | undefined;
  readonly position?: Position | undefined;
}

/** What is entered for a report; named by its path in the body. */
export interface ReportValues extends Remarks {
  readonly status: ReportableStatus;
  readonly at?: Instant | undefined;
  readonly estimates?: Partial<Record<'departure' | 'arrival' | 'returnArrival', Instant | undefined>> | undefined;
}

/** @returns remarks as the API takes them: what is not said is left out. */
export const remarksOf = ({ note, position }: Remarks) => ({
  ...(note === undefined ? {} : { note }),
  ...(position === undefined ? {} : { position }),
});

/** @returns a report as the API takes it; for the moment `now` unless another is entered. */
export const reportOf = (
  { status, at, estimates = {}, ...said }: ReportValues,
  view: Pick<DeploymentView, 'times' | 'openedAt' | 'lastReport'>,
  now: Instant,
): z.input<typeof ReportDetailsSchema> => {
  const corrected = Object.entries(estimates).filter(([, estimate]) => estimate !== undefined);
  return {
    status,
    at: at ?? reportedAt(view, now),
    ...remarksOf(said),
    ...(corrected.length === 0 ? {} : { estimates: Object.fromEntries(corrected) }),
  };
};
