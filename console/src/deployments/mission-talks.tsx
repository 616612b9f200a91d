import type { ReactNode } from 'react';
import type { DeploymentView } from '../../../shared/http/views/deployment.ts';
import { useSpeech } from '../i18n/language.ts';
import { Tag, type Tone } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { DEPLOYMENTS } from './deployments-words.ts';

type Response = 'accept' | 'decline' | 'provisional';

const TONES: Readonly<Record<Response, Tone>> = { accept: 'good', decline: 'bad', provisional: 'waiting' };

interface MissionTalksProps {
  readonly view: Pick<DeploymentView, 'extension' | 'returnRequest' | 'release' | 'brokenPromises'>;
}

/** What the two duty rooms have asked and answered about the mission, and what was not kept. */
export const MissionTalks = ({ view }: MissionTalksProps): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  const { extension, returnRequest, release, brokenPromises } = view;
  if (!extension && !returnRequest && !release && brokenPromises.length === 0)
    return <p className="muted">{say('talks.none')}</p>;
  return (
    <ul className="talks">
      {extension && (
        <Talk what={say('talk.extension')} at={extension.question.until} reason={extension.question.reason}>
          <Answered answer={extension.answer} />
        </Talk>
      )}
      {returnRequest && (
        <Talk what={say('talk.return')} at={returnRequest.question.by} reason={returnRequest.question.reason}>
          <Answered answer={returnRequest.answer} />
        </Talk>
      )}
      {release && <Talk what={say('talk.release')} at={release.releasedAt} reason={release.note} />}
      {brokenPromises.map(({ promise, due }) => (
        <li key={`${promise} ${due}`}>
          <Tag tone="bad">
            {say('broken')}
            {say(`promise.${promise}`)}
          </Tag>{' '}
          <Moment at={due} />
        </li>
      ))}
    </ul>
  );
};

interface TalkProps {
  readonly what: string;
  readonly at: string;
  readonly reason: string | undefined;
  readonly children?: ReactNode;
}

const Talk = ({ what, at, reason, children }: TalkProps): ReactNode => (
  <li>
    <strong>
      {what} <Moment at={at} />
    </strong>{' '}
    {children}
    {reason !== undefined && <p>{reason}</p>}
  </li>
);

interface AnsweredProps {
  readonly answer:
    | { readonly response: Response; readonly reason?: string; readonly availableFrom?: string }
    | undefined;
}

const Answered = ({ answer }: AnsweredProps): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  if (!answer) return <Tag tone="waiting">{say('talk.open')}</Tag>;
  const { response, reason, availableFrom } = answer;
  return (
    <>
      <Tag tone={TONES[response]}>{say(`talk.${response}`)}</Tag> {reason}{' '}
      {availableFrom !== undefined && (
        <>
          {say('talk.from')} <Moment at={availableFrom} />
        </>
      )}
    </>
  );
};
