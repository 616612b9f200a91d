import type { ReactNode } from 'react';
import type { AgreementTerms } from '../../../shared/domain/agreement/agreement-terms.ts';
import { useSpeech } from '../i18n/language.ts';
import { useMoment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import { AGREEMENTS } from './agreements-words.ts';
import { type TermLine, termLines } from './term-lines.ts';
import './agreements.css';

/** @returns how to put terms into words, in the language chosen now. */
export const useTermLines = (): ((terms: AgreementTerms) => readonly TermLine[]) => {
  const { say, read } = useSpeech(AGREEMENTS);
  const moment = useMoment();
  return (terms) => termLines(terms, { say, read, moment });
};

interface TermSheetProps {
  readonly terms: AgreementTerms;
  readonly version: number;
  readonly actions?: ReactNode;
}

/** The terms in full words. */
export const TermSheet = ({ terms, version, actions }: TermSheetProps): ReactNode => {
  const { say } = useSpeech(AGREEMENTS);
  const linesOf = useTermLines();
  const title = say('terms.title', { version });
  return (
    <Panel title={title} actions={actions}>
      <table className="plain term-sheet" aria-label={title}>
        <tbody>
          {linesOf(terms).map(({ name, words }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
};
