import type { ReactNode } from 'react';
import type { LookupHit } from '../../../shared/domain/lookup/lookup-query.ts';
import { callOutRoutes } from '../../../shared/http/routes/call-outs.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { taskRoutes } from '../../../shared/http/routes/tasks.ts';
import { useMay } from '../api/use-api.ts';
import { useSpeech } from '../i18n/language.ts';
import { LinkButton } from '../parts/link-button.tsx';
import { LOOKUP } from './lookup-words.ts';

interface HitActsProps {
  readonly hit: LookupHit;
  readonly isOwn: boolean;
  readonly incident: string | undefined;
}

const addressOf = (path: string, filled: Readonly<Record<string, string | undefined>>): string => {
  const known = Object.entries(filled).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return `${path}?${new URLSearchParams(known)}`;
};

/** What one can do with a hit, with what was found filled in: one's own agencies and experts are asked, all else is requested. */
export const HitActs = ({ hit: { entry }, isOwn, incident }: HitActsProps): ReactNode => {
  const { say } = useSpeech(LOOKUP);
  const may = useMay();
  const [capability] = entry.capabilities;
  const kind = entry.kind === 'stock' ? 'supplies' : capability?.kind;
  const isAsked = isOwn && (entry.kind === 'agency' || entry.kind === 'expert');
  return (
    <div className="screen-actions">
      {isOwn && entry.kind === 'expert' && may(callOutRoutes.openCallOut) && (
        <LinkButton to={addressOf('/call-outs/new', { incident, expert: entry.id })} primary small>
          {say('act.call-out')}
        </LinkButton>
      )}
      {isOwn && entry.kind === 'agency' && may(taskRoutes.sendTask) && (
        <LinkButton to={addressOf('/tasks/new', { incident, agency: entry.id, kind })} primary small>
          {say('act.task')}
        </LinkButton>
      )}
      {!isAsked && kind !== undefined && may(requestRoutes.draftRequest) && (
        <LinkButton
          to={addressOf('/requests/new', {
            incident,
            kind,
            level: capability && String(capability.level),
            supply: entry.supply?.code,
          })}
          primary={!isOwn}
          small
        >
          {say('act.request')}
        </LinkButton>
      )}
    </div>
  );
};
