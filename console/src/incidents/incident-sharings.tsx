import Form from 'antd/es/form';
import type { ReactNode } from 'react';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { AgreementChoice } from '../parts/agreement-choice.tsx';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { type ReadIncident, seen } from './incident-acts.tsx';
import { INCIDENTS } from './incidents-words.ts';

const Share = (read: ReadIncident): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const command = useCommand(incidentRoutes.shareIncident);
  return (
    <CommandDialog
      act={say('sharing.act')}
      command={command}
      inputOf={(body: { readonly agreementId: string }) => ({ ...seen(read), body })}
    >
      <p className="muted">{say('sharing.note')}</p>
      <Form.Item name={['agreementId']} label={say('sharing.agreement')} rules={[{ required: true }]}>
        <AgreementChoice />
      </Form.Item>
    </CommandDialog>
  );
};

/** The partner cities that are told of an incident. */
export const IncidentSharings = (read: ReadIncident): ReactNode => {
  const { say, read: spoken } = useSpeech(INCIDENTS);
  const may = useMay();
  const { sharings, status } = read.incident;
  const isTold = status === 'reported' || status === 'verified' || status === 'responding';
  return (
    <Panel title={say('sharing.title')} actions={isTold && may(incidentRoutes.shareIncident) && <Share {...read} />}>
      {sharings.length === 0 && <p className="muted">{say('sharing.none')}</p>}
      <ul className="entries">
        {sharings.map(({ city, agreementId, since, by }) => (
          <li key={agreementId}>
            <span className="entry-main">
              <SubjectLink kind="agreement" id={agreementId}>
                {spoken(cityName(city))}
              </SubjectLink>
            </span>
            <span className="muted">
              <Moment at={since} /> {say('life.by', { who: by.name })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
