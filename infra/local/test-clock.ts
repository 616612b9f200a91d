import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import { type Instant, plus } from '../../shared/domain/kernel/instant.ts';
import type { Cell } from '../../shared/lambda/cell.ts';

/** By how much the cities' clocks are ahead of the machine's, milliseconds: all of them, and single ones besides. */
const ShiftsSchema = z.strictObject({ allMs: z.int().min(0), cityMs: z.record(z.string(), z.int()) });
type Shifts = z.infer<typeof ShiftsSchema>;

const read = (path: string): Shifts => {
  try {
    return ShiftsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { allMs: 0, cityMs: {} };
    throw error;
  }
};

/**
 * The clocks of all cities of this process, which a developer may put forward. They stay so across restarts, because what the cities
 * have written by then lies in the time they were put to. Tokens, queues and logs go by the machine's clock.
 */
export class TestClock {
  private readonly base: Cell['clock'];
  private readonly path: string;
  private shifts: Shifts;

  /** @param path file in the data directory that remembers the shifts. */
  constructor(base: Cell['clock'], path: string) {
    this.base = base;
    this.path = path;
    this.shifts = read(path);
  }

  /** @returns the clock of a city. */
  of(city: CityCode): Cell['clock'] {
    return { now: () => this.now(city) };
  }

  /** @returns what a city's clock shows; without a city, what those show that were not put ahead or behind by themselves. */
  now(city?: CityCode): Instant {
    return plus(this.base.now(), this.shifts.allMs + (city === undefined ? 0 : (this.shifts.cityMs[city] ?? 0)));
  }

  /** Puts all clocks forward. */
  advance(ms: number): void {
    this.keep({ ...this.shifts, allMs: this.shifts.allMs + ms });
  }

  /** Puts one city's clock forward, or back when negative. */
  skew(city: CityCode, ms: number): void {
    const { cityMs } = this.shifts;
    this.keep({ ...this.shifts, cityMs: { ...cityMs, [city]: (cityMs[city] ?? 0) + ms } });
  }

  /** Written aside first, so that a killed process leaves the old or the new ones. */
  private keep(shifts: Shifts): void {
    this.shifts = shifts;
    mkdirSync(dirname(this.path), { recursive: true });
    writeFileSync(`${this.path}.new`, JSON.stringify(shifts));
    renameSync(`${this.path}.new`, this.path);
  }
}
