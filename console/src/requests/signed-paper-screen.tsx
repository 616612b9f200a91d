import Button from 'antd/es/button';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { RequestView } from '../../../shared/http/views/request.ts';
import { useDesk } from '../api/use-api.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { BindingPaper } from '../parts/binding-paper.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { Tag } from '../parts/marks.tsx';
import { Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { COMPARISON } from './comparison-words.ts';
import { toneOfRequisition } from './request-tones.ts';
import './requests.css';

/** The paper of one requisition, with the signatures it has; to be printed. */
export const SignedPaperScreen = (): ReactNode => {
  const { requestId = '', requisitionId = '' } = useParams();
  const request = useRead(requestRoutes.readRequest, { params: { requestId } });
  return <Shown read={request}>{(view) => <Paper view={view} requisitionId={requisitionId} />}</Shown>;
};

interface PaperProps {
  readonly view: RequestView;
  readonly requisitionId: string;
}

const Paper = ({ view, requisitionId }: PaperProps): ReactNode => {
  const { say } = useSpeech(COMPARISON);
  const { city } = useDesk();
  const record = view.requisitions.find(({ requisition }) => requisition.requisitionId === requisitionId);
  const item = view.items.find(({ itemId }) => itemId === record?.requisition.itemId);
  const answer = view.placements
    .flatMap(({ answers }) => answers)
    .find(({ messageId }) => messageId === record?.precedingMessageId)?.answer;
  return (
    <Screen
      title={`${say('paper.title')} · ${view.incident.title}`}
      exercise={view.exercise}
      actions={
        <>
          {record && <Tag tone={toneOfRequisition(record.status)}>{say(`requisition.${record.status}`)}</Tag>}
          <LinkButton to={`/requests/${view.requestId}`}>{say('sign.back')}</LinkButton>
          <Button onClick={() => window.print()}>{say('print')}</Button>
        </>
      }
    >
      {record && item ? (
        <BindingPaper
          requester={city.code}
          provider={record.city}
          incident={view.incident}
          item={item}
          answer={answer}
          requisition={record.requisition}
          commitment={record.status === 'committed' ? record.commitment : undefined}
          agreementId={record.agreementId}
          exercise={view.exercise}
        />
      ) : (
        <p role="status">{say('paper.none')}</p>
      )}
    </Screen>
  );
};
