/** What runs again and again in a city. */
export interface ScheduleOptions {
  readonly everyMs: number;
  /** One run; failing is the runner's to report. */
  readonly run: () => Promise<void>;
}

/** Runs at once and then at a fixed rate; a run that is due while another is under way is left out. */
export class Schedule {
  private readonly options: ScheduleOptions;
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<void> | undefined;

  constructor(options: ScheduleOptions) {
    this.options = options;
  }

  start(): void {
    void this.tick();
    this.timer = setInterval(() => void this.tick(), this.options.everyMs);
  }

  /** Waits for the run under way, if any, and then runs once more. */
  async runNow(): Promise<void> {
    while (this.current) await this.current;
    await this.tick();
  }

  /** Runs no more, and waits for the run under way. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.current;
  }

  private async tick(): Promise<void> {
    if (this.current) return;
    this.current = this.options.run().finally(() => {
      this.current = undefined;
    });
    await this.current;
  }
}
