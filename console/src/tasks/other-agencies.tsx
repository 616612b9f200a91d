import Form from 'antd/es/form';
import type { ReactNode } from 'react';
import type { Instant } from '../../../shared/domain/kernel/instant.ts';
import { agencyRoutes } from '../../../shared/http/routes/agencies.ts';
import { taskRoutes } from '../../../shared/http/routes/tasks.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { RankedChoice } from '../lookup/ranked-choice.tsx';
import { Choice } from '../parts/choice.tsx';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { InstantInput } from '../parts/instant-input.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { onTask, type RoomTask } from './on-task.ts';
import { TASKS } from './tasks-words.ts';

const given = (replyBy: Instant | undefined) => (replyBy === undefined ? {} : { replyBy });

/** Those that have the task, or were asked and have not said no. */
const askedOf = ({ task: { offers } }: RoomTask): readonly string[] =>
  offers
    .filter(({ outcome: { kind } }) => kind === 'open' || kind === 'counter-proposed' || kind === 'accepted')
    .map(({ agencyId }) => agencyId);

interface OfferValues {
  readonly agencies: readonly string[];
  readonly replyBy?: Instant | undefined;
}

/** Puts the task to further agencies. */
export const OfferOthers = (shown: RoomTask): ReactNode => {
  const { say } = useSpeech(TASKS);
  const command = useCommand(taskRoutes.offerTask);
  const { incident, details } = shown.task;
  return (
    <CommandDialog
      act={say('offer')}
      command={command}
      primary={shown.task.status === 'unanswered'}
      initialValues={{ agencies: [] }}
      inputOf={({ agencies, replyBy }: OfferValues) => ({
        ...onTask(shown),
        body: { agencies: [...agencies], ...given(replyBy) },
      })}
    >
      <Form.Item name="agencies">
        <RankedChoice
          kind="agency"
          label={say('agencies')}
          hazard={incident.hazard}
          near={details.position}
          without={askedOf(shown)}
        />
      </Form.Item>
      <Form.Item name="replyBy" label={say('reply-by')}>
        <InstantInput />
      </Form.Item>
    </CommandDialog>
  );
};

interface TransferValues {
  readonly agencyId: string;
  readonly reason: string;
  readonly replyBy?: Instant | undefined;
}

/** Takes the task from those who have it, and puts it to another. */
export const Transfer = (shown: RoomTask): ReactNode => {
  const { say } = useSpeech(TASKS);
  const command = useCommand(taskRoutes.transferTask);
  const agencies = useRead(agencyRoutes.listAgencies, { query: { limit: 100 } });
  const asked = askedOf(shown);
  const others = (agencies.data?.body.items ?? []).filter(({ agencyId }) => !asked.includes(agencyId));
  return (
    <CommandDialog
      act={say('transfer')}
      command={command}
      inputOf={({ replyBy, ...body }: TransferValues) => ({ ...onTask(shown), body: { ...body, ...given(replyBy) } })}
    >
      <Form.Item name="agencyId" label={say('transfer.to')}>
        <Choice options={others.map(({ agencyId, name }) => [agencyId, name] as const)} />
      </Form.Item>
      <WordsField name={['reason']} label={say('reason')} />
      <Form.Item name="replyBy" label={say('reply-by')}>
        <InstantInput />
      </Form.Item>
    </CommandDialog>
  );
};
