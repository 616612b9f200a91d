import type { TaskEventOf } from './task-events.ts';
import { isLive, type TaskLink } from './task-link.ts';

/** @returns the links after one was issued, used or revoked; those that are over make room when a new one is issued. */
export const evolveLinks = (
  links: readonly TaskLink[],
  event: TaskEventOf<'taskLinkIssued' | 'taskLinkBound' | 'taskLinkRevoked'>,
): TaskLink[] => {
  if (event.type === 'taskLinkIssued')
    return [...links.filter((link) => isLive(link, event.link.issuedAt)), event.link];
  return links.map((link) => {
    if (link.linkId !== event.linkId) return link;
    return event.type === 'taskLinkBound'
      ? { ...link, phone: { digest: event.phoneDigest, since: event.at } }
      : { ...link, revokedAt: event.at };
  });
};
