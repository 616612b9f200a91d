import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSpeech } from '../i18n/language.ts';
import { useSubjectPath } from '../parts/subject-link.tsx';
import type { QueuedCommand } from './command-queue.ts';
import { PHONE } from './phone-words.ts';
import { useLine } from './use-line.ts';
import { useOfflinePage } from './use-offline-page.ts';
import { useQueue, useReplaying } from './use-queue.ts';
import './phone.css';

/** Above every screen of those who work by phone: whether there is a line, and what waits for it. */
export const OwnLine = (): ReactNode => {
  const { say } = useSpeech(PHONE);
  const isOnline = useLine();
  useReplaying();
  useOfflinePage();
  return (
    <>
      {!isOnline && (
        <p className="line-offline" role="status">
          {say('line.lost')}
        </p>
      )}
      <QueueCount />
    </>
  );
};

const QueueCount = (): ReactNode => {
  const { say } = useSpeech(PHONE);
  const queue = useQueue();
  const refused = queue.filter(({ refusal }) => refusal !== undefined);
  const [first] = refused.length > 0 ? refused : queue;
  if (!first) return null;
  return (
    <p className={refused.length > 0 ? 'queue-count queue-count-refused' : 'queue-count'} role="status">
      <ToSubject command={first}>
        {refused.length > 0
          ? say('queue.refused', { count: refused.length })
          : say('queue.count', { count: queue.length })}
      </ToSubject>
    </p>
  );
};

/** Kinds of what is queued, by whose screens show them. */
const KIND_OF = { readAgencyTask: 'task', readOwnCallOut: 'call-out', readDeployment: 'deployment' } as const;

const ToSubject = ({
  command: { readBy, subject },
  children,
}: {
  readonly command: QueuedCommand;
  readonly children: ReactNode;
}): ReactNode => {
  const kind = KIND_OF[readBy as keyof typeof KIND_OF];
  const path = useSubjectPath()(kind ?? '', subject);
  return path === undefined ? children : <Link to={path}>{children}</Link>;
};
