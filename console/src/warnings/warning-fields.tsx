import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import type { ReactNode } from 'react';
import { HAZARDS } from '../../../shared/domain/vocabulary/hazards.ts';
import { WARNING_COLOURS } from '../../../shared/domain/warning/warning-colour.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice, choicesOf } from '../parts/choice.tsx';
import { InstantInput } from '../parts/instant-input.tsx';
import { LinesInput } from '../parts/lines-input.tsx';
import { PARTS } from '../parts/part-words.ts';
import { WordsField } from '../parts/words-field.tsx';
import { WARNINGS } from './warnings-words.ts';

const URGENCIES = ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'] as const;
const CERTAINTIES = ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'] as const;

/** Where fields of a warning stand in the body. */
type At = (field: string) => [string, string];

const at: At = (field) => ['warning', field];

const useRequired = () => [{ required: true, message: useSpeech(PARTS).say('required') }];

const What = (): ReactNode => {
  const { say, read } = useSpeech(WARNINGS);
  const required = useRequired();
  return (
    <div className="columns">
      <Form.Item name={at('hazard')} label={say('field.hazard')} rules={required}>
        <Choice options={choicesOf(HAZARDS, read)} />
      </Form.Item>
      <Form.Item name={at('colour')} label={say('field.colour')} rules={required}>
        <Choice options={choicesOf(WARNING_COLOURS, read)} />
      </Form.Item>
      <Form.Item name={at('event')} label={say('field.event')} rules={required}>
        <Input />
      </Form.Item>
      <Form.Item name={at('urgency')} label={say('field.urgency')} rules={required}>
        <Choice options={URGENCIES.map((one) => [one, say(`urgency.${one}`)] as const)} />
      </Form.Item>
      <Form.Item name={at('certainty')} label={say('field.certainty')} rules={required}>
        <Choice options={CERTAINTIES.map((one) => [one, say(`certainty.${one}`)] as const)} />
      </Form.Item>
      <Form.Item name={at('onset')} label={say('field.onset')}>
        <InstantInput />
      </Form.Item>
      <Form.Item name={at('expiresAt')} label={say('field.expires')} rules={required}>
        <InstantInput />
      </Form.Item>
    </div>
  );
};

const Areas = (): ReactNode => {
  const { say } = useSpeech(WARNINGS);
  const required = useRequired();
  return (
    <Form.List name={at('areas')}>
      {(rows, { add, remove }) => (
        <fieldset className="fields">
          <legend>{say('field.areas')}</legend>
          {rows.map(({ key, name }) => (
            <div key={key}>
              <Form.Item name={[name, 'areaDesc']} label={say('field.area')} rules={required}>
                <Input />
              </Form.Item>
              <Form.Item name={[name, 'divisions']} label={say('field.division')}>
                <LinesInput placeholder="630102" />
              </Form.Item>
              <Form.Item name={[name, 'circle']} label={say('field.circle')}>
                <LinesInput placeholder="36.617,101.778 15" />
              </Form.Item>
              <Form.Item name={[name, 'polygon']} label={say('field.polygon')}>
                <LinesInput placeholder="36.5,101.6 36.5,101.9 36.8,101.9 36.5,101.6" />
              </Form.Item>
              {rows.length > 1 && <Button onClick={() => remove(name)}>{say('field.area.remove')}</Button>}
            </div>
          ))}
          <Button onClick={() => add({})}>{say('field.area.add')}</Button>
        </fieldset>
      )}
    </Form.List>
  );
};

/** Asks for what a warning of this city says. */
export const WarningFields = (): ReactNode => {
  const { say } = useSpeech(WARNINGS);
  return (
    <>
      <What />
      <WordsField name={at('headline')} label={say('field.headline')} rows={1} />
      <WordsField name={at('description')} label={say('field.description')} rows={3} />
      <WordsField name={at('instruction')} label={say('field.instruction')} optional />
      <Areas />
      <WordsField name={at('contact')} label={say('field.contact')} optional rows={1} />
      <WordsField name={at('restriction')} label={say('field.restriction')} optional rows={1} />
    </>
  );
};
