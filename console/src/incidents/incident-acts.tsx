import Form from 'antd/es/form';
import Input from 'antd/es/input';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { RESPONSE_LEVELS, type ResponseLevel } from '../../../shared/domain/vocabulary/hazards.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { IncidentView } from '../../../shared/http/views/incident.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice } from '../parts/choice.tsx';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { InstantInput } from '../parts/instant-input.tsx';
import { PARTS } from '../parts/part-words.ts';
import { ReasonedAct } from '../parts/reasoned-act.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { enteredDetails, entryOf, type IncidentEntry } from './incident-entry.ts';
import { IncidentFields } from './incident-fields.tsx';
import { INCIDENTS } from './incidents-words.ts';

/** An incident as it was read, with its version. */
export interface ReadIncident {
  readonly incident: IncidentView;
  readonly etag: string | undefined;
}

/** @returns what names an incident as it was seen, for a command. */
export const seen = ({ incident: { incidentId }, etag }: ReadIncident) => ({
  params: { incidentId },
  ...(etag === undefined ? {} : { ifMatch: etag }),
});

/** @returns what names it where a command may not go unseen. */
export const surelySeen = (read: ReadIncident) => ({ ifMatch: '', ...seen(read) });

const Verify = (read: ReadIncident): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const command = useCommand(incidentRoutes.verifyIncident);
  return (
    <>
      <CommandDialog
        act={say('act.verify')}
        command={command}
        primary
        inputOf={({ words }: { readonly words?: string }) => ({
          ...seen(read),
          body: { verdict: 'true' as const, ...(words === undefined ? {} : { words }) },
        })}
      >
        <WordsField name={['words']} label={say('act.verify.words')} optional />
      </CommandDialog>
      {read.incident.status === 'reported' && <DismissAsFalse {...read} />}
    </>
  );
};

const DismissAsFalse = (read: ReadIncident): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const command = useCommand(incidentRoutes.verifyIncident);
  return (
    <CommandDialog
      act={say('act.false')}
      command={command}
      danger
      inputOf={({ reason }: { readonly reason: string }) => ({
        ...seen(read),
        body: { verdict: 'false' as const, reason },
      })}
    >
      <WordsField name={['reason']} label={say('reason')} />
    </CommandDialog>
  );
};

interface LevelEntry {
  readonly responseLevel: ResponseLevel;
  readonly reason: string;
  readonly announcedAt?: string;
}

const SetLevel = (read: ReadIncident): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const required = [{ required: true, message: useSpeech(PARTS).say('required') }];
  const command = useCommand(incidentRoutes.changeResponseLevel);
  const { status, responseLevel } = read.incident;
  const levels = RESPONSE_LEVELS.filter((level) => status !== 'responding' || level !== responseLevel);
  return (
    <CommandDialog
      act={say(status === 'ended' ? 'act.resume' : 'act.level')}
      command={command}
      primary={status === 'verified'}
      inputOf={(body: LevelEntry) => ({ ...seen(read), body })}
    >
      <Form.Item name={['responseLevel']} label={say('level')} rules={required}>
        <Choice options={levels.map((level) => [level, say('level.value', { level })] as const)} />
      </Form.Item>
      <WordsField name={['reason']} label={say('reason')} />
      <Form.Item name={['announcedAt']} label={say('announced.at')}>
        <InstantInput />
      </Form.Item>
    </CommandDialog>
  );
};

interface BecauseProps {
  readonly read: ReadIncident;
  readonly route: typeof incidentRoutes.endResponse;
  readonly act: string;
}

const Because = ({ read, route, act }: BecauseProps): ReactNode => {
  const command = useCommand(route);
  return <ReasonedAct act={act} command={command} inputOf={(body) => ({ ...seen(read), body })} />;
};

const Change = (read: ReadIncident): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const command = useCommand(incidentRoutes.changeIncident);
  return (
    <CommandDialog
      act={say('act.change')}
      command={command}
      initialValues={entryOf(read.incident)}
      inputOf={(entry: IncidentEntry) => ({ ...surelySeen(read), body: enteredDetails(entry) })}
    >
      <IncidentFields />
    </CommandDialog>
  );
};

const GOING_ON: readonly IncidentView['status'][] = ['reported', 'verified', 'responding'];
const VERIFIED: readonly IncidentView['status'][] = ['verified', 'responding'];

/** Names who commands at the scene. */
export const TakeCommand = (read: ReadIncident): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const may = useMay();
  const required = [{ required: true, message: useSpeech(PARTS).say('required') }];
  const command = useCommand(incidentRoutes.takeCommand);
  if (!may(incidentRoutes.takeCommand) || !GOING_ON.includes(read.incident.status)) return null;
  return (
    <CommandDialog
      act={say('act.command')}
      command={command}
      inputOf={(body: { readonly name: string; readonly position: string; readonly organisation: string }) => ({
        ...surelySeen(read),
        body,
      })}
    >
      {(['name', 'position', 'organisation'] as const).map((field) => (
        <Form.Item key={field} name={[field]} label={say(`command.${field}`)} rules={required}>
          <Input />
        </Form.Item>
      ))}
    </CommandDialog>
  );
};

/** What can be done with an incident as it stands, by whoever looks at it. */
export const IncidentActs = (read: ReadIncident): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const may = useMay();
  const { status, incidentId } = read.incident;
  const isOpen = GOING_ON.includes(status);
  return (
    <>
      {VERIFIED.includes(status) && may(requestRoutes.draftRequest) && (
        <Link className="button-link" to={`/requests/new?incident=${incidentId}`}>
          {say('act.ask')}
        </Link>
      )}
      {(status === 'reported' || status === 'dismissed') && may(incidentRoutes.verifyIncident) && <Verify {...read} />}
      {(VERIFIED.includes(status) || status === 'ended') && may(incidentRoutes.changeResponseLevel) && (
        <SetLevel {...read} />
      )}
      {status === 'responding' && may(incidentRoutes.endResponse) && (
        <Because read={read} route={incidentRoutes.endResponse} act={say('act.end')} />
      )}
      {(status === 'verified' || status === 'ended') && may(incidentRoutes.closeIncident) && (
        <Because read={read} route={incidentRoutes.closeIncident} act={say('act.close')} />
      )}
      {(isOpen || status === 'ended') && may(incidentRoutes.changeIncident) && <Change {...read} />}
    </>
  );
};
