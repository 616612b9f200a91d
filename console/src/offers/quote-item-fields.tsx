import Form from 'antd/es/form';
import InputNumber from 'antd/es/input-number';
import type { ReactNode } from 'react';
import { TEAM_KINDS } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice, choicesOf } from '../parts/choice.tsx';
import { InstantInput } from '../parts/instant-input.tsx';
import { PositionFields } from '../parts/position-fields.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { Required } from './fields.tsx';
import { LevelChoice } from './level-choice.tsx';
import { QUESTIONS } from './questions-words.ts';

/** Asks for one kind of team that a price is asked for. `index`: its place in the list `items` of the form. */
export const QuoteItemFields = ({ index }: { readonly index: number }): ReactNode => {
  const { say, read } = useSpeech(QUESTIONS);
  return (
    <>
      <div className="columns">
        <Required name={[index, 'kind']} label={say('item.kind')}>
          <Choice options={choicesOf(TEAM_KINDS, read)} />
        </Required>
        <Form.Item name={[index, 'level']} label={say('item.level')}>
          <LevelChoice nameOf={(level) => say('level', { level })} />
        </Form.Item>
        <Required name={[index, 'quantity']} label={say('item.quantity')}>
          <InputNumber precision={0} />
        </Required>
        <Required name={[index, 'neededBy']} label={say('item.needed-by')}>
          <InstantInput />
        </Required>
        <Required name={[index, 'neededUntil']} label={say('item.needed-until')}>
          <InstantInput />
        </Required>
      </div>
      <WordsField name={[index, 'mission']} label={say('item.mission')} />
      <PositionFields name={[index, 'reportingPoint']} />
    </>
  );
};
