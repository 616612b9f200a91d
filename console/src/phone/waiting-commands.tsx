import Button from 'antd/es/button';
import type { ReactNode } from 'react';
import type { Problem } from '../../../shared/http/problem.ts';
import { Refused } from '../api/problem.ts';
import { useSpeech } from '../i18n/language.ts';
import { Tag, type Tone } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Panel } from '../parts/screen.tsx';
import { type Queue, type QueuedCommand, type QueuedStatus, statusOf } from './command-queue.ts';
import { PHONE } from './phone-words.ts';
import { useDecideOnRefused, useQueue } from './use-queue.ts';

const TONES: Readonly<Record<QueuedStatus, Tone>> = { waiting: 'waiting', refused: 'bad', held: 'plain' };

const STALE = 412;

interface WaitingCommandsProps {
  readonly subject: string;
  /** ETag of the subject as it is shown now: what is sent once more is decided on this. */
  readonly version: string | undefined;
}

/** What was decided about something and is not done yet: what waits, and what was refused and why. */
export const WaitingCommands = ({ subject, version }: WaitingCommandsProps): ReactNode => {
  const { say } = useSpeech(PHONE);
  const queue = useQueue().filter((command) => command.subject === subject);
  if (queue.length === 0) return null;
  return (
    <Panel title={say('queue.title')}>
      <ol className="waiting-commands">
        {queue.map((command) => (
          <li key={command.id}>
            <WaitingCommand command={command} queue={queue} version={version} />
          </li>
        ))}
      </ol>
    </Panel>
  );
};

interface WaitingCommandProps {
  readonly command: QueuedCommand;
  readonly queue: Queue;
  readonly version: string | undefined;
}

const WaitingCommand = ({ command, queue, version }: WaitingCommandProps): ReactNode => {
  const { say, read } = useSpeech(PHONE);
  const status = statusOf(queue, command);
  return (
    <>
      <p>
        <Tag tone={TONES[status]}>{say(status)}</Tag> <strong>{read(command.meant)}</strong>{' '}
        <span className="muted">
          {say('queue.decided')} <Moment at={command.decidedAt} />
        </span>
      </p>
      {command.refusal && <Refusal command={command} refusal={command.refusal} version={version} />}
    </>
  );
};

interface RefusalProps extends Pick<WaitingCommandProps, 'command' | 'version'> {
  readonly refusal: Problem;
}

const Refusal = ({ command: { id, meant }, refusal, version }: RefusalProps): ReactNode => {
  const { say, read } = useSpeech(PHONE);
  const { discard, redo } = useDecideOnRefused();
  return (
    <>
      <ProblemAlert error={new Refused(refusal)} />
      <p>
        {say('refused.meant')} {read(meant)}
        {refusal.status === STALE && <> {say('refused.stale')}</>}
      </p>
      <div className="form-foot">
        <Button type="primary" onClick={() => redo(id, version)}>
          {say('redo')}
        </Button>
        <Button danger onClick={() => discard(id)}>
          {say('discard')}
        </Button>
      </div>
    </>
  );
};
