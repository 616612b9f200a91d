import Button from 'antd/es/button';
import Form from 'antd/es/form';
import InputNumber from 'antd/es/input-number';
import type { ReactNode } from 'react';
import { TEAM_KINDS, type TeamKind } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice } from '../parts/choice.tsx';
import { AGREEMENTS } from './agreements-words.ts';

/** Teams that are promised without asking each time: any number of lines. */
export const PromisesFields = (): ReactNode => {
  const { say, read } = useSpeech(AGREEMENTS);
  const kinds = Object.entries(TEAM_KINDS).map(([kind, name]) => [kind as TeamKind, read(name)] as const);
  return (
    <fieldset>
      <legend>{say('terms.pre-authorised')}</legend>
      <Form.List name={['terms', 'preAuthorised']}>
        {(lines, { add, remove }) => (
          <>
            {lines.map(({ key, name }, at) => (
              <div key={key} className="promise-line">
                <Form.Item name={[name, 'kind']} label={say('field.kind')}>
                  <Choice options={kinds} />
                </Form.Item>
                <Form.Item name={[name, 'level']} label={say('field.level')}>
                  <InputNumber min={1} max={3} />
                </Form.Item>
                <Form.Item name={[name, 'quantity']} label={say('field.quantity')}>
                  <InputNumber min={1} max={100} />
                </Form.Item>
                <Button onClick={() => remove(name)}>{say('propose.remove', { number: at + 1 })}</Button>
              </div>
            ))}
            <Button onClick={() => add({ level: 3, quantity: 1 })}>{say('propose.add-pre-authorised')}</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
};
