import type { ReactNode } from 'react';
import type { CapabilityLevel } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { Choice } from '../parts/choice.tsx';

const LEVELS = ['1', '2', '3'] as const;

interface LevelChoiceProps {
  readonly id?: string;
  readonly value?: CapabilityLevel;
  readonly onChange?: (level: CapabilityLevel | undefined) => void;
  readonly nameOf: (level: string) => string;
}

/** Asks for a capability level. */
export const LevelChoice = ({ id, value, onChange, nameOf }: LevelChoiceProps): ReactNode => (
  <Choice
    {...(id === undefined ? {} : { id })}
    value={LEVELS.find((level) => level === String(value))}
    options={LEVELS.map((level) => [level, nameOf(level)] as const)}
    onChange={(level) => onChange?.(level === undefined ? undefined : (Number(level) as CapabilityLevel))}
  />
);
