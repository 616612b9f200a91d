import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { notificationRoutes } from '../../../shared/http/routes/notifications.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { soundAlarm } from '../live/alarm-sound.ts';
import { SHELL } from './shell-words.ts';

/** How many unread notices there are; what cannot wait also sounds, and stands in the browser's tab. */
export const UnreadBell = (): ReactNode => {
  const { say } = useSpeech(SHELL);
  const notices = useRead(notificationRoutes.listOwnNotices, { query: { unread: 'true', limit: 1 } });
  const unread = notices.data?.body.unread;
  const urgent = unread?.urgent ?? 0;
  useUrgency(urgent);
  if (!unread) return null;
  return (
    <Link to="/notices" className={urgent > 0 ? 'bell bell-urgent' : 'bell'}>
      {say(urgent > 0 ? 'bell.urgent' : 'bell', { urgent, count: unread.routine + urgent })}
    </Link>
  );
};

/** Sounds when more has come that cannot wait, and shows a badge in the tab as long as there is any. */
const useUrgency = (urgent: number): void => {
  const before = useRef<number>(undefined);
  useEffect(() => {
    if (before.current !== undefined && urgent > before.current) soundAlarm();
    before.current = urgent;
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (icon) icon.href = urgent > 0 ? './icon-urgent.svg' : './icon.svg';
  }, [urgent]);
  useTitleBadge(urgent);
};

const BADGE = /^\(\d+\) /;

/** Screens set their own title; the badge goes before whatever it is. */
const useTitleBadge = (urgent: number): void => {
  useEffect(() => {
    const mark = (): void => {
      const bare = document.title.replace(BADGE, '');
      const wanted = urgent > 0 ? `(${urgent}) ${bare}` : bare;
      if (document.title !== wanted) document.title = wanted;
    };
    mark();
    const title = document.querySelector('title');
    const observer = new MutationObserver(mark);
    if (title) observer.observe(title, { childList: true, characterData: true, subtree: true });
    return () => observer.disconnect();
  }, [urgent]);
};
