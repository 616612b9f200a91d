import type { ReactNode } from 'react';
import type { MeetingTime } from '../../../shared/domain/call-out/call-out-details.ts';
import type { OwnCallOutView } from '../../../shared/http/views/call-out.ts';
import { useSpeech } from '../i18n/language.ts';
import { useMoment } from '../parts/moment.tsx';
import { OWN_CALL_OUTS } from './own-call-outs-words.ts';

interface MeetingShownProps {
  readonly meeting: OwnCallOutView['meeting'];
  /** Agreed with one expert, if it is another than that of the call-out. */
  readonly time?: MeetingTime;
}

/** When and how the advice is wanted, and the way in. */
export const MeetingShown = ({ meeting, time = meeting }: MeetingShownProps): ReactNode => {
  const { say } = useSpeech(OWN_CALL_OUTS);
  const moment = useMoment();
  return (
    <>
      {say('meeting.until', { from: moment(time.from), until: moment(time.until) })} {say(`meeting.${meeting.mode}`)}
      {meeting.mode === 'on-site' && ` ${meeting.position.place}`}
      {meeting.mode === 'video' && meeting.joinUrl !== undefined && (
        <>
          {' '}
          <a href={meeting.joinUrl} target="_blank" rel="noreferrer">
            {say('meeting.join')}
          </a>
        </>
      )}
    </>
  );
};
