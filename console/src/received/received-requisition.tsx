import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import type { ReactNode } from 'react';
import type { ReceivedRequisition as Received } from '../../../shared/domain/received-request/received-request-state.ts';
import { receivedRequestRoutes } from '../../../shared/http/routes/received-requests.ts';
import type { ReceivedRequestView } from '../../../shared/http/views/received-request.ts';
import { useDesk, useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { BindingPaper } from '../parts/binding-paper.tsx';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { Countdown } from '../parts/countdown.tsx';
import { InstantInput } from '../parts/instant-input.tsx';
import { Tag, type Tone } from '../parts/marks.tsx';
import { useNamed } from '../parts/named.ts';
import { PARTS } from '../parts/part-words.ts';
import { Panel } from '../parts/screen.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { RECEIVED } from './received-words.ts';

const TONES: Readonly<Record<Received['status'], Tone>> = { pending: 'waiting', committed: 'good', refused: 'bad' };

interface ReceivedRequisitionProps {
  readonly view: ReceivedRequestView;
  readonly received: Received;
  /** Its place among the requisitions, from one. */
  readonly number: number;
  readonly etag: string | undefined;
}

/** What the requester calls for of what was promised: the paper as it is signed, and this city's signature or refusal. */
export const ReceivedRequisition = ({ view, received, number, etag }: ReceivedRequisitionProps): ReactNode => {
  const { say } = useSpeech(RECEIVED);
  const { city } = useDesk();
  const named = useNamed();
  const { requisition, status } = received;
  const asked = view.items.find(({ item }) => item.itemId === requisition.itemId);
  return (
    <Panel
      title={say('requisition', { number, named: named(requisition) })}
      actions={
        <>
          <Tag tone={TONES[status]}>{say(`requisition.${status}`)}</Tag>
          <Acts view={view} received={received} etag={etag} />
        </>
      }
    >
      {status === 'pending' && (
        <p>
          {say('requisition.due')} <Countdown due={received.commitBy} />
        </p>
      )}
      {status === 'refused' && <p>{received.commitment.reason}</p>}
      {status === 'committed' && <Begun deployments={received.deployments} />}
      {asked && (
        <BindingPaper
          requester={view.from}
          provider={city.code}
          incident={view.incident}
          item={asked.item}
          answer={asked.given?.answer}
          requisition={requisition}
          commitment={status === 'committed' ? received.commitment : undefined}
          agreementId={view.agreementId}
          exercise={view.exercise}
        />
      )}
    </Panel>
  );
};

type BegunDeployments = Extract<Received, { status: 'committed' }>['deployments'];

const Begun = ({ deployments }: { readonly deployments: BegunDeployments }): ReactNode => {
  const { say } = useSpeech(RECEIVED);
  return (
    <p>
      {say('requisition.deployments')}{' '}
      {deployments.map(({ deploymentId, endedAt }, place) => (
        <span key={deploymentId}>
          <SubjectLink kind="deployment" id={deploymentId}>
            {`#${place + 1}`}
          </SubjectLink>{' '}
          {endedAt !== undefined && <Tag>{say('requisition.ended')}</Tag>}
        </span>
      ))}
    </p>
  );
};

type ActsProps = Pick<ReceivedRequisitionProps, 'view' | 'received' | 'etag'>;

const Acts = (props: ActsProps): ReactNode => {
  const may = useMay();
  return (
    <>
      {may(receivedRequestRoutes.commitRequisition) && <Commit {...props} />}
      {may(receivedRequestRoutes.refuseRequisition) && <Refuse {...props} />}
    </>
  );
};

interface CommitValues {
  readonly named: readonly string[];
  readonly orderNumber?: string;
  readonly estimatedDeparture: string;
  readonly estimatedArrival: string;
}

const Commit = ({ view, received: { requisition, status }, etag }: ActsProps): ReactNode => {
  const { say, read } = useSpeech(RECEIVED);
  const { say: sayPart } = useSpeech(PARTS);
  const { city, person } = useDesk();
  const named = useNamed();
  const command = useCommand(receivedRequestRoutes.commitRequisition);
  const { requisitionId, itemId, teams, lots = [] } = requisition;
  const answer = view.items.find(({ item }) => item.itemId === itemId)?.given?.answer;
  const promise = answer?.response === 'decline' ? undefined : answer;
  const rules = [{ required: true, message: sayPart('required') }];
  const options = [
    ...teams.map((team) => ({ value: team.teamId, label: named({ teams: [team] }) })),
    ...lots.map((lot) => ({ value: lot.stockId, label: named({ lots: [lot] }) })),
  ];
  return (
    <CommandDialog<CommitValues, Parameters<typeof command.run>[0], unknown>
      act={say('commit.act')}
      primary
      offered={status === 'pending'}
      command={command}
      initialValues={{
        named: options.map(({ value }) => value),
        ...(promise && {
          estimatedDeparture: promise.estimatedDeparture,
          estimatedArrival: promise.estimatedArrival,
        }),
      }}
      inputOf={({ named: chosen, orderNumber = '', ...estimates }) => ({
        params: { requestId: view.requestId, requisitionId },
        body: {
          teamIds: teams.map(({ teamId }) => teamId).filter((id) => chosen.includes(id)),
          stockIds: lots.map(({ stockId }) => stockId).filter((id) => chosen.includes(id)),
          ...(orderNumber.trim() === '' ? {} : { orderNumber }),
          ...estimates,
        },
        ...(etag === undefined ? {} : { ifMatch: etag }),
      })}
    >
      <p>{say('commit.explained', { name: person.name, city: read(city.name) })}</p>
      <Form.Item name="named" label={say('commit.teams')} rules={rules}>
        <Checkbox.Group options={options} />
      </Form.Item>
      <Form.Item name="estimatedDeparture" label={say('given.departure')} rules={rules}>
        <InstantInput />
      </Form.Item>
      <Form.Item name="estimatedArrival" label={say('given.arrival')} rules={rules}>
        <InstantInput />
      </Form.Item>
      <Form.Item name="orderNumber" label={say('commit.order-number')}>
        <Input />
      </Form.Item>
    </CommandDialog>
  );
};

const Refuse = ({ view, received: { requisition, status }, etag }: ActsProps): ReactNode => {
  const { say } = useSpeech(RECEIVED);
  const command = useCommand(receivedRequestRoutes.refuseRequisition);
  return (
    <CommandDialog<{ readonly reason: string }, Parameters<typeof command.run>[0], unknown>
      act={say('refuse.act')}
      danger
      offered={status === 'pending'}
      command={command}
      inputOf={(body) => ({
        params: { requestId: view.requestId, requisitionId: requisition.requisitionId },
        body,
        ...(etag === undefined ? {} : { ifMatch: etag }),
      })}
    >
      <WordsField name={['reason']} label={say('refuse.reason')} />
    </CommandDialog>
  );
};
