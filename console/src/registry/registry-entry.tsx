import Button from 'antd/es/button';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import type * as z from 'zod';
import { useMay } from '../api/use-api.ts';
import { type ReadInput, useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { StoryTimeline } from '../ledger/story-timeline.tsx';
import { Facts } from '../parts/facts.tsx';
import { ChangedMark, Status } from '../parts/marks.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { ActDialog } from './act-dialog.tsx';
import { ConditionTag, Confirmed } from './condition-tag.tsx';
import { ContactReading } from './contact-reading.tsx';
import { SectionFacts } from './field-facts.tsx';
import { Periods } from './periods.tsx';
import type { EntryPanelProps, EntryStanding, RegistryKind } from './registry-kind.ts';
import { REGISTRY } from './registry-words.ts';
import './registry.css';

interface KindProps<Row, View> {
  readonly kind: RegistryKind<Row, View>;
}

/** @returns the id that the address names, and how the API takes it. */
export const useEntryId = ({ idName }: { readonly idName: string }) => {
  const id = useParams()[idName] ?? '';
  return { id, params: { [idName]: id } };
};

/** @returns the entry that the address names. */
export const useEntry = <Row, View>({ kind }: KindProps<Row, View>) => {
  const { params } = useEntryId(kind);
  return useRead(kind.read, { params } as unknown as ReadInput<z.ZodType, z.ZodType>);
};

const Standing = <Row, View>({ kind, view }: KindProps<Row, View> & { readonly view: View }): ReactNode => {
  const { say, read } = useSpeech(REGISTRY);
  const standing: EntryStanding = view as EntryStanding;
  const { condition, status } = standing;
  const own = kind.standing?.(view) ?? [];
  return (
    <Panel title={say('standing')}>
      <Facts
        facts={[
          [
            say('fact.condition'),
            condition ? (
              <ConditionTag key="condition" condition={condition} />
            ) : (
              status && <Status key="status" status={status} />
            ),
          ],
          ...own.map(([what, how]) => [read(what), how] as const),
          [say('fact.confirmed'), 'stale' in standing ? <Confirmed key="confirmed" {...standing} /> : undefined],
        ]}
      />
    </Panel>
  );
};

interface EntryProps<Row, View> extends KindProps<Row, View>, EntryPanelProps<View> {}

const Actions = <Row, View>({ kind, view, etag }: EntryProps<Row, View>): ReactNode => {
  const { say } = useSpeech(REGISTRY);
  const may = useMay();
  const { id, params } = useEntryId(kind);
  return (
    <>
      {may(kind.change) && kind.isKept(view) && (
        <Button type="primary" href={`#/${kind.path}/${id}/change`}>
          {say('change')}
        </Button>
      )}
      {kind.acts.map((act) => (
        <ActDialog key={act.contract.operationId} act={act} view={view} etag={etag} params={params} />
      ))}
    </>
  );
};

const EntryPanels = <Row, View>({ kind, view, etag }: EntryProps<Row, View>): ReactNode => {
  const { say } = useSpeech(REGISTRY);
  const { id, params } = useEntryId(kind);
  const { Panels, contact, periodsOf } = kind;
  return (
    <>
      <div className="columns">
        <Standing kind={kind} view={view} />
        {contact && <ContactReading key={id} reading={contact} view={view} params={params} />}
        {periodsOf && (
          <Panel title={say('availability')}>
            <Periods periods={periodsOf(view)} />
          </Panel>
        )}
      </div>
      {Panels && <Panels view={view} etag={etag} />}
      <div className="entry-facts">
        <SectionFacts sections={kind.sections} whole={view} />
      </div>
      <StoryTimeline kind={kind.kind} id={id} />
    </>
  );
};

/** One entry of the registry: how it stands, how to reach its people, what is registered, what can be done, and its history. */
export const RegistryEntry = <Row, View>({ kind }: KindProps<Row, View>): ReactNode => {
  const { read } = useSpeech(REGISTRY);
  const entry = useEntry({ kind });
  const { id } = useEntryId(kind);
  const body = entry.data?.body;
  return (
    <Screen
      title={body === undefined ? read(kind.one) : read(kind.nameOf(body))}
      actions={body !== undefined && <Actions kind={kind} view={body} etag={entry.data?.etag} />}
    >
      <ChangedMark id={id} />
      <Shown read={entry}>{(view, etag) => <EntryPanels kind={kind} view={view} etag={etag} />}</Shown>
    </Screen>
  );
};
