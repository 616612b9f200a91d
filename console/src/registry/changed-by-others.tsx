import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Form from 'antd/es/form';
import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/language.ts';
import type { FieldName } from '../parts/field-pointers.ts';
import { valueAt } from './body.ts';
import { changedMeanwhile } from './changes-meanwhile.ts';
import type { Field, FieldSection } from './field.ts';
import { FieldShown } from './field-facts.tsx';
import { REGISTRY } from './registry-words.ts';

interface ChangedByOthersProps {
  readonly sections: readonly FieldSection[];
  /** What the form began with, and what there is now. */
  readonly begun: unknown;
  readonly latest: unknown;
  /** Before the names of the fields. */
  readonly within: FieldName;
  /** Somebody has looked at it: from now on the form is about the latest. */
  readonly onGoOn: () => void;
}

/**
 * Says what others changed of an entry while it was being edited. What one has not touched follows them; what one has entered stays, and
 * is sent only once one has said that one has seen theirs.
 */
export const ChangedByOthers = (props: ChangedByOthersProps): ReactNode => {
  const { sections, begun, latest, within, onGoOn } = props;
  const { say, read } = useSpeech(REGISTRY);
  const form = Form.useFormInstance();
  const changed = changedMeanwhile(sections, begun, latest);
  const isOwn = ({ name }: Field): boolean => form.isFieldTouched([...within, ...name]);
  const goOn = (): void => {
    for (const { name } of changed.filter((each) => !isOwn(each)))
      form.setFieldValue([...within, ...name] as (string | number)[], valueAt(latest, name));
    onGoOn();
  };
  return (
    <Alert
      type="warning"
      role="alert"
      className="changed-by-others"
      showIcon
      title={say('stale.title')}
      description={
        <>
          {changed.length === 0 && <p>{say('stale.nothing')}</p>}
          <ul>
            {changed.map((each) => (
              <li key={each.name.join('.')}>
                {read(each.label)}：<FieldShown field={shownAsAsked(each)} whole={latest} />{' '}
                <em>{say(isOwn(each) ? 'stale.yours' : 'stale.taken')}</em>
              </li>
            ))}
          </ul>
          <Button onClick={goOn}>{say('stale.go-on')}</Button>
        </>
      }
    />
  );
};

/** Of places only the name is shown elsewhere; here it is what one enters that counts. */
const shownAsAsked = ({ shownAt: _, ...field }: Field & { readonly shownAt?: FieldName }): Field => field;
