import type { ReactNode } from 'react';
import { warningRoutes } from '../../../shared/http/routes/warnings.ts';
import type { WarningView } from '../../../shared/http/views/warning.ts';
import { useDesk, useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { WARNINGS } from './warnings-words.ts';

/** Who has taken note of a warning; and taking note oneself. */
export const Acknowledgements = ({ warning }: { readonly warning: WarningView }): ReactNode => {
  const { say } = useSpeech(WARNINGS);
  const may = useMay();
  const { person } = useDesk();
  const { warningId, acknowledgementCount, status } = warning;
  const mayList = may(warningRoutes.listAcknowledgements);
  const list = useRead(warningRoutes.listAcknowledgements, { params: { warningId } }, mayList);
  const acknowledge = useCommand(warningRoutes.acknowledgeWarning);
  const items = list.data?.body.items ?? [];
  const isMine = items.some((one) => one.by === 'person' && one.personId === person.id);
  const mayAct = status === 'in-force' && may(warningRoutes.acknowledgeWarning) && !isMine;
  return (
    <Panel
      title={say('acks.title', { count: acknowledgementCount })}
      actions={
        mayAct && (
          <CommandDialog
            act={say('acks.act')}
            command={acknowledge}
            primary
            inputOf={({ note }: { readonly note?: string }) => ({
              params: { warningId },
              body: note === undefined ? {} : { note },
            })}
          >
            <WordsField name={['note']} label={say('acks.note')} optional />
          </CommandDialog>
        )
      }
    >
      {isMine && <p>{say('acks.mine')}</p>}
      {acknowledgementCount === 0 && <p className="muted">{say('acks.none')}</p>}
      <ul className="entries">
        {items.map((one) => (
          <li key={one.by === 'person' ? one.personId : one.warningId}>
            <span className="entry-main">
              {one.by === 'person' ? one.name : one.sender} <span className="muted">{one.note}</span>
            </span>
            <Moment at={one.at} />
          </li>
        ))}
      </ul>
    </Panel>
  );
};
