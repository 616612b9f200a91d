import Form from 'antd/es/form';
import Input from 'antd/es/input';
import type { ReactNode } from 'react';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { RequestView } from '../../../shared/http/views/request.ts';
import { useDesk, useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice } from '../parts/choice.tsx';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { actsOn } from './acts-on.ts';
import { onRequest } from './on-request.ts';
import type { RequestProps } from './request-screen.tsx';
import { REQUESTS } from './requests-words.ts';
import { useRequired } from './use-required.ts';

/** What can be done about the request as a whole: as its state and one's role allow. */
export const RequestActs = ({ view, etag }: RequestProps): ReactNode => {
  const { say } = useSpeech(REQUESTS);
  const may = useMay();
  const { person } = useDesk();
  const acts = actsOn(view);
  const isAuthor = view.authors.some(({ id }) => id === person.id);
  const mayApprove = may(requestRoutes.approveRequest);
  const rewrite = acts.revise ? 'revise' : 'update';
  const on = { view, etag };
  return (
    <>
      {(acts.revise || acts.update) && may(requestRoutes.reviseRequest) && (
        <LinkButton to={`/requests/${view.requestId}/items`}>{say(rewrite)}</LinkButton>
      )}
      {acts.approve && mayApprove && isAuthor && <span className="muted">{say('approve.own')}</span>}
      {mayApprove && !isAuthor && <Approve {...on} offered={acts.approve} />}
      {may(requestRoutes.sendRequestBack) && <Reasoned {...on} act="send-back" offered={acts.sendBack} />}
      {may(requestRoutes.followUpRequest) && <FollowUp {...on} offered={acts.followUp} />}
      {may(requestRoutes.closeRequest) && <Close {...on} offered={acts.close} />}
      {may(requestRoutes.cancelRequest) && <Reasoned {...on} act="cancel" offered={acts.cancel} />}
    </>
  );
};

interface ActProps extends RequestProps {
  /** Whether the state allows it; a dialog that is open stays, and says why it came to nothing. */
  readonly offered: boolean;
}

/** One approves what one saw when one set out to; what was rewritten since is refused, shown, and can be approved then. */
const Approve = ({ view, etag, offered }: ActProps): ReactNode => {
  const { say } = useSpeech(REQUESTS);
  const command = useCommand(requestRoutes.approveRequest);
  return (
    <CommandDialog<{ readonly seen?: string }, Parameters<typeof command.run>[0], RequestView>
      act={say('approve')}
      primary
      offered={offered}
      command={command}
      initialValues={etag === undefined ? {} : { seen: etag }}
      inputOf={({ seen }) => onRequest(view, command.failure ? etag : seen)}
    >
      <Form.Item name="seen" hidden>
        <Input />
      </Form.Item>
      <p>{say('approve.text')}</p>
    </CommandDialog>
  );
};

const Close = ({ view, etag, offered }: ActProps): ReactNode => {
  const { say } = useSpeech(REQUESTS);
  const command = useCommand(requestRoutes.closeRequest);
  return (
    <CommandDialog
      act={say('close')}
      primary={view.workOrderStep === 'follow-up'}
      offered={offered}
      command={command}
      inputOf={() => onRequest(view, etag)}
    >
      <p>{say('close.text')}</p>
    </CommandDialog>
  );
};

const REASONED = { 'send-back': requestRoutes.sendRequestBack, cancel: requestRoutes.cancelRequest } as const;

/** An act for which a reason must be given. */
const Reasoned = ({ view, etag, act, offered }: ActProps & { readonly act: keyof typeof REASONED }): ReactNode => {
  const { say } = useSpeech(REQUESTS);
  const command = useCommand(REASONED[act]);
  return (
    <CommandDialog<{ readonly reason: string }, Parameters<typeof command.run>[0], RequestView>
      act={say(act)}
      danger={act === 'cancel'}
      offered={offered}
      command={command}
      inputOf={(body) => ({ ...onRequest(view, etag), body })}
    >
      {act === 'cancel' && <p>{say('cancel.text')}</p>}
      <WordsField name={['reason']} label={say('reason')} />
    </CommandDialog>
  );
};

const SATISFACTION = ['5', '4', '3', '2', '1'] as const;

interface FollowUpValues {
  readonly satisfaction: (typeof SATISFACTION)[number];
  readonly words: string;
}

const FollowUp = ({ view, etag, offered }: ActProps): ReactNode => {
  const { say } = useSpeech(REQUESTS);
  const command = useCommand(requestRoutes.followUpRequest);
  return (
    <CommandDialog<FollowUpValues, Parameters<typeof command.run>[0], RequestView>
      act={say('follow-up')}
      primary
      offered={offered}
      command={command}
      inputOf={({ satisfaction, words }) => ({
        ...onRequest(view, etag),
        body: { satisfaction: Number(satisfaction), words },
      })}
    >
      <Form.Item name="satisfaction" label={say('follow-up.satisfaction')} rules={useRequired()}>
        <Choice options={SATISFACTION.map((each) => [each, say(`satisfaction.${each}`)] as const)} />
      </Form.Item>
      <WordsField name={['words']} label={say('follow-up.words')} />
    </CommandDialog>
  );
};
