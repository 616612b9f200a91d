import Form from 'antd/es/form';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { warningRoutes } from '../../../shared/http/routes/warnings.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice } from '../parts/choice.tsx';
import { CommandForm } from '../parts/command-form.tsx';
import { PARTS } from '../parts/part-words.ts';
import { Panel, Screen } from '../parts/screen.tsx';
import { enteredWarning, type WarningEntry } from './warning-entry.ts';
import { WarningFields } from './warning-fields.tsx';
import { WARNINGS } from './warnings-words.ts';
import './warnings.css';

const STATUSES = ['Actual', 'Exercise', 'Test'] as const;

interface Entry {
  readonly status: (typeof STATUSES)[number];
  readonly warning: WarningEntry;
}

/** Issues a warning in the city's name. */
export const IssueWarning = (): ReactNode => {
  const { say } = useSpeech(WARNINGS);
  const required = [{ required: true, message: useSpeech(PARTS).say('required') }];
  const goTo = useNavigate();
  const issue = useCommand(warningRoutes.issueWarning);
  return (
    <Screen title={say('issue.title')}>
      <Panel title={say('facts.title')}>
        <CommandForm
          command={issue}
          initialValues={{ warning: { areas: [{ areaDesc: '' }] } } as unknown as Partial<Entry>}
          inputOf={({ status, warning }: Entry) => ({ body: { status, warning: enteredWarning(warning) } })}
          submit={say('to.issue')}
          onDone={({ body }) => void goTo(`/warnings/${body.warningId}`)}
        >
          <Form.Item name={['status']} label={say('field.status')} rules={required}>
            <Choice options={STATUSES.map((one) => [one, say(`status.${one}`)] as const)} />
          </Form.Item>
          <WarningFields />
        </CommandForm>
      </Panel>
    </Screen>
  );
};
