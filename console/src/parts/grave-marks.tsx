import type { ReactNode } from 'react';
import { RESPONSE_LEVELS, type ResponseLevel } from '../../../shared/domain/vocabulary/hazards.ts';
import { levelOf, WARNING_COLOURS, type WarningColour } from '../../../shared/domain/warning/warning-colour.ts';
import { useSpeech } from '../i18n/language.ts';
import { PARTS } from './part-words.ts';

/** Four marks, the fuller the graver, and one for nothing said. */
const SIGNS = ['◆◆◆◆', '◆◆◆', '◆◆', '◆', '◇'] as const;

interface GraveProps {
  /** 1, the gravest, to 4; 5 without. */
  readonly grade: number;
  readonly children: ReactNode;
}

const Grave = ({ grade, children }: GraveProps): ReactNode => (
  <span className={`grave grave-${grade}`}>
    <span aria-hidden="true">{SIGNS[grade - 1]}</span> {children}
  </span>
);

const WITHOUT = RESPONSE_LEVELS.length + 1;

/** A response level by sign, colour and word; the colours are those in which China writes levels I to IV. */
export const LevelMark = ({ level }: { readonly level?: ResponseLevel | undefined }): ReactNode => {
  const { say } = useSpeech(PARTS);
  return level === undefined ? (
    <Grave grade={WITHOUT}>{say('level.none')}</Grave>
  ) : (
    <Grave grade={RESPONSE_LEVELS.indexOf(level) + 1}>{say('level.response', { level })}</Grave>
  );
};

/** The colour of a warning by sign, colour and word. */
export const ColourMark = ({ colour }: { readonly colour?: WarningColour | undefined }): ReactNode => {
  const { say, read } = useSpeech(PARTS);
  return (
    <Grave grade={levelOf(colour)}>
      {colour === undefined ? say('colour.none') : say('colour.warning', { colour: read(WARNING_COLOURS[colour]) })}
    </Grave>
  );
};
