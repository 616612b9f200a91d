import { DEPLOYMENT_STATUSES, type DeploymentStatus } from '../../../shared/domain/deployment/deployment-status.ts';
import { type Progress, type ReportableStatus, stepTo } from '../../../shared/domain/deployment/progress.ts';
import { type Instant, latest } from '../../../shared/domain/kernel/instant.ts';
import type { DeploymentView } from '../../../shared/http/views/deployment.ts';

type View = Pick<
  DeploymentView,
  'side' | 'owner' | 'requester' | 'status' | 'lot' | 'release' | 'returnRequest' | 'extension' | 'times'
>;

const ENDED: readonly DeploymentStatus[] = ['home', 'delivered', 'cancelled'];

/** What nobody reports: it follows of something else. */
const FOLLOWS: readonly DeploymentStatus[] = ['cancelled', 'closed'];

const isReportable = (status: DeploymentStatus): status is ReportableStatus => !FOLLOWS.includes(status);

/** The statuses that people report, in the order of the field. */
const REPORTABLE = (Object.keys(DEPLOYMENT_STATUSES) as DeploymentStatus[]).filter(isReportable);

/** @returns whether the mission goes on for what was sent. */
export const isUnderWay = ({ status }: Pick<View, 'status'>): boolean => status !== 'closed' && !ENDED.includes(status);

const isKept = (view: View): boolean =>
  isUnderWay(view) &&
  view.status !== 'returning' &&
  view.release === undefined &&
  view.returnRequest?.answer?.response !== 'accept';

const mayLeave = (view: View, now: Instant): boolean => {
  const answer = view.returnRequest?.answer;
  const isFreeFrom = answer?.response === 'provisional' ? answer.availableFrom : undefined;
  const agreed = view.times.returnDeparture.estimated;
  return !isKept(view) || (isFreeFrom !== undefined && now >= isFreeFrom) || (agreed !== undefined && now >= agreed);
};

/** @returns the steps that can be reported next, nearest first. */
export const nextSteps = (view: View, now: Instant): readonly ReportableStatus[] => {
  const { status, lot } = view;
  if (!isUnderWay(view)) return [];
  const progress = { status, since: now, departedAt: now, arrivedAt: now, returnDepartedAt: now } as Progress;
  return REPORTABLE.filter(
    (step) =>
      step !== status &&
      step !== (lot ? 'working' : 'delivered') &&
      stepTo(progress, step, now) !== undefined &&
      (step !== 'returning' || mayLeave(view, now)),
  );
};

/** @returns the moment a step is reported for by whoever says nothing else: now, and no earlier than what is known of it. */
export const reportedAt = (
  { times, openedAt, lastReport }: Pick<DeploymentView, 'times' | 'openedAt' | 'lastReport'>,
  now: Instant,
): Instant => latest(now, openedAt, lastReport?.at, ...Object.values(times).map(({ actual }) => actual)) ?? now;

/** What can be done to a deployment as it stands, from the end that one is at. */
export interface Possible {
  readonly report: boolean;
  readonly askStatus: boolean;
  readonly askExtension: boolean;
  readonly answerExtension: boolean;
  readonly askReturn: boolean;
  readonly answerReturn: boolean;
  readonly release: boolean;
  readonly close: boolean;
}

/** @returns what can be done. A city with its own team is both ends. */
export const possible = (view: View): Possible => {
  const isOwn = view.owner === view.requester;
  const isOwner = isOwn || view.side === 'owner';
  const isRequester = isOwn || view.side === 'requester';
  const kept = isKept(view);
  const extensionOpen = view.extension !== undefined && view.extension.answer === undefined;
  const returnOpen = view.returnRequest !== undefined && view.returnRequest.answer === undefined;
  return {
    report: isOwner && isUnderWay(view),
    askStatus: isRequester && !isOwn && isUnderWay(view),
    askExtension: isRequester && kept && !extensionOpen && view.lot === undefined,
    answerExtension: isOwner && kept && extensionOpen,
    askReturn: isOwner && kept && !returnOpen,
    answerReturn: isRequester && kept && returnOpen,
    release: isRequester && kept,
    close: ENDED.includes(view.status),
  };
};
