import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { RESPONSE_LEVELS, type ResponseLevel } from '../../../shared/domain/vocabulary/hazards.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice } from '../parts/choice.tsx';
import { CommandForm } from '../parts/command-form.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { enteredDetails, type IncidentEntry } from './incident-entry.ts';
import { IncidentFields } from './incident-fields.tsx';
import { INCIDENTS } from './incidents-words.ts';
import './incidents.css';

type Entry = IncidentEntry & { readonly responseLevel?: ResponseLevel; readonly exercise?: boolean };

/** Takes an incident down. */
export const OpenIncident = (): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const goTo = useNavigate();
  const open = useCommand(incidentRoutes.openIncident);
  const levels = RESPONSE_LEVELS.map((level) => [level, say('level.value', { level })] as const);
  return (
    <Screen title={say('new.title')}>
      <Panel title={say('facts.title')}>
        <CommandForm
          command={open}
          initialValues={{ exercise: false, hasArea: false } as Partial<Entry>}
          inputOf={({ responseLevel, exercise = false, ...entry }: Entry) => ({
            body: { ...enteredDetails(entry), exercise, ...(responseLevel === undefined ? {} : { responseLevel }) },
          })}
          submit={say('new')}
          onDone={({ body }) => void goTo(`/incidents/${body.incidentId}`)}
        >
          <IncidentFields />
          <Form.Item name={['responseLevel']} label={say('field.level')}>
            <Choice options={levels} none={say('field.level.later')} />
          </Form.Item>
          <Form.Item name={['exercise']} valuePropName="checked">
            <Checkbox>{say('field.exercise')}</Checkbox>
          </Form.Item>
        </CommandForm>
      </Panel>
    </Screen>
  );
};
