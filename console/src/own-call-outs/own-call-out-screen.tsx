import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { HAZARDS } from '../../../shared/domain/vocabulary/hazards.ts';
import { ownCallOutRoutes } from '../../../shared/http/routes/own-call-outs.ts';
import { useSpeech } from '../i18n/language.ts';
import { Countdown } from '../parts/countdown.tsx';
import { Facts } from '../parts/facts.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { Tag } from '../parts/marks.tsx';
import { Moment, useMoment } from '../parts/moment.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { KeptShown } from '../phone/kept-shown.tsx';
import { useKeptRead } from '../phone/use-kept-read.ts';
import { WaitingCommands } from '../phone/waiting-commands.tsx';
import { CallOutActs } from './call-out-acts.tsx';
import { invitationTone } from './invitation-tone.ts';
import { MeetingShown } from './meeting-shown.tsx';
import { OpinionShown } from './opinion-shown.tsx';
import { OWN_CALL_OUTS } from './own-call-outs-words.ts';
import type { ShownCallOut } from './use-call-out-act.ts';
import './own-call-outs.css';

/** One call-out, as the expert who is asked has it. */
export const OwnCallOutScreen = (): ReactNode => {
  const { say } = useSpeech(OWN_CALL_OUTS);
  const { callOutId = '' } = useParams();
  const read = useKeptRead(ownCallOutRoutes.readOwnCallOut, { params: { callOutId } });
  const callOut = read.data?.body;
  return (
    <Screen
      title={callOut ? callOut.incident.title : say('call-out')}
      exercise={callOut?.exercise}
      actions={<LinkButton to="/own-call-outs">{say('to.list')}</LinkButton>}
    >
      <KeptShown read={read}>{(body, etag) => <InHand callOut={body} etag={etag} />}</KeptShown>
    </Screen>
  );
};

const InHand = (shown: ShownCallOut): ReactNode => {
  const { say, read } = useSpeech(OWN_CALL_OUTS);
  const { callOut, etag } = shown;
  const { invitation, invitationText, cancellation } = callOut;
  return (
    <>
      <WaitingCommands subject={callOut.callOutId} version={etag} />
      <Panel title={say('question')}>
        <p className="opinion-text">{callOut.question}</p>
        <p>
          <Tag tone={invitationTone(invitation.status)}>{read(invitationText)}</Tag>
        </p>
        {cancellation && <p>{say('cancelled', { reason: cancellation.reason })}</p>}
        <Times {...shown} />
        <Proposals {...shown} />
        <CallOutActs {...shown} />
      </Panel>
      {invitation.status === 'opinion-given' && (
        <Panel title={say('opinion.given')}>
          <OpinionShown invitation={invitation} />
        </Panel>
      )}
    </>
  );
};

const Times = ({ callOut }: ShownCallOut): ReactNode => {
  const { say, read } = useSpeech(OWN_CALL_OUTS);
  const { incident, invitation, meeting, opinionBy } = callOut;
  const isAsked = invitation.status === 'invited';
  return (
    <Facts
      facts={[
        [
          say('reply-by'),
          isAsked ? (
            <>
              <Moment at={invitation.replyBy} /> <Countdown due={invitation.replyBy} />
            </>
          ) : undefined,
        ],
        [say('meeting'), <MeetingShown key="meeting" meeting={meeting} time={invitation.time} />],
        [
          say('opinion-by'),
          <>
            <Moment at={opinionBy} /> {invitation.status === 'accepted' && <Countdown due={opinionBy} />}
          </>,
        ],
        [say('incident'), `${incident.title}（${read(HAZARDS[incident.hazard])}）`],
        [say('urged'), invitation.urgedAt && <Moment at={invitation.urgedAt} />],
      ]}
    />
  );
};

const Proposals = ({ callOut: { invitation } }: ShownCallOut): ReactNode => {
  const { say } = useSpeech(OWN_CALL_OUTS);
  const moment = useMoment();
  if (invitation.status === 'invited' && invitation.refusedProposal)
    return <p>{say('proposal.refused', { reason: invitation.refusedProposal.refusal })}</p>;
  if (invitation.status !== 'time-proposed') return null;
  const { time, reason } = invitation.proposal;
  return (
    <p>
      {say('proposal.yours')} {say('meeting.until', { from: moment(time.from), until: moment(time.until) })} {reason}
    </p>
  );
};
