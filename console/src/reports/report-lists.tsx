import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import InputNumber from 'antd/es/input-number';
import type { ReactElement, ReactNode } from 'react';
import { FIGURE_NAMES } from '../../../shared/domain/situation-report/figures.ts';
import { RESOURCE_KINDS } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { CITIES } from '../../../shared/reference/cities.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice, choicesOf } from '../parts/choice.tsx';
import { useFigureName } from '../parts/figures-table.tsx';
import { PARTS } from '../parts/part-words.ts';
import { REPORTS } from './reports-words.ts';

interface RowField {
  readonly name: readonly string[];
  readonly label: string;
  readonly control: ReactElement;
  readonly optional?: boolean;
}

interface RowsProps {
  /** Of the list in the body. */
  readonly name: string;
  readonly add: string;
  readonly fields: readonly RowField[];
}

const Rows = ({ name, add, fields }: RowsProps): ReactNode => {
  const { say } = useSpeech(REPORTS);
  const required = [{ required: true, message: useSpeech(PARTS).say('required') }];
  return (
    <Form.List name={name}>
      {(rows, { add: addRow, remove }) => (
        <>
          {rows.map(({ key, name: at }) => (
            <div key={key} className="entry-row">
              {fields.map((field) => (
                <Form.Item
                  key={field.label}
                  name={[at, ...field.name]}
                  label={field.label}
                  rules={field.optional ? [] : required}
                >
                  {field.control}
                </Form.Item>
              ))}
              <Form.Item>
                <Button onClick={() => remove(at)}>{say('editor.remove')}</Button>
              </Form.Item>
            </div>
          ))}
          <Button onClick={() => addRow({})}>{add}</Button>
        </>
      )}
    </Form.List>
  );
};

/** Toll and damage, division by division. */
export const DivisionFields = (): ReactNode => {
  const { say } = useSpeech(REPORTS);
  const nameOf = useFigureName();
  const figures = FIGURE_NAMES.map((figure) => ({
    name: ['figures', figure],
    label: nameOf(figure),
    control: <InputNumber min={0} />,
    optional: true,
  }));
  return (
    <Rows
      name="divisions"
      add={say('editor.division.add')}
      fields={[
        { name: ['division'], label: say('editor.division'), control: <Input /> },
        { name: ['name'], label: say('editor.division.name'), control: <Input />, optional: true },
        ...figures,
      ]}
    />
  );
};

/** Forces at work, city by city. */
export const ForceFields = (): ReactNode => {
  const { say, read } = useSpeech(REPORTS);
  const cities = CITIES.map(({ code, name }) => [code, read(name)] as const);
  return (
    <Rows
      name="forces"
      add={say('editor.forces.add')}
      fields={[
        { name: ['city'], label: say('editor.force.city'), control: <Choice options={cities} /> },
        {
          name: ['kind'],
          label: say('editor.force.kind'),
          control: <Choice options={choicesOf(RESOURCE_KINDS, read)} />,
        },
        { name: ['teams'], label: say('editor.force.teams'), control: <InputNumber min={0} /> },
        { name: ['people'], label: say('editor.force.people'), control: <InputNumber min={0} />, optional: true },
      ]}
    />
  );
};

/** What is needed. */
export const NeedFields = (): ReactNode => {
  const { say, read } = useSpeech(REPORTS);
  return (
    <Rows
      name="needs"
      add={say('editor.needs.add')}
      fields={[
        {
          name: ['kind'],
          label: say('editor.force.kind'),
          control: <Choice options={choicesOf(RESOURCE_KINDS, read)} />,
        },
        { name: ['quantity'], label: say('editor.quantity'), control: <InputNumber min={0} /> },
        { name: ['unit'], label: say('editor.unit'), control: <Input />, optional: true },
        { name: ['words'], label: say('editor.words'), control: <Input />, optional: true },
      ]}
    />
  );
};

/** Relief that was given. */
export const ReliefFields = (): ReactNode => {
  const { say } = useSpeech(REPORTS);
  return (
    <Rows
      name="relief"
      add={say('editor.relief.add')}
      fields={[
        { name: ['what'], label: say('editor.relief.what'), control: <Input /> },
        { name: ['quantity'], label: say('editor.quantity'), control: <InputNumber min={0} /> },
        { name: ['unit'], label: say('editor.unit'), control: <Input /> },
      ]}
    />
  );
};
