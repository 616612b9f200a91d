import type { ReactNode } from 'react';
import type { Invitation } from '../../../shared/domain/call-out/invitation.ts';
import { INVITATION_STATUSES } from '../../../shared/domain/call-out/invitation-status.ts';
import { useSpeech } from '../i18n/language.ts';
import { invitationTone } from '../own-call-outs/invitation-tone.ts';
import { OpinionShown } from '../own-call-outs/opinion-shown.tsx';
import { Countdown } from '../parts/countdown.tsx';
import { Tag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { CALL_OUTS } from './call-outs-words.ts';
import { InvitationRoomActs } from './invitation-room-acts.tsx';
import type { RoomCallOut } from './on-call-out.ts';
import { ProposalAnswer } from './proposal-answer.tsx';

interface InvitationEntryProps {
  readonly invitation: Invitation;
  readonly shown: RoomCallOut;
}

/** One expert's invitation with what has come of it, and what the duty room does about it. */
export const InvitationEntry = ({ invitation, shown }: InvitationEntryProps): ReactNode => {
  const { say, read } = useSpeech(CALL_OUTS);
  const { expert, status, invitedAt, replyBy, urgedAt } = invitation;
  return (
    <div className="entry-main">
      <strong>
        <SubjectLink kind="expert" id={expert.expertId}>
          {expert.name}
        </SubjectLink>
      </strong>{' '}
      <Tag tone={invitationTone(status)}>{read(INVITATION_STATUSES[status])}</Tag>{' '}
      <span className="muted">
        {say('invited-at')} <Moment at={invitedAt} />, {say('reply-by')} <Moment at={replyBy} />
        {urgedAt !== undefined && (
          <>
            , {say('urged')} <Moment at={urgedAt} />
          </>
        )}
      </span>{' '}
      {status === 'invited' && <Countdown due={replyBy} />}
      {'reason' in invitation && <p>{invitation.reason}</p>}
      {invitation.status === 'time-proposed' && <ProposalAnswer invitation={invitation} shown={shown} />}
      {invitation.status === 'opinion-given' && (
        <>
          <OpinionShown invitation={invitation} />
          {invitation.appraisal && (
            <p>
              {say('appraised')} {invitation.appraisal.grade} / 5 {invitation.appraisal.words}
            </p>
          )}
        </>
      )}
      {shown.callOut.status === 'open' && <InvitationRoomActs invitation={invitation} shown={shown} />}
    </div>
  );
};
