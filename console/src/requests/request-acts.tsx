import Form from 'antd/es/form';
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
  const mayApprove = acts.approve && may(requestRoutes.approveRequest);
  const rewrite = acts.revise ? 'revise' : 'update';
  return (
    <>
      {(acts.revise || acts.update) && may(requestRoutes.reviseRequest) && (
        <LinkButton to={`/requests/${view.requestId}/items`}>{say(rewrite)}</LinkButton>
      )}
      {mayApprove && isAuthor && <span className="muted">{say('approve.own')}</span>}
      {mayApprove && !isAuthor && <Plain view={view} etag={etag} act="approve" />}
      {acts.sendBack && may(requestRoutes.sendRequestBack) && <Reasoned view={view} etag={etag} act="send-back" />}
      {acts.followUp && may(requestRoutes.followUpRequest) && <FollowUp view={view} etag={etag} />}
      {acts.close && may(requestRoutes.closeRequest) && <Plain view={view} etag={etag} act="close" />}
      {acts.cancel && may(requestRoutes.cancelRequest) && <Reasoned view={view} etag={etag} act="cancel" />}
    </>
  );
};

const PLAIN = { approve: requestRoutes.approveRequest, close: requestRoutes.closeRequest } as const;

/** An act that needs no more than that one means it. */
const Plain = ({ view, etag, act }: RequestProps & { readonly act: keyof typeof PLAIN }): ReactNode => {
  const { say } = useSpeech(REQUESTS);
  const command = useCommand(PLAIN[act]);
  return (
    <CommandDialog act={say(act)} primary command={command} inputOf={() => onRequest(view, etag)}>
      <p>{say(`${act}.text`)}</p>
    </CommandDialog>
  );
};

const REASONED = { 'send-back': requestRoutes.sendRequestBack, cancel: requestRoutes.cancelRequest } as const;

/** An act for which a reason must be given. */
const Reasoned = ({ view, etag, act }: RequestProps & { readonly act: keyof typeof REASONED }): ReactNode => {
  const { say } = useSpeech(REQUESTS);
  const command = useCommand(REASONED[act]);
  return (
    <CommandDialog<{ readonly reason: string }, Parameters<typeof command.run>[0], RequestView>
      act={say(act)}
      danger={act === 'cancel'}
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

const FollowUp = ({ view, etag }: RequestProps): ReactNode => {
  const { say } = useSpeech(REQUESTS);
  const command = useCommand(requestRoutes.followUpRequest);
  return (
    <CommandDialog<FollowUpValues, Parameters<typeof command.run>[0], RequestView>
      act={say('follow-up')}
      primary
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
