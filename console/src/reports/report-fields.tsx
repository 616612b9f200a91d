import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import type { ReactNode } from 'react';
import {
  REPORT_KINDS,
  REPORT_SECTION_NAMES,
  REPORT_SECTIONS,
  type ReportSection,
} from '../../../shared/domain/situation-report/report-content.ts';
import type { VersionHead } from '../../../shared/domain/situation-report/report-version.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice, choicesOf } from '../parts/choice.tsx';
import { InstantInput } from '../parts/instant-input.tsx';
import { PARTS } from '../parts/part-words.ts';
import { Panel } from '../parts/screen.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { DivisionFields, ForceFields, NeedFields, ReliefFields } from './report-lists.tsx';
import { REPORTS } from './reports-words.ts';

const NEEDED: readonly ReportSection[] = ['source', 'course'];

interface NumberChoiceProps {
  readonly id?: string;
  readonly numbers: readonly number[];
  readonly value?: number;
  readonly onChange?: (number: number | undefined) => void;
}

const VersionChoice = ({ id, numbers, value, onChange }: NumberChoiceProps): ReactNode => {
  const { say } = useSpeech(REPORTS);
  return (
    <Choice
      {...(id === undefined ? {} : { id })}
      options={numbers.map((number) => [String(number), say('version', { number })] as const)}
      value={value === undefined ? undefined : String(value)}
      none={say('editor.corrects.none')}
      onChange={(chosen) => onChange?.(chosen === undefined ? undefined : Number(chosen))}
    />
  );
};

const Head = ({ versions }: { readonly versions: readonly VersionHead[] }): ReactNode => {
  const { say, read } = useSpeech(REPORTS);
  const required = [{ required: true, message: useSpeech(PARTS).say('required') }];
  const correctable = versions.filter(({ correctedBy }) => correctedBy === undefined).map(({ number }) => number);
  return (
    <Panel title={say('editor.head')}>
      <Form.Item name={['kind']} label={say('editor.kind')} rules={required}>
        <Choice options={choicesOf(REPORT_KINDS, read)} />
      </Form.Item>
      <Form.Item name={['asOf']} label={say('editor.as-of')} rules={required}>
        <InstantInput />
      </Form.Item>
      {correctable.length > 0 && (
        <>
          <Form.Item name={['corrects']} label={say('editor.corrects')}>
            <VersionChoice numbers={correctable} />
          </Form.Item>
          <WordsField name={['reason']} label={say('editor.reason')} optional />
        </>
      )}
    </Panel>
  );
};

/** Asks for what a report says, in the order in which official reports say it. */
export const ReportFields = ({ versions }: { readonly versions: readonly VersionHead[] }): ReactNode => {
  const { say, read } = useSpeech(REPORTS);
  return (
    <>
      <Head versions={versions} />
      <Panel title={say('editor.divisions')}>
        <DivisionFields />
      </Panel>
      <Panel title={say('editor.sections')}>
        {REPORT_SECTION_NAMES.map((section) => (
          <WordsField
            key={section}
            name={[section]}
            label={read(REPORT_SECTIONS[section])}
            optional={!NEEDED.includes(section)}
            rows={section === 'course' ? 4 : 1}
          />
        ))}
        <WordsField name={['outlook']} label={say('editor.outlook')} optional rows={1} />
      </Panel>
      <Panel title={say('editor.forces')}>
        <ForceFields />
      </Panel>
      <Panel title={say('editor.needs')}>
        <NeedFields />
      </Panel>
      <Panel title={say('editor.relief')}>
        <ReliefFields />
      </Panel>
      <Form.Item name={['stable']} valuePropName="checked">
        <Checkbox>{say('editor.stable')}</Checkbox>
      </Form.Item>
    </>
  );
};
