import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { type ReactNode, useState } from 'react';
import { figureRoutes } from '../../../shared/http/routes/figures.ts';
import { notificationSettingsRoutes } from '../../../shared/http/routes/notification-settings.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { Tag } from '../parts/marks.tsx';
import { Panel } from '../parts/screen.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { ADMINISTRATION } from './administration-words.ts';

type Done = 'rebuild.ordered' | 'ending.done';

/** What only the administrator does. */
export const UpkeepPanel = (): ReactNode => {
  const { say } = useSpeech(ADMINISTRATION);
  const may = useMay();
  const [done, setDone] = useState<Done>();
  if (!may(figureRoutes.rebuildFigures)) return null;
  return (
    <Panel
      title={say('upkeep.title')}
      actions={
        <>
          <Rebuild onDone={() => setDone('rebuild.ordered')} />
          <EndSettings onDone={() => setDone('ending.done')} />
        </>
      }
    >
      <p role="status">{done && <Tag tone="good">{say(done)}</Tag>}</p>
    </Panel>
  );
};

interface ActProps {
  readonly onDone: () => void;
}

const Rebuild = ({ onDone }: ActProps): ReactNode => {
  const { say } = useSpeech(ADMINISTRATION);
  const rebuild = useCommand(figureRoutes.rebuildFigures);
  return (
    <CommandDialog act={say('rebuild')} command={rebuild} inputOf={() => ({})} onDone={onDone}>
      <p>{say('rebuild.explain')}</p>
    </CommandDialog>
  );
};

interface Ending {
  readonly personId: string;
  readonly reason: string;
}

const EndSettings = ({ onDone }: ActProps): ReactNode => {
  const { say } = useSpeech(ADMINISTRATION);
  const end = useCommand(notificationSettingsRoutes.endNotificationSettings);
  return (
    <CommandDialog<Ending, Parameters<typeof end.run>[0], unknown>
      act={say('ending')}
      command={end}
      danger
      inputOf={(body) => ({ body })}
      onDone={onDone}
    >
      <p>{say('ending.explain')}</p>
      <Form.Item name="personId" label={say('ending.person')}>
        <Input autoComplete="off" />
      </Form.Item>
      <WordsField name={['reason']} label={say('ending.reason')} />
    </CommandDialog>
  );
};
