import Form from 'antd/es/form';
import type { ReactNode } from 'react';
import type { FeeConfirmationWords } from '../../../shared/domain/call-out/call-out-details.ts';
import type { Invitation, InvitationOf } from '../../../shared/domain/call-out/invitation.ts';
import { callOutRoutes } from '../../../shared/http/routes/call-outs.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice } from '../parts/choice.tsx';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { useYuan, YuanInput } from '../parts/money.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { CALL_OUTS } from './call-outs-words.ts';
import { onInvitation, type RoomCallOut } from './on-call-out.ts';
import { RecordAnswer } from './record-answer.tsx';

interface InvitationRoomActsProps<I extends Invitation = Invitation> {
  readonly invitation: I;
  readonly shown: RoomCallOut;
}

/** What the duty room does about one invitation, as it stands. */
export const InvitationRoomActs = ({ invitation, shown }: InvitationRoomActsProps): ReactNode => {
  const may = useMay();
  const { status } = invitation;
  const isPending = status === 'invited' || status === 'time-proposed' || status === 'accepted';
  return (
    <div className="screen-actions">
      {isPending && may(callOutRoutes.recordInvitationAnswer) && <RecordAnswer on={onInvitation(shown, invitation)} />}
      {isPending && may(callOutRoutes.withdrawInvitation) && <Withdraw invitation={invitation} shown={shown} />}
      {invitation.status === 'opinion-given' && <Service invitation={invitation} shown={shown} />}
    </div>
  );
};

const Withdraw = ({ invitation, shown }: InvitationRoomActsProps): ReactNode => {
  const { say } = useSpeech(CALL_OUTS);
  const command = useCommand(callOutRoutes.withdrawInvitation);
  return (
    <CommandDialog
      act={say('withdraw')}
      command={command}
      inputOf={(body: { reason: string }) => ({ ...onInvitation(shown, invitation), body })}
    >
      <WordsField name={['reason']} label={say('reason')} />
    </CommandDialog>
  );
};

const Service = (props: InvitationRoomActsProps<InvitationOf<'opinion-given'>>): ReactNode => {
  const may = useMay();
  const { fee, appraisal } = props.invitation;
  return (
    <>
      {fee && !fee.confirmation && may(callOutRoutes.confirmExpertFee) && <ConfirmFee {...props} claim={fee.claim} />}
      {!appraisal && may(callOutRoutes.appraiseExpert) && <Appraise {...props} />}
    </>
  );
};

interface ConfirmFeeProps extends InvitationRoomActsProps {
  readonly claim: NonNullable<InvitationOf<'opinion-given'>['fee']>['claim'];
}

const ConfirmFee = ({ invitation, shown, claim }: ConfirmFeeProps): ReactNode => {
  const { say } = useSpeech(CALL_OUTS);
  const yuan = useYuan();
  const command = useCommand(callOutRoutes.confirmExpertFee);
  return (
    <CommandDialog
      act={say('fee')}
      command={command}
      primary
      initialValues={{ amount: claim.amount }}
      inputOf={(body: FeeConfirmationWords) => ({ ...onInvitation(shown, invitation), body })}
    >
      <p>
        {say('fee.claimed', { amount: yuan(claim.amount), days: claim.days })} {claim.note}
      </p>
      <Form.Item name="amount" label={say('fee.amount')}>
        <YuanInput />
      </Form.Item>
      <WordsField name={['reason']} label={say('fee.reason')} optional />
    </CommandDialog>
  );
};

const GRADES = ['5', '4', '3', '2', '1'] as const;

const Appraise = ({ invitation, shown }: InvitationRoomActsProps): ReactNode => {
  const { say } = useSpeech(CALL_OUTS);
  const command = useCommand(callOutRoutes.appraiseExpert);
  return (
    <CommandDialog
      act={say('appraise')}
      command={command}
      inputOf={({ grade, words }: { grade: string; words: string }) => ({
        ...onInvitation(shown, invitation),
        body: { grade: Number(grade), words },
      })}
    >
      <Form.Item name="grade" label={say('grade')}>
        <Choice options={GRADES.map((grade) => [grade, `${grade} / 5`] as const)} />
      </Form.Item>
      <WordsField name={['words']} label={say('words')} />
    </CommandDialog>
  );
};
