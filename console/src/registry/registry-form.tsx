import Button from 'antd/es/button';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Answered } from '../../../shared/http/calling.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandForm } from '../parts/command-form.tsx';
import type { FieldName } from '../parts/field-pointers.ts';
import { Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { bodyOf, formValues } from './body.ts';
import { ChangedByOthers } from './changed-by-others.tsx';
import { SectionInputs } from './field-inputs.tsx';
import { useEntry, useEntryId } from './registry-entry.tsx';
import type { RegistryKind } from './registry-kind.ts';
import { REGISTRY } from './registry-words.ts';
import { type CommandInput, useLooseCommand, versionFor } from './use-loose-command.ts';

interface KindProps<Row, View> {
  readonly kind: RegistryKind<Row, View>;
}

const Back = ({ to }: { readonly to: string }): ReactNode => {
  const { say } = useSpeech(REGISTRY);
  return <Button href={`#${to}`}>{say('back')}</Button>;
};

/** Registers an entry. */
export const RegistryRegistration = <Row, View>({ kind }: KindProps<Row, View>): ReactNode => {
  const { say, read } = useSpeech(REGISTRY);
  const navigate = useNavigate();
  const command = useLooseCommand(kind.register);
  const { sections, registering = [], blank = {}, registeredBody = (body) => body, path, idName } = kind;
  const title = say('register', { kind: read(kind.one) });
  return (
    <Screen title={title}>
      <CommandForm<object, CommandInput, unknown>
        command={command}
        initialValues={blank}
        inputOf={(values) => ({ body: registeredBody(bodyOf(values)) })}
        submit={title}
        onDone={({ body }) => void navigate(`/${path}/${String((body as Record<string, unknown>)[idName])}`)}
        besides={<Back to={`/${path}`} />}
      >
        <SectionInputs sections={[...sections, ...registering]} />
      </CommandForm>
    </Screen>
  );
};

/** @returns the values below the steps that lead to them. */
const nested = (within: FieldName, values: object): object =>
  within.reduceRight<object>((below, step) => ({ [step]: below }), values);

interface ChangeFormProps<Row, View> extends KindProps<Row, View> {
  readonly latest: Pick<Answered<View>, 'body' | 'etag'>;
}

const ChangeForm = <Row, View>({ kind, latest }: ChangeFormProps<Row, View>): ReactNode => {
  const { say } = useSpeech(REGISTRY);
  const navigate = useNavigate();
  const command = useLooseCommand(kind.change);
  const { id, params } = useEntryId(kind);
  // What the form is about stays while others change the entry: what one did not see is not overwritten.
  const [begun, setBegun] = useState(latest);
  const { sections, changing = [], changeFrom = (view: View): unknown => view, path } = kind;
  const { changedBody = (body: object) => body, changeWithin: within = [] } = kind;
  return (
    <CommandForm<object, CommandInput, unknown>
      command={command}
      initialValues={nested(within, formValues(sections, changeFrom(begun.body)))}
      inputOf={(values) => ({
        params,
        body: changedBody(bodyOf(values), begun.body),
        ...versionFor(kind.change, begun.etag),
      })}
      submit={say('save')}
      onDone={() => void navigate(`/${path}/${id}`)}
      besides={<Back to={`/${path}/${id}`} />}
    >
      <SectionInputs sections={sections} within={within} />
      <SectionInputs sections={changing} />
      {begun.etag !== latest.etag && (
        <ChangedByOthers
          sections={sections}
          begun={begun.body}
          latest={latest.body}
          within={within}
          onGoOn={() => {
            command.forget();
            setBegun(latest);
          }}
        />
      )}
    </CommandForm>
  );
};

/** Changes what is registered of an entry. */
export const RegistryChange = <Row, View>({ kind }: KindProps<Row, View>): ReactNode => {
  const { say, read } = useSpeech(REGISTRY);
  const entry = useEntry({ kind });
  const body = entry.data?.body;
  return (
    <Screen title={[body === undefined ? read(kind.one) : read(kind.nameOf(body)), say('change')].join(' · ')}>
      <Shown read={entry}>
        {(view, etag) => <ChangeForm kind={kind} latest={{ body: view, ...(etag === undefined ? {} : { etag }) }} />}
      </Shown>
    </Screen>
  );
};
