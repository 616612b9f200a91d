import type { ReactNode } from 'react';
import type { InvitationOf } from '../../../shared/domain/call-out/invitation.ts';
import { useSpeech } from '../i18n/language.ts';
import { Moment } from '../parts/moment.tsx';
import { useYuan } from '../parts/money.tsx';
import { OWN_CALL_OUTS } from './own-call-outs-words.ts';

interface OpinionShownProps {
  readonly invitation: Pick<InvitationOf<'opinion-given'>, 'opinion' | 'fee'>;
}

/** The opinion with its signature, and what became of the fee. */
export const OpinionShown = ({ invitation: { opinion, fee } }: OpinionShownProps): ReactNode => {
  const { say } = useSpeech(OWN_CALL_OUTS);
  const yuan = useYuan();
  const { text, attachments, signature } = opinion;
  return (
    <>
      <p className="opinion-text">{text}</p>
      {attachments.map(({ name, url, sha256 }) => (
        <p key={sha256} className="digest">
          {say('attachment')}{' '}
          <a href={url} target="_blank" rel="noreferrer">
            {name}
          </a>{' '}
          <span className="muted">
            SHA-256 <code>{sha256}</code>
          </span>
        </p>
      ))}
      <p className="muted digest">
        {say('opinion.signed')} {signature.by.name} <Moment at={signature.at} /> {say('opinion.digest')}{' '}
        <code>{signature.digest}</code>
      </p>
      {fee && (
        <p>
          {say('fee.title')} {say('fee.claimed')} {yuan(fee.claim.amount)} ·{' '}
          {fee.confirmation ? `${say('fee.confirmed')} ${yuan(fee.confirmation.amount)}` : say('fee.waiting')}
          {fee.confirmation?.reason !== undefined && ` ${fee.confirmation.reason}`}
        </p>
      )}
    </>
  );
};
