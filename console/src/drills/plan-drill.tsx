import Form from 'antd/es/form';
import Input from 'antd/es/input';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { DrillScript } from '../../../shared/domain/drill/drill-script.ts';
import { drillRoutes } from '../../../shared/http/routes/drills.ts';
import type { DrillView } from '../../../shared/http/views/drill.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { AgreementChoices } from '../parts/agreement-choice.tsx';
import { CommandForm } from '../parts/command-form.tsx';
import { Tag } from '../parts/marks.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { DRILLS } from './drills-words.ts';
import { readScript, SCRIPT_TO_BEGIN_WITH } from './script-text.ts';
import './drills.css';

interface Planned {
  /** Not called as in the body: of what the API says of a script one must see of which part of it. */
  readonly text: string;
  readonly participants: string[];
}

/** The script as it is sent; one that is no script at all is the API's to refuse, field by field. */
const scriptOf = (text: string): DrillScript => {
  const { script } = readScript(text) as { readonly script?: unknown };
  return (script ?? {}) as DrillScript;
};

/** Plans a drill by a script, which is taken from a file or written here. */
export const PlanDrill = (): ReactNode => {
  const { say } = useSpeech(DRILLS);
  const navigate = useNavigate();
  const plan = useCommand(drillRoutes.planDrill);
  return (
    <Screen title={say('plan.title')} exercise>
      <p>{say('plan.explain')}</p>
      <CommandForm<Planned, Parameters<typeof plan.run>[0], DrillView>
        command={plan}
        initialValues={{ text: SCRIPT_TO_BEGIN_WITH, participants: [] }}
        inputOf={({ text, participants }) => ({ body: { script: scriptOf(text), participants } })}
        submit={say('plan.do')}
        onDone={({ body: { drillId } }) => void navigate(`/drills/${drillId}`)}
      >
        <div className="columns">
          <Panel title={say('plan.script')}>
            <ScriptFile />
            <Form.Item name="text" label={say('plan.script')}>
              <Input.TextArea className="drill-script" rows={22} spellCheck={false} />
            </Form.Item>
          </Panel>
          <div>
            <ScriptPreview />
            <Panel title={say('plan.participants')}>
              <Form.Item name="participants">
                <AgreementChoices />
              </Form.Item>
            </Panel>
          </div>
        </div>
      </CommandForm>
    </Screen>
  );
};

/** Takes the script from a file. */
const ScriptFile = (): ReactNode => {
  const { say } = useSpeech(DRILLS);
  const form = Form.useFormInstance<Planned>();
  const take = async (file: File | undefined): Promise<void> => {
    if (file) form.setFieldValue('text', await file.text());
  };
  return (
    <label className="drill-file">
      {say('plan.file')}
      <input
        type="file"
        accept=".yaml,.yml,.json"
        onChange={({ target }) => void take(target.files?.[0] ?? undefined)}
      />
    </label>
  );
};

/** What a script says of itself as far as it is written. */
type DraftInject = Partial<DrillScript['injects'][number]>;
type Draft = Partial<Pick<DrillScript, 'title' | 'scenario' | 'lastsMinutes'>> & {
  readonly injects?: readonly DraftInject[];
};

const isDraft = (script: unknown): script is Draft => typeof script === 'object' && script !== null;

/** What the script has, as one writes it. */
const ScriptPreview = (): ReactNode => {
  const { say, read } = useSpeech(DRILLS);
  const text: string = Form.useWatch('text') ?? SCRIPT_TO_BEGIN_WITH;
  const { script, fault } = { script: undefined, ...readScript(text) };
  const draft = isDraft(script) ? script : {};
  const injects: readonly DraftInject[] = Array.isArray(draft.injects) ? draft.injects : [];
  return (
    <Panel title={say('plan.preview')}>
      {fault !== undefined && (
        <p role="status">
          <Tag tone="bad">{say('plan.unreadable', { why: fault })}</Tag>
        </p>
      )}
      <p>
        <strong>{draft.title}</strong>{' '}
        {draft.lastsMinutes !== undefined && say('minutes', { minutes: draft.lastsMinutes })}
      </p>
      <p>{draft.scenario}</p>
      <ol className="drill-outline">
        {injects.map(({ key, atMinutes, title, deed }, at) => (
          <li key={key ?? at}>
            <span className="drill-minute">{say('inject.at', { minutes: atMinutes ?? 0 })}</span>
            <span>{title?.zh === undefined ? key : read(title)}</span>
            {deed?.does && <span className="muted">{say(`deed.${deed.does}`)}</span>}
          </li>
        ))}
      </ol>
    </Panel>
  );
};
