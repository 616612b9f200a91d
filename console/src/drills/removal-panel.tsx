import Form from 'antd/es/form';
import Input from 'antd/es/input';
import type { ReactNode } from 'react';
import type { Text } from '../../../shared/domain/kernel/text.ts';
import { drillRoutes } from '../../../shared/http/routes/drills.ts';
import type { DrillView } from '../../../shared/http/views/drill.ts';
import { AGGREGATE_KIND_NAMES } from '../../../shared/reference/aggregate-kinds.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { Tag } from '../parts/marks.tsx';
import { Panel } from '../parts/screen.tsx';
import { DRILLS } from './drills-words.ts';

/** The removal of all that a drill made, as a whole: by the administrator, once it is over. */
export const RemovalPanel = ({ drill }: { readonly drill: DrillView }): ReactNode => {
  const { say } = useSpeech(DRILLS);
  const may = useMay();
  const { removal, endedAt } = drill;
  const isRemovable = endedAt !== undefined && !removal && may(drillRoutes.removeDrillData);
  if (!removal && !isRemovable) return null;
  return (
    <Panel title={say('removal.title')} actions={isRemovable && <Remove drill={drill} />}>
      {removal ? <Removal removal={removal} /> : <p>{say('removal.explain')}</p>}
    </Panel>
  );
};

const Removal = ({ removal }: { readonly removal: NonNullable<DrillView['removal']> }): ReactNode => {
  const { say, read } = useSpeech(DRILLS);
  const { counts, pending, doneAt, digest } = removal;
  const nameOf = (kind: string): string =>
    read((AGGREGATE_KIND_NAMES as Readonly<Record<string, Text>>)[kind] ?? { zh: kind, en: kind });
  const removed = Object.entries(counts).map(([kind, count]) => say('removal.count', { what: nameOf(kind), count }));
  return (
    <>
      <p role="status">
        {doneAt === undefined ? (
          <Tag tone="waiting">{say('removal.pending', { count: pending })}</Tag>
        ) : (
          <Tag tone="good">{say('removal.done')}</Tag>
        )}{' '}
        {removed.length > 0 && say('removal.counts', { counts: removed.join(say('and')) })}
      </p>
      <p>
        {say('removal.digest')} <code>{digest}</code>
      </p>
    </>
  );
};

const Remove = ({ drill: { drillId, title } }: { readonly drill: DrillView }): ReactNode => {
  const { say } = useSpeech(DRILLS);
  const remove = useCommand(drillRoutes.removeDrillData);
  return (
    <CommandDialog act={say('removal.do')} command={remove} danger inputOf={() => ({ params: { drillId } })}>
      <p>{say('removal.explain')}</p>
      <p>
        <strong>{title}</strong>
      </p>
      <Form.Item
        name="confirmation"
        label={say('removal.confirm')}
        rules={[
          {
            validator: async (_, typed: string | undefined) => {
              if (typed?.trim() !== title) throw new Error(say('removal.differs'));
            },
          },
        ]}
      >
        <Input autoComplete="off" />
      </Form.Item>
    </CommandDialog>
  );
};
