import Form from 'antd/es/form';
import Input from 'antd/es/input';
import type { ReactNode } from 'react';
import type { IncidentLinks } from '../../../shared/domain/incident/incident-links.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { warningRoutes } from '../../../shared/http/routes/warnings.ts';
import { useMay } from '../api/use-api.ts';
import { type Command, useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice } from '../parts/choice.tsx';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Panel } from '../parts/screen.tsx';
import { SmallAct } from '../parts/small-act.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { type ReadIncident, surelySeen } from './incident-acts.tsx';
import { IncidentPlans } from './incident-plans.tsx';
import { INCIDENTS } from './incidents-words.ts';

/** Says anew what belongs to an incident. */
export interface Linking {
  readonly read: ReadIncident;
  readonly links: IncidentLinks;
  readonly relink: (links: IncidentLinks) => LinkInput;
  readonly command: Command<LinkInput, unknown>;
  readonly mayLink: boolean;
}

interface LinkInput {
  readonly params: { readonly incidentId: string };
  readonly ifMatch: string;
  readonly body: IncidentLinks;
}

const AddWarning = ({ read, links, relink, command }: Linking): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const realm = read.incident.exercise ? 'exercise' : 'actual';
  const inForce = useRead(warningRoutes.listWarningsInForce, { query: { realm, limit: 100 } });
  const options = (inForce.data?.body.items ?? [])
    .filter(({ warningId }) => !links.warningIds.includes(warningId))
    .map(({ warningId, headline, event, identifier }) => [warningId, headline ?? event ?? identifier] as const);
  return (
    <CommandDialog
      act={say('warnings.link')}
      command={command}
      inputOf={({ warningIds }: { readonly warningIds: string }) =>
        relink({ ...links, warningIds: [...links.warningIds, warningIds] })
      }
    >
      <Form.Item name={['warningIds']} label={say('warnings.pick')} rules={[{ required: true }]}>
        <Choice options={options} />
      </Form.Item>
    </CommandDialog>
  );
};

const LinkedWarning = ({ warningId }: { readonly warningId: string }): ReactNode => {
  const warning = useRead(warningRoutes.readWarning, { params: { warningId } });
  const [info] = warning.data?.body.alert.info ?? [];
  return (
    <SubjectLink kind="warning" id={warningId}>
      {info?.headline ?? info?.event ?? warningId}
    </SubjectLink>
  );
};

const Warnings = (linking: Linking): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const { links, relink, command, mayLink } = linking;
  return (
    <>
      <h3>{say('warnings.title')}</h3>
      {links.warningIds.length === 0 && <p className="muted">{say('warnings.none')}</p>}
      <ul className="entries">
        {links.warningIds.map((warningId) => (
          <li key={warningId}>
            <span className="entry-main">
              <LinkedWarning warningId={warningId} />
            </span>
            {mayLink && (
              <SmallAct
                act={say('unlink')}
                command={command}
                input={relink({ ...links, warningIds: links.warningIds.filter((id) => id !== warningId) })}
              />
            )}
          </li>
        ))}
      </ul>
      {mayLink && <AddWarning {...linking} />}
    </>
  );
};

type Camera = IncidentLinks['cameras'][number];

const AddCamera = ({ links, relink, command }: Linking): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const at = links.cameras.length;
  const fields = [
    ['cameraId', say('cameras.id')],
    ['name', say('cameras.name')],
    ['url', say('cameras.url')],
  ] as const;
  return (
    <CommandDialog
      act={say('cameras.add')}
      command={command}
      inputOf={({ cameras }: { readonly cameras: Readonly<Record<number, Camera>> }) => {
        const added = cameras[at];
        return relink({ ...links, cameras: added ? [...links.cameras, added] : links.cameras });
      }}
    >
      {fields.map(([field, label]) => (
        <Form.Item key={field} name={['cameras', at, field]} label={label} rules={[{ required: true }]}>
          <Input />
        </Form.Item>
      ))}
    </CommandDialog>
  );
};

const Cameras = (linking: Linking): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const { links, relink, command, mayLink } = linking;
  return (
    <>
      <h3>{say('cameras.title')}</h3>
      <p className="muted">{say(links.cameras.length === 0 ? 'cameras.none' : 'cameras.note')}</p>
      <ul className="entries">
        {links.cameras.map(({ cameraId, name, url }) => (
          <li key={cameraId}>
            <a className="entry-main" href={url} target="_blank" rel="noreferrer">
              {name}
            </a>
            <span className="muted">{cameraId}</span>
            {mayLink && (
              <SmallAct
                act={say('unlink')}
                command={command}
                input={relink({ ...links, cameras: links.cameras.filter((one) => one.cameraId !== cameraId) })}
              />
            )}
          </li>
        ))}
      </ul>
      {mayLink && <AddCamera {...linking} />}
    </>
  );
};

const FINAL: readonly string[] = ['closed', 'dismissed'];

/** What belongs to an incident besides: plans, warnings, cameras. */
export const IncidentLinksPanel = (read: ReadIncident): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const may = useMay();
  const command = useCommand(incidentRoutes.linkIncident);
  const { links, status } = read.incident;
  const linking: Linking = {
    ...{ read, links, command },
    relink: (body) => ({ ...surelySeen(read), body }),
    mayLink: may(incidentRoutes.linkIncident) && !FINAL.includes(status),
  };
  return (
    <Panel title={say('links.title')}>
      {command.failure && <ProblemAlert error={command.failure} />}
      <IncidentPlans {...linking} />
      <Warnings {...linking} />
      <Cameras {...linking} />
    </Panel>
  );
};
