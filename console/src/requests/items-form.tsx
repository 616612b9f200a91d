import Button from 'antd/es/button';
import Form from 'antd/es/form';
import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/language.ts';
import type { ItemValues } from './draft-values.ts';
import { REQUEST_FORM } from './form-words.ts';
import { ItemFields } from './item-fields.tsx';

/** The items of a request, to be put into a form. `fresh` makes one to begin with. */
export const ItemsForm = ({ fresh }: { readonly fresh: () => ItemValues }): ReactNode => {
  const { say } = useSpeech(REQUEST_FORM);
  return (
    <Form.List name="items">
      {(fields, { add, remove }) => (
        <div className="form-items">
          {fields.map(({ key, name }) => (
            <section key={key} className="item-form" aria-label={say('item.title', { number: name + 1 })}>
              <header className="panel-head">
                <h2>{say('item.title', { number: name + 1 })}</h2>
                {fields.length > 1 && (
                  <Button size="small" onClick={() => remove(name)}>
                    {say('item.remove', { number: name + 1 })}
                  </Button>
                )}
              </header>
              <ItemFields index={name} />
            </section>
          ))}
          <p>
            <Button onClick={() => add(fresh())}>{say('item.add')}</Button>{' '}
            <span className="muted">{say('experts.hint')}</span>
          </p>
        </div>
      )}
    </Form.List>
  );
};
