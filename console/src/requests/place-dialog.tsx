import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import type { ReactNode } from 'react';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { RequestView } from '../../../shared/http/views/request.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useDesk } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { Shown } from '../parts/shown.tsx';
import { onRequest } from './on-request.ts';
import type { RequestProps } from './request-screen.tsx';
import { REQUESTS } from './requests-words.ts';
import { useAtLeastOne } from './use-required.ts';

interface PlaceValues {
  readonly agreementIds: string[];
}

/** Places the request with partners that one chooses, whatever a plan would say. */
export const PlaceDialog = ({ view, etag }: RequestProps): ReactNode => {
  const { say } = useSpeech(REQUESTS);
  const command = useCommand(requestRoutes.placeRequest);
  return (
    <CommandDialog<PlaceValues, Parameters<typeof command.run>[0], RequestView>
      act={say('partners.place')}
      command={command}
      inputOf={(body) => ({ ...onRequest(view, etag), body })}
    >
      <p>{say('partners.choose.text')}</p>
      <Agreements view={view} />
    </CommandDialog>
  );
};

/** The agreements in force with partners that do not have the request. */
const Agreements = ({ view }: Pick<RequestProps, 'view'>): ReactNode => {
  const { say, read } = useSpeech(REQUESTS);
  const { code } = useDesk().city;
  const required = useAtLeastOne();
  const agreements = useRead(agreementRoutes.listAgreements, { query: { status: 'in-force', limit: 100 } });
  const asked = view.placements.filter(({ status }) => status !== 'refused-by-exchange').map(({ city }) => city);
  return (
    <Shown read={agreements}>
      {({ items }) => {
        const options = items
          .filter(({ exercise }) => view.exercise || !exercise)
          .map(({ agreementId, proposer, partner, title }) => ({
            value: agreementId,
            city: proposer === code ? partner : proposer,
            title,
          }))
          .filter(({ city }) => !asked.includes(city))
          .map(({ value, city, title }) => ({ value, label: `${read(cityName(city))} · ${title}` }));
        return options.length === 0 ? (
          <p>{say('partners.choose.none')}</p>
        ) : (
          <Form.Item name="agreementIds" label={say('partners.choose')} rules={required}>
            <Checkbox.Group className="checks" options={options} />
          </Form.Item>
        );
      }}
    </Shown>
  );
};
