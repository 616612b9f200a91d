import { Fragment, type ReactNode } from 'react';
import { useSpeech } from '../i18n/language.ts';
import { Facts } from '../parts/facts.tsx';
import { Panel } from '../parts/screen.tsx';
import { valueAt } from './body.ts';
import type { Control, Field, FieldSection } from './field.ts';
import { REGISTRY } from './registry-words.ts';

const shownBy = (control: Control, value: unknown, none: ReactNode): ReactNode => {
  if (!('rows' in control)) return control.show(value);
  if (!Array.isArray(value)) return undefined;
  if (value.length === 0) return none;
  return (
    <ul className="plain-list">
      {value.map((member: unknown) => (
        <li key={JSON.stringify(member)}>
          {control.rows.map(({ name, control: own }) => (
            <Fragment key={name.join('.')}>{shownBy(own, valueAt(member, name), none)} </Fragment>
          ))}
        </li>
      ))}
    </ul>
  );
};

/** The value of a field as people read it. */
export const FieldShown = ({ field, whole }: { readonly field: Field; readonly whole: unknown }): ReactNode => {
  const { say } = useSpeech(REGISTRY);
  return shownBy(field.control, valueAt(whole, field.shownAt ?? field.name), say('none'));
};

interface SectionFactsProps {
  readonly sections: readonly FieldSection[];
  /** What is shown. */
  readonly whole: unknown;
}

/** What an entry says, section by section; what it does not say is left out. */
export const SectionFacts = ({ sections, whole }: SectionFactsProps): ReactNode => {
  const { say, read } = useSpeech(REGISTRY);
  const shown = ({ control, name, shownAt }: Field): ReactNode =>
    shownBy(control, valueAt(whole, shownAt ?? name), say('none'));
  return sections
    .map(({ title, fields }) => ({
      title,
      facts: fields.map((field) => [read(field.label), shown(field)] as const).filter(([, how]) => how !== undefined),
    }))
    .filter(({ facts }) => facts.length > 0)
    .map(({ title, facts }) => (
      <Panel key={title.zh} title={read(title)}>
        <Facts facts={facts} />
      </Panel>
    ));
};
