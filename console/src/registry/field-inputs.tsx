import Button from 'antd/es/button';
import Form from 'antd/es/form';
import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/language.ts';
import type { FieldName } from '../parts/field-pointers.ts';
import type { Field, FieldSection } from './field.ts';
import { REGISTRY } from './registry-words.ts';
import './registry.css';

interface FieldInputProps {
  readonly field: Field;
  /** Of what the field is in, e.g. a row of a list; before the field's own name. */
  readonly within?: FieldName;
}

/** Asks for one field; what the API says of it stands beside it. */
export const FieldInput = ({ field, within = [] }: FieldInputProps): ReactNode => {
  const { say, read } = useSpeech(REGISTRY);
  const { name, label, control, required = false, hint, wide = false } = field;
  if ('rows' in control) return <FieldRows field={field} within={within} />;
  return (
    <div className={wide ? 'field-wide' : 'field-cell'}>
      <Form.Item
        name={[...within, ...name]}
        label={read(label)}
        {...(hint === undefined ? {} : { extra: read(hint) })}
        {...(required ? { rules: [{ required: true, message: say('required') }] } : {})}
      >
        {control.input}
      </Form.Item>
    </div>
  );
};

/** Asks for a list, member by member. */
const FieldRows = ({ field: { name, label, control, hint }, within = [] }: FieldInputProps): ReactNode => {
  const { say, read } = useSpeech(REGISTRY);
  if (!('rows' in control)) return null;
  const row = read(control.row);
  return (
    <fieldset className="field-rows field-wide">
      <legend>{read(label)}</legend>
      {hint && <p className="muted">{read(hint)}</p>}
      <Form.List name={[...within, ...name]}>
        {(members, { add, remove }, { errors }) => (
          <>
            <ol>
              {members.map(({ key, name: at }) => (
                <li key={key} className="field-row" aria-label={say('row.number', { row, number: at + 1 })}>
                  <div className="field-grid">
                    {control.rows.map((each) => (
                      <FieldInput key={each.name.join('.')} field={each} within={[at]} />
                    ))}
                  </div>
                  <Button aria-label={say('row.remove', { number: at + 1 })} onClick={() => remove(at)}>
                    ✕
                  </Button>
                </li>
              ))}
            </ol>
            <Form.ErrorList errors={errors} />
            <Button onClick={() => add()}>{say('row.add', { row })}</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
};

interface SectionInputsProps {
  readonly sections: readonly FieldSection[];
  /** Before the names of the fields. */
  readonly within?: FieldName;
}

/** Asks for all fields, section by section. */
export const SectionInputs = ({ sections, within = [] }: SectionInputsProps): ReactNode => {
  const { read } = useSpeech(REGISTRY);
  return (
    <div className="field-sections">
      {sections.map(({ title, fields }) => (
        <fieldset key={title.zh} className="field-section">
          <legend>{read(title)}</legend>
          <div className="field-grid">
            {fields.map((field) => (
              <FieldInput key={field.name.join('.')} field={field} within={within} />
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
};
