import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { REPORT_KINDS } from '../../../shared/domain/situation-report/report-content.ts';
import {
  isLastStep,
  type ReportDraft,
  type SubmittedDraft,
  turnOf,
} from '../../../shared/domain/situation-report/report-draft.ts';
import { ROLES } from '../../../shared/http/roles.ts';
import { situationReportRoutes } from '../../../shared/http/routes/situation-reports.ts';
import { useDesk, useMay } from '../api/use-api.ts';
import { useSpeech } from '../i18n/language.ts';
import { Facts } from '../parts/facts.tsx';
import { Status, Tag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import { ChangesShown } from './changes-shown.tsx';
import { type ReadReport, StepAct } from './report-acts.tsx';
import { Remarks } from './report-remarks.tsx';
import { REPORTS } from './reports-words.ts';

const Chain = ({ draft }: { readonly draft: SubmittedDraft }): ReactNode => {
  const { say, read } = useSpeech(REPORTS);
  return (
    <ol className="chain" aria-label={say('chain.title')}>
      {draft.chain.map((roles, at) => (
        <li key={roles.join(' ')} aria-current={at === draft.step ? 'step' : undefined}>
          <Tag tone={at < draft.step ? 'good' : at === draft.step ? 'waiting' : 'plain'}>
            {roles.map((role) => read(ROLES[role])).join(' / ')} {at === draft.step && say('chain.now')}
          </Tag>
        </li>
      ))}
    </ol>
  );
};

const ReviewActs = ({ read, draft }: { readonly read: ReadReport; readonly draft: SubmittedDraft }): ReactNode => {
  const { say } = useSpeech(REPORTS);
  const { person } = useDesk();
  if (!turnOf(draft).some((role) => person.roles.includes(role))) return null;
  const signs = isLastStep(draft);
  const isAuthor = draft.authors.some(({ id }) => id === person.id);
  return (
    <>
      {signs && isAuthor ? (
        <span className="muted">{say('chain.author')}</span>
      ) : (
        <StepAct
          read={read}
          step="approve"
          act={say(signs ? 'act.sign' : 'act.review')}
          primary
          {...(signs ? { note: say('sign.note') } : {})}
        />
      )}
      <StepAct read={read} step="send-back" act={say('act.send-back')} danger />
    </>
  );
};

const DraftActs = ({ read, draft }: { readonly read: ReadReport; readonly draft: ReportDraft }): ReactNode => {
  const { say } = useSpeech(REPORTS);
  const may = useMay();
  const mayStep = may(situationReportRoutes.takeReportStep);
  const mayWrite = may(situationReportRoutes.writeReport);
  return (
    <>
      {mayWrite && draft.status !== 'submitted' && (
        <Link to={`/reports/${read.report.reportId}/draft`}>{say('draft.edit')}</Link>
      )}
      {mayWrite && draft.status !== 'submitted' && (
        <StepAct read={read} step="submit" act={say('act.submit')} primary />
      )}
      {mayStep && draft.status === 'submitted' && <ReviewActs read={read} draft={draft} />}
      {mayStep && <StepAct read={read} step="comment" act={say('act.comment')} />}
      {mayWrite && <StepAct read={read} step="withdraw" act={say('act.withdraw')} danger />}
    </>
  );
};

/** The version on its way: who wrote it, what it changes, whose turn it is, and what one can do about it. */
export const ReportDraftPanel = (read: ReadReport): ReactNode => {
  const { say, read: spoken } = useSpeech(REPORTS);
  const { draft, latest } = read.report;
  if (!draft) return <p className="muted">{say('draft.none')}</p>;
  const { number, content, authors, draftedAt, remarks } = draft;
  const changes = say('draft.changes');
  return (
    <Panel
      title={say('draft.title', { kind: spoken(REPORT_KINDS[content.kind]), number })}
      actions={<DraftActs read={read} draft={draft} />}
    >
      <p className="filters">
        <Status status={draft.status} tone={draft.status === 'sent-back' ? 'bad' : 'waiting'} />
        {draft.status === 'submitted' && <Chain draft={draft} />}
      </p>
      <Facts
        facts={[
          [say('draft.by'), authors.length === 0 ? say('draft.by.clock') : authors.map(({ name }) => name).join('、')],
          [say('column.opened'), <Moment key="drafted" at={draftedAt} relative />],
          [say('draft.as-of'), <Moment key="as-of" at={content.asOf} />],
        ]}
      />
      <Remarks remarks={remarks} />
      {latest && (
        <>
          <h3>{changes}</h3>
          <ChangesShown label={changes} before={latest.content} after={content} />
        </>
      )}
    </Panel>
  );
};
