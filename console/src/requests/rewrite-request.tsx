import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import { type ReactNode, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { RequestView } from '../../../shared/http/views/request.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { useNow } from '../live/use-now.ts';
import { CommandForm } from '../parts/command-form.tsx';
import { PARTS } from '../parts/part-words.ts';
import { Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { type DraftValues, draftItem, freshItem, writtenItem } from './draft-values.ts';
import { REQUEST_FORM } from './form-words.ts';
import { ItemsForm } from './items-form.tsx';
import './requests.css';

/** Rewrites a draft, or what partners have been asked for: then each of them gets the new version. */
export const RewriteRequest = (): ReactNode => {
  const { requestId = '' } = useParams();
  const [round, setRound] = useState(0);
  const request = useRead(requestRoutes.readRequest, { params: { requestId } });
  return (
    <Shown read={request}>
      {(body, etag) => (
        <Rewriting key={round} view={body} etag={etag} onBeginAnew={() => setRound((before) => before + 1)} />
      )}
    </Shown>
  );
};

interface RewritingProps {
  readonly view: RequestView;
  readonly etag: string | undefined;
  readonly onBeginAnew: () => void;
}

const Rewriting = ({ view, etag, onBeginAnew }: RewritingProps): ReactNode => {
  const { say } = useSpeech(REQUEST_FORM);
  const parts = useSpeech(PARTS);
  const navigate = useNavigate();
  const revise = useCommand(requestRoutes.reviseRequest);
  const update = useCommand(requestRoutes.updateRequest);
  const { requestId, status, incident, items, exercise } = view;
  const act = status === 'drafted' ? 'revise' : 'update';
  const command = act === 'revise' ? revise : update;
  const now = new Date(useNow()).toISOString();
  const [begun] = useState({ etag, items: JSON.stringify(items) });
  // What others did besides, such as answering, overwrites nothing here; another wording would be lost.
  const isOvertaken = JSON.stringify(items) !== begun.items;
  const seen = isOvertaken ? begun.etag : etag;
  const goBack = (): void => void navigate(`/requests/${requestId}`);
  return (
    <Screen title={`${say(`title.${act}`)} · ${incident.title}`} exercise={exercise}>
      {isOvertaken && (
        <Alert
          type="warning"
          showIcon
          title={say('overtaken')}
          action={<Button onClick={onBeginAnew}>{say('overtaken.anew')}</Button>}
        />
      )}
      {act === 'update' && <p>{say('update.text')}</p>}
      <CommandForm<DraftValues, Parameters<typeof command.run>[0], RequestView>
        command={command}
        initialValues={{ items: items.map(writtenItem) }}
        inputOf={(values) => ({
          params: { requestId },
          body: { items: values.items.map(draftItem) },
          ...(seen === undefined ? {} : { ifMatch: seen }),
        })}
        submit={say(`submit.${act}`)}
        onDone={goBack}
        besides={<Button onClick={goBack}>{parts.say('cancel')}</Button>}
      >
        <ItemsForm fresh={() => freshItem(now, incident.position)} />
      </CommandForm>
    </Screen>
  );
};
