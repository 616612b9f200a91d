import Form from 'antd/es/form';
import Input from 'antd/es/input';
import InputNumber from 'antd/es/input-number';
import type { ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { HOUR_MS, type Instant, plus } from '../../../shared/domain/kernel/instant.ts';
import type { TaskDetails } from '../../../shared/domain/task/task-details.ts';
import { RESOURCE_KINDS, type ResourceKind } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { taskRoutes } from '../../../shared/http/routes/tasks.ts';
import type { IncidentView } from '../../../shared/http/views/incident.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { useNow } from '../live/use-now.ts';
import { RankedChoice } from '../lookup/ranked-choice.tsx';
import { Choice, choicesOf } from '../parts/choice.tsx';
import { CommandForm } from '../parts/command-form.tsx';
import { ForIncident } from '../parts/for-incident.tsx';
import { InstantInput } from '../parts/instant-input.tsx';
import { PositionFields, typedPosition } from '../parts/position-fields.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { TASKS } from './tasks-words.ts';

/** Sends a task for an incident. The address may say which, and whom (`?incident=`, `?agency=`, `?kind=`). */
export const NewTask = (): ReactNode => {
  const { say } = useSpeech(TASKS);
  return (
    <Screen title={say('new')}>
      <ForIncident>{(incident) => <TaskForm incident={incident} />}</ForIncident>
    </Screen>
  );
};

interface Values {
  readonly details: TaskDetails;
  readonly agencies: readonly string[];
  readonly replyBy?: Instant | undefined;
}

/** Mostly wanted within hours. */
const USUALLY_WANTED_MS = 6 * HOUR_MS;

const isKind = (text: string | null): text is ResourceKind => text !== null && text in RESOURCE_KINDS;

const TaskForm = ({ incident }: { readonly incident: IncidentView }): ReactNode => {
  const { say, read } = useSpeech(TASKS);
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const command = useCommand(taskRoutes.sendTask);
  const now = new Date(useNow()).toISOString();
  const kind = search.get('kind');
  const agency = search.get('agency');
  const { incidentId, position } = incident;
  return (
    <CommandForm
      command={command}
      submit={say('new')}
      initialValues={{
        details: {
          mission: '',
          quantity: 1,
          unit: say('unit.people'),
          neededBy: plus(now, USUALLY_WANTED_MS),
          position,
          ...(isKind(kind) ? { kind } : {}),
        },
        agencies: agency === null ? [] : [agency],
      }}
      inputOf={({ details: { kind: chosen, ...details }, agencies, replyBy }: Values) => ({
        body: {
          source: 'incident' as const,
          incidentId,
          details: {
            ...details,
            position: typedPosition(details.position),
            ...(chosen === undefined ? {} : { kind: chosen }),
          },
          agencies: [...agencies],
          ...(replyBy === undefined ? {} : { replyBy }),
        },
      })}
      onDone={({ body }) => void navigate(`/tasks/${body.taskId}`)}
    >
      <Panel title={say('details')}>
        <WordsField name={['details', 'mission']} label={say('mission')} />
        <div className="columns">
          <Form.Item name={['details', 'kind']} label={say('kind')}>
            <Choice options={choicesOf(RESOURCE_KINDS, read)} none={say('kind.none')} />
          </Form.Item>
          <Form.Item name={['details', 'quantity']} label={say('quantity')}>
            <InputNumber min={1} precision={0} />
          </Form.Item>
          <Form.Item name={['details', 'unit']} label={say('unit')}>
            <Input />
          </Form.Item>
          <Form.Item name={['details', 'neededBy']} label={say('needed-by')}>
            <InstantInput />
          </Form.Item>
          <Form.Item name="replyBy" label={say('reply-by')}>
            <InstantInput />
          </Form.Item>
        </div>
        <PositionFields name={['details', 'position']} />
      </Panel>
      <Agencies incident={incident} />
    </CommandForm>
  );
};

/** Which agencies are suitable depends on the kind of help. */
const Agencies = ({ incident: { hazard, position } }: { readonly incident: IncidentView }): ReactNode => {
  const { say } = useSpeech(TASKS);
  const kind = Form.useWatch<ResourceKind | undefined>(['details', 'kind']);
  return (
    <Form.Item name="agencies">
      <RankedChoice kind="agency" label={say('agencies')} hazard={hazard} near={position} resourceKind={kind} />
    </Form.Item>
  );
};
