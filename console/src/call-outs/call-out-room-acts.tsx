import Form from 'antd/es/form';
import type { ReactNode } from 'react';
import { HOUR_MS, type Instant, plus } from '../../../shared/domain/kernel/instant.ts';
import { callOutRoutes } from '../../../shared/http/routes/call-outs.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { useNow } from '../live/use-now.ts';
import { RankedChoice } from '../lookup/ranked-choice.tsx';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { InstantInput } from '../parts/instant-input.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { CALL_OUTS } from './call-outs-words.ts';
import { onCallOut, type RoomCallOut } from './on-call-out.ts';

/** What the duty room can do with a call-out as a whole. */
export const CallOutRoomActs = (shown: RoomCallOut): ReactNode => {
  const may = useMay();
  const { status, invitations } = shown.callOut;
  if (status !== 'open') return null;
  return (
    <div className="screen-actions call-out-acts">
      {may(callOutRoutes.inviteExperts) && <Invite {...shown} />}
      {may(callOutRoutes.urgeExperts) && invitations.some((each) => each.status === 'invited') && <Urge {...shown} />}
      {may(callOutRoutes.closeCallOut) && <Close {...shown} />}
      {may(callOutRoutes.cancelCallOut) && <Cancel {...shown} />}
    </div>
  );
};

const ANSWER_MS = HOUR_MS / 2;

/** Who said no, or nothing, or was not needed then, may be asked again; who recused themselves may not. */
const STAYS: readonly string[] = ['declined', 'lapsed', 'withdrawn'];

interface InviteValues {
  readonly experts: readonly string[];
  readonly replyBy: Instant;
}

const Invite = (shown: RoomCallOut): ReactNode => {
  const { say } = useSpeech(CALL_OUTS);
  const command = useCommand(callOutRoutes.inviteExperts);
  const now = new Date(useNow()).toISOString();
  const { incident, meeting, invitations } = shown.callOut;
  return (
    <CommandDialog
      act={say('invite')}
      command={command}
      initialValues={{ experts: [], replyBy: plus(now, ANSWER_MS) }}
      inputOf={({ experts, replyBy }: InviteValues) => ({
        ...onCallOut(shown),
        body: { experts: [...experts], replyBy },
      })}
    >
      <Form.Item name="experts">
        <RankedChoice
          kind="expert"
          label={say('experts')}
          hazard={incident.hazard}
          near={incident.position}
          wanted={{ from: meeting.from, until: meeting.until }}
          without={invitations.filter(({ status }) => !STAYS.includes(status)).map(({ expert }) => expert.expertId)}
        />
      </Form.Item>
      <Form.Item name="replyBy" label={say('reply-by')}>
        <InstantInput />
      </Form.Item>
    </CommandDialog>
  );
};

const Urge = (shown: RoomCallOut): ReactNode => {
  const { say } = useSpeech(CALL_OUTS);
  const command = useCommand(callOutRoutes.urgeExperts);
  return (
    <CommandDialog act={say('urge')} command={command} inputOf={() => onCallOut(shown)}>
      <p>{say('urge.note')}</p>
    </CommandDialog>
  );
};

const Close = (shown: RoomCallOut): ReactNode => {
  const { say } = useSpeech(CALL_OUTS);
  const command = useCommand(callOutRoutes.closeCallOut);
  return (
    <CommandDialog act={say('close')} command={command} inputOf={() => onCallOut(shown)}>
      <p>{say('close.note')}</p>
    </CommandDialog>
  );
};

const Cancel = (shown: RoomCallOut): ReactNode => {
  const { say } = useSpeech(CALL_OUTS);
  const command = useCommand(callOutRoutes.cancelCallOut);
  return (
    <CommandDialog
      act={say('cancel')}
      command={command}
      danger
      inputOf={(body: { reason: string }) => ({ ...onCallOut(shown), body })}
    >
      <WordsField name={['reason']} label={say('reason')} />
    </CommandDialog>
  );
};
