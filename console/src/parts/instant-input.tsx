import type { ReactNode } from 'react';
import { CHINA_OFFSET_MS, chinaTime } from '../../../shared/domain/kernel/china-time.ts';
import { type Instant, plus } from '../../../shared/domain/kernel/instant.ts';

interface InstantInputProps {
  readonly id?: string;
  readonly value?: Instant;
  readonly onChange?: (at: Instant | undefined) => void;
  readonly disabled?: boolean;
  readonly 'aria-label'?: string;
}

/** What the browser's own picker holds: minutes, without an offset. */
const WRITTEN = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/;

const written = (at: Instant): string => WRITTEN.exec(plus(at, CHINA_OFFSET_MS))?.[0] ?? '';

/** Asks for a moment, by the clocks of the duty rooms, Asia/Shanghai, wherever one writes it. */
export const InstantInput = ({ value, onChange, ...rest }: InstantInputProps): ReactNode => (
  <input
    {...rest}
    type="datetime-local"
    className="instant-input"
    value={value === undefined ? '' : written(value)}
    onChange={({ target }) => {
      const [, date, time] = WRITTEN.exec(target.value) ?? [];
      onChange?.(date === undefined || time === undefined ? undefined : chinaTime(date, time));
    }}
  />
);
