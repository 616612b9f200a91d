import type { ReactNode } from 'react';
import type { InvitationOf } from '../../../shared/domain/call-out/invitation.ts';
import { callOutRoutes } from '../../../shared/http/routes/call-outs.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { OWN_CALL_OUTS } from '../own-call-outs/own-call-outs-words.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { useMoment } from '../parts/moment.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { SmallAct } from '../parts/small-act.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { CALL_OUTS } from './call-outs-words.ts';
import { onInvitation, type RoomCallOut } from './on-call-out.ts';

interface ProposalAnswerProps {
  readonly invitation: InvitationOf<'time-proposed'>;
  readonly shown: RoomCallOut;
}

/** Another time that an expert proposes, and whether it suits. */
export const ProposalAnswer = ({ invitation, shown }: ProposalAnswerProps): ReactNode => {
  const { say } = useSpeech(CALL_OUTS);
  const own = useSpeech(OWN_CALL_OUTS);
  const moment = useMoment();
  const may = useMay();
  const accept = useCommand(callOutRoutes.answerProposedTime);
  const refuse = useCommand(callOutRoutes.answerProposedTime);
  const { time, reason } = invitation.proposal;
  const on = onInvitation(shown, invitation);
  return (
    <>
      <p>
        {say('proposes')}:{' '}
        <strong>{own.say('meeting.until', { from: moment(time.from), until: moment(time.until) })}</strong> {reason}
      </p>
      {accept.failure && <ProblemAlert error={accept.failure} />}
      {may(callOutRoutes.answerProposedTime) && (
        <div className="screen-actions">
          <SmallAct
            act={say('proposal.accept')}
            command={accept}
            input={{ ...on, body: { answer: 'accept' as const } }}
          />
          <CommandDialog
            act={say('proposal.refuse')}
            command={refuse}
            inputOf={(body: { reason: string }) => ({ ...on, body: { answer: 'refuse' as const, ...body } })}
          >
            <WordsField name={['reason']} label={say('reason')} />
          </CommandDialog>
        </div>
      )}
    </>
  );
};
