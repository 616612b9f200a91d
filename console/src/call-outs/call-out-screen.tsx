import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { callOutRoutes } from '../../../shared/http/routes/call-outs.ts';
import type { CallOutView } from '../../../shared/http/views/call-out.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { MeetingShown } from '../own-call-outs/meeting-shown.tsx';
import { Countdown } from '../parts/countdown.tsx';
import { Facts } from '../parts/facts.tsx';
import { ChangedMark, Tag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { CallOutRoomActs } from './call-out-room-acts.tsx';
import { CALL_OUTS } from './call-outs-words.ts';
import { InvitationEntry } from './invitation-entry.tsx';
import '../own-call-outs/own-call-outs.css';
import '../phone/phone.css';
import './call-outs.css';

/** One call-out as the duty room follows it: whom it asked, what they answered, and what they advise. */
export const CallOutScreen = (): ReactNode => {
  const { say } = useSpeech(CALL_OUTS);
  const { callOutId = '' } = useParams();
  const read = useRead(callOutRoutes.readCallOut, { params: { callOutId } });
  const callOut = read.data?.body;
  return (
    <Screen title={callOut ? `${say('title')} · ${callOut.incident.title}` : say('title')} exercise={callOut?.exercise}>
      <Shown read={read}>
        {(body, etag) => (
          <>
            <CallOutRoomActs callOut={body} etag={etag} />
            <Panel title={say('details')}>
              <p className="opinion-text">{body.question}</p>
              <CallOutFacts callOut={body} />
            </Panel>
            <Panel title={say('invitations')}>
              <ul className="entries invitations">
                {body.invitations.map((invitation) => (
                  <li key={invitation.expert.expertId}>
                    <InvitationEntry invitation={invitation} shown={{ callOut: body, etag }} />
                  </li>
                ))}
              </ul>
            </Panel>
          </>
        )}
      </Shown>
    </Screen>
  );
};

const CallOutFacts = ({ callOut }: { readonly callOut: CallOutView }): ReactNode => {
  const { say, read } = useSpeech(CALL_OUTS);
  const { callOutId, status, statusText, incident, meeting, replyBy, opinionBy, parties, requestId } = callOut;
  const isOpen = status === 'open';
  return (
    <Facts
      facts={[
        [
          say('column.status'),
          <>
            <Tag tone={isOpen ? 'waiting' : 'plain'}>{read(statusText)}</Tag> <ChangedMark id={callOutId} />
          </>,
        ],
        [
          say('column.incident'),
          <SubjectLink key="incident" kind="incident" id={incident.incidentId}>
            {incident.title}
          </SubjectLink>,
        ],
        [
          say('request'),
          requestId && (
            <SubjectLink kind="request" id={requestId}>
              {requestId}
            </SubjectLink>
          ),
        ],
        [say('mode'), <MeetingShown key="meeting" meeting={meeting} />],
        [say('reply-by'), <Moment key="reply" at={replyBy} />],
        [
          say('opinion-by'),
          <>
            <Moment at={opinionBy} /> {isOpen && <Countdown due={opinionBy} />}
          </>,
        ],
        [say('parties.are'), parties.length === 0 ? undefined : parties.join('、')],
        [say('cancelled'), callOut.cancellation?.reason],
      ]}
    />
  );
};
