import { type ReactNode, useId } from 'react';
import { FIGURE_SUBJECTS, type FigureSubject } from '../../../shared/domain/figures/figure-cell.ts';
import { useSpeech } from '../i18n/language.ts';
import { LabelledChoice } from '../parts/labelled-choice.tsx';
import { type AskedFigures, GROUPINGS, REALMS } from './asked-figures.ts';
import { FIGURES } from './figures-words.ts';

interface FigureFiltersProps {
  readonly asked: AskedFigures;
  readonly onAsk: (changed: Partial<AskedFigures>) => void;
}

/** What the figures are about, and how they are grouped. */
export const FigureFilters = ({ asked, onAsk }: FigureFiltersProps): ReactNode => {
  const { say, read } = useSpeech(FIGURES);
  const subjects = Object.entries(FIGURE_SUBJECTS).map(([of, name]) => [of as FigureSubject, read(name)] as const);
  return (
    <div className="filters">
      <LabelledChoice
        label={say('of')}
        value={asked.of}
        options={subjects}
        onChange={(of) => onAsk(of === undefined ? {} : { of })}
      />
      <LabelledChoice
        label={say('by')}
        value={asked.by}
        options={GROUPINGS.map((by) => [by, say(by === 'subject' ? `by.subject.${asked.of}` : `by.${by}`)])}
        onChange={(by) => onAsk(by === undefined ? {} : { by })}
      />
      <LabelledChoice
        label={say('realm')}
        value={asked.realm}
        options={REALMS.map((realm) => [realm, say(`realm.${realm}`)])}
        onChange={(realm) => onAsk(realm === undefined ? {} : { realm })}
      />
      <MonthInput label={say('from')} value={asked.from} onChange={(from) => onAsk({ from })} />
      <MonthInput label={say('to')} value={asked.to} onChange={(to) => onAsk({ to })} />
    </div>
  );
};

interface MonthInputProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (month: string) => void;
}

const MonthInput = ({ label, value = '', onChange }: MonthInputProps): ReactNode => {
  const id = useId();
  return (
    <div className="labelled-choice">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="month"
        className="instant-input"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
};
