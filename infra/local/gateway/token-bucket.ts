/** Lets `burst` through at once and `ratePerSecond` in the long run, as API Gateway throttles. */
export class TokenBucket {
  private readonly ratePerSecond: number;
  private readonly burst: number;
  private readonly now: () => number;
  private tokens: number;
  private at: number;

  /** @param now milliseconds of a clock that never goes back. */
  constructor(limits: { readonly ratePerSecond: number; readonly burst: number }, now = () => performance.now()) {
    this.ratePerSecond = limits.ratePerSecond;
    this.burst = limits.burst;
    this.now = now;
    this.tokens = limits.burst;
    this.at = now();
  }

  /** @returns whether one more may pass now. */
  take(): boolean {
    const now = this.now();
    this.tokens = Math.min(this.burst, this.tokens + ((now - this.at) / 1000) * this.ratePerSecond);
    this.at = now;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}
