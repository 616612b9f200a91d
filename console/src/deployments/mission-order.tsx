import Button from 'antd/es/button';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { LinkButton } from '../parts/link-button.tsx';
import { Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { OrderPaper } from './order-paper.tsx';
import { ORDER } from './order-words.ts';
import './mission-order.css';

/** The mission order as the team takes it along on paper, A4. */
export const MissionOrder = (): ReactNode => {
  const { say } = useSpeech(ORDER);
  const { deploymentId = '' } = useParams();
  const deployment = useRead(deploymentRoutes.readDeployment, { params: { deploymentId } });
  return (
    <div className="mission-order">
      <Screen
        title={say('title')}
        actions={
          <>
            <Button type="primary" onClick={() => window.print()}>
              {say('print')}
            </Button>
            <LinkButton to={`/deployments/${deploymentId}`}>{say('back')}</LinkButton>
          </>
        }
      >
        <Shown read={deployment}>{(view) => <OrderPaper view={view} />}</Shown>
      </Screen>
    </div>
  );
};
