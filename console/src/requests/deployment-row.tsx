import type { ReactNode } from 'react';
import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { ChangedMark, Status } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { useNamed } from '../parts/named.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { REQUESTS } from './requests-words.ts';

/** One deployment that came of a request, as it is now. */
export const DeploymentRow = ({ deploymentId }: { readonly deploymentId: string }): ReactNode => {
  const { say, read } = useSpeech(REQUESTS);
  const named = useNamed();
  const { data, error, refetch } = useRead(deploymentRoutes.readDeployment, { params: { deploymentId } });
  if (!data)
    return (
      <tr>
        <td colSpan={5}>{error ? <ProblemAlert error={error} onAgain={() => void refetch()} /> : say('unknown')}</td>
      </tr>
    );
  const { team, lot, owner, status, times, orderNumber } = data.body;
  const { actual, estimated } = times.arrival;
  const arrival = actual ?? estimated;
  return (
    <tr>
      <td>
        <SubjectLink kind="deployment" id={deploymentId}>
          {named({ teams: team && [team], lots: lot && [lot] })}
        </SubjectLink>{' '}
        <ChangedMark id={deploymentId} />
      </td>
      <td>{read(cityName(owner))}</td>
      <td>
        <Status status={status} tone={actual === undefined ? 'waiting' : 'good'} />
      </td>
      <td>{arrival === undefined ? say('unknown') : <Moment at={arrival} relative={actual === undefined} />}</td>
      <td>{orderNumber}</td>
    </tr>
  );
};
