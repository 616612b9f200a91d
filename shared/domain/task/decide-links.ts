import { accept, type Circumstances, refuse } from '../kernel/decision.ts';
import { DAY_MS, plus } from '../kernel/instant.ts';
import { type TaskDecision, wrongStatus } from './deciding.ts';
import type { BindLink, IssueLink, TaskCommandOf } from './task-commands.ts';
import { isLive, MAXIMUM_LINKS, type TaskLink } from './task-link.ts';
import { TASK_REFUSALS as REFUSALS } from './task-refusals.ts';
import { concerns, isEnded, offerTo, type TaskState } from './task-state.ts';

/** The longest a link may be good for, milliseconds. */
const LONGEST_MS = 7 * DAY_MS;

/** Makes a link for the duty phone of an agency that has the task or was asked. */
export const decideIssueLink = (
  task: TaskState,
  { type: _, ...issued }: IssueLink,
  { now }: Circumstances,
): TaskDecision => {
  if (!offerTo(task, issued.agencyId)) return refuse(REFUSALS.unknown);
  if (isEnded(task)) return wrongStatus(task);
  if (!concerns(task, issued.agencyId)) return refuse(REFUSALS.notHolder);
  if (issued.expiresAt <= now || issued.expiresAt > plus(now, LONGEST_MS))
    return refuse(REFUSALS.linkTime, {}, '/expiresAt');
  return task.links.filter((link) => isLive(link, now)).length >= MAXIMUM_LINKS
    ? refuse(REFUSALS.tooManyLinks, { maximum: MAXIMUM_LINKS })
    : accept({ type: 'taskLinkIssued', link: { ...issued, issuedAt: now } });
};

const linkOf = ({ links }: TaskState, id: string): TaskLink | undefined => links.find(({ linkId }) => linkId === id);

/** The first phone that uses the link is bound to it; the same phone may sign in again, when an answer was lost on the way. */
export const decideBindLink = (
  task: TaskState,
  { linkId, phoneDigest }: BindLink,
  { now }: Circumstances,
): TaskDecision => {
  const link = linkOf(task, linkId);
  if (!link) return refuse(REFUSALS.linkUnknown);
  if (!isLive(link, now)) return refuse(REFUSALS.linkNotLive);
  if (!link.phone) return accept({ type: 'taskLinkBound', linkId, phoneDigest, at: now });
  return link.phone.digest === phoneDigest ? accept() : refuse(REFUSALS.linkBound);
};

/** Ends a link; twice is once. */
export const decideRevokeLink = (
  task: TaskState,
  { linkId, agencyId }: TaskCommandOf<'revoke-link'>,
  { now }: Circumstances,
): TaskDecision => {
  const link = linkOf(task, linkId);
  if (!link || (agencyId !== undefined && link.agencyId !== agencyId)) return refuse(REFUSALS.linkUnknown);
  return link.revokedAt === undefined ? accept({ type: 'taskLinkRevoked', linkId, at: now }) : accept();
};
