import Form from 'antd/es/form';
import type { ReactNode } from 'react';
import { COST_CATEGORIES } from '../../../shared/domain/vocabulary/costs.ts';
import { COST_CATEGORY_NAMES } from '../../../shared/reference/cost-categories.ts';
import { useSpeech } from '../i18n/language.ts';
import type { FieldName } from './field-pointers.ts';
import { YuanInput } from './money.tsx';
import { PARTS } from './part-words.ts';

/** Asks for a price by category; one that is left empty costs nothing. `name` leads to the costs in the body. */
export const CostsFields = ({ name }: { readonly name: FieldName }): ReactNode => {
  const { say, read } = useSpeech(PARTS);
  return (
    <fieldset className="costs-fields">
      <legend>{say('costs')}</legend>
      {COST_CATEGORIES.map((category) => (
        <Form.Item key={category} name={[...name, category]} label={read(COST_CATEGORY_NAMES[category])}>
          <YuanInput />
        </Form.Item>
      ))}
    </fieldset>
  );
};
