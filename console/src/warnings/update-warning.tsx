import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { warningRoutes } from '../../../shared/http/routes/warnings.ts';
import type { WarningView } from '../../../shared/http/views/warning.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandForm } from '../parts/command-form.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { enteredWarning, entryOfWarning, type WarningEntry } from './warning-entry.ts';
import { WarningFields } from './warning-fields.tsx';
import { WARNINGS } from './warnings-words.ts';
import './warnings.css';

const Update = ({ warning }: { readonly warning: WarningView }): ReactNode => {
  const { say } = useSpeech(WARNINGS);
  const goTo = useNavigate();
  const update = useCommand(warningRoutes.updateWarning);
  const { warningId } = warning;
  return (
    <CommandForm
      command={update}
      initialValues={{ warning: entryOfWarning(warning) } as Partial<{ readonly warning: WarningEntry }>}
      inputOf={({ warning: entry }: { readonly warning: WarningEntry }) => ({
        params: { warningId },
        body: { warning: enteredWarning(entry) },
      })}
      submit={say('update.act')}
      onDone={({ body }) => void goTo(`/warnings/${body.warningId}`)}
    >
      <WarningFields />
    </CommandForm>
  );
};

/** Lets another alert take the place of a warning of this city. */
export const UpdateWarning = (): ReactNode => {
  const { say } = useSpeech(WARNINGS);
  const { warningId = '' } = useParams();
  const warning = useRead(warningRoutes.readWarning, { params: { warningId } });
  return (
    <Screen title={say('update.title')} exercise={warning.data?.body.realm === 'exercise'}>
      <Panel title={say('facts.title')}>
        <Shown read={warning}>{(body) => <Update key={body.warningId} warning={body} />}</Shown>
      </Panel>
    </Screen>
  );
};
