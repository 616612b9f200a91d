import Input from 'antd/es/input';
import { type ReactNode, useId, useState } from 'react';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { InstantInput } from '../parts/instant-input.tsx';
import { LabelledChoice } from '../parts/labelled-choice.tsx';
import type { Asked } from './lookup-query.ts';
import { LOOKUP } from './lookup-words.ts';

interface LookupPlaceProps {
  readonly search: URLSearchParams;
  readonly onChange: (changes: Readonly<Record<string, string | undefined>>) => void;
}

/** Where and when it is wanted: an incident says both place and hazard. */
export const LookupPlace = ({ search, onChange }: LookupPlaceProps): ReactNode => {
  const { say } = useSpeech(LOOKUP);
  const incidents = useRead(incidentRoutes.listIncidents, { query: { status: 'open', limit: 100 } });
  const open = incidents.data?.body.items ?? [];
  const choose = (incidentId: string | undefined): void => {
    const incident = open.find((each) => each.incidentId === incidentId);
    const { latitude, longitude } = incident?.position ?? {};
    onChange({
      incident: incidentId,
      hazard: incident?.hazard,
      near: incident && `${latitude},${longitude}`,
    });
  };
  return (
    <fieldset className="lookup-place">
      <legend>{say('where')}</legend>
      <LabelledChoice<string>
        label={say('incident')}
        options={open.map(({ incidentId, title }) => [incidentId, title] as const)}
        value={search.get('incident') ?? undefined}
        none={say('incident.none')}
        onChange={choose}
      />
      <Typed name="near" label={say('near')} search={search} onChange={onChange} />
      <Typed name="withinMinutes" label={say('within-minutes')} search={search} onChange={onChange} numeric />
      <Typed name="withinKilometres" label={say('within-kilometres')} search={search} onChange={onChange} numeric />
      <Wanted name="availableFrom" label={say('from')} search={search} onChange={onChange} />
      <Wanted name="availableUntil" label={say('until')} search={search} onChange={onChange} />
    </fieldset>
  );
};

interface TypedProps extends LookupPlaceProps {
  readonly name: Asked;
  readonly label: string;
  readonly numeric?: boolean;
}

const Wanted = ({ name, label, search, onChange }: Omit<TypedProps, 'numeric'>): ReactNode => {
  const id = useId();
  const at = search.get(name) ?? undefined;
  const isMoment = at !== undefined && !Number.isNaN(Date.parse(at));
  return (
    <span className="lookup-typed">
      <label htmlFor={id}>{label}</label>
      <InstantInput id={id} {...(isMoment ? { value: at } : {})} onChange={(next) => onChange({ [name]: next })} />
    </span>
  );
};

/** Looked for when it is left, or confirmed: not with every letter. */
const Typed = ({ name, label, numeric = false, search, onChange }: TypedProps): ReactNode => {
  const id = useId();
  const asked = search.get(name) ?? '';
  const [typed, setTyped] = useState<string>();
  const confirm = (): void => {
    if (typed !== undefined && typed !== asked) onChange({ [name]: typed });
    setTyped(undefined);
  };
  return (
    <span className="lookup-typed">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        value={typed ?? asked}
        {...(numeric ? { inputMode: 'numeric' as const } : {})}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={confirm}
        onPressEnter={confirm}
      />
    </span>
  );
};
