import type { ReactNode } from 'react';
import type { StepTimes } from '../../../shared/domain/deployment/deployment-times.ts';
import { MINUTE_MS, millisecondsBetween } from '../../../shared/domain/kernel/instant.ts';
import type { DeploymentView } from '../../../shared/http/views/deployment.ts';
import { useSpeech } from '../i18n/language.ts';
import { Moment } from '../parts/moment.tsx';
import { useSpan } from '../parts/span.ts';
import { WideTable } from '../parts/wide-table.tsx';
import { JOURNEY } from './deployment-table.tsx';
import { DEPLOYMENTS } from './deployments-words.ts';
import { BAR_KINDS } from './gantt-geometry.ts';

/** Each step as it was asked for, as it is expected and as it was, and by how much that is off. */
export const MissionTimes = ({ view: { times } }: { readonly view: Pick<DeploymentView, 'times'> }): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  return (
    <WideTable label={say('times')} heads={[say('step'), ...BAR_KINDS.map((kind) => say(kind)), say('deviation')]}>
      {JOURNEY.map((step) => (
        <tr key={step}>
          <th scope="row">{say(`step.${step}`)}</th>
          {BAR_KINDS.map((kind) => {
            const at = times[step][kind];
            return <td key={kind}>{at !== undefined && <Moment at={at} />}</td>;
          })}
          <td>
            <Deviation times={times[step]} />
          </td>
        </tr>
      ))}
    </WideTable>
  );
};

const Deviation = ({ times: { requested, estimated, actual } }: { readonly times: StepTimes }): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  const span = useSpan();
  const wanted = requested ?? estimated;
  if (wanted === undefined || actual === undefined) return null;
  const off = millisecondsBetween(wanted, actual);
  if (Math.abs(off) < MINUTE_MS) return say('on-time');
  return say(off > 0 ? 'late' : 'early', { span: span(off) });
};
