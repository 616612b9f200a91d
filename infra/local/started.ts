/** What has been started so far, to be stopped in reverse order. */
export class Started {
  private readonly stops: (() => Promise<void> | void)[] = [];

  /** @returns the thing, which is stopped before all that was added before it. */
  add<T>(thing: T, stop: (thing: T) => Promise<void> | void): T {
    this.stops.push(() => stop(thing));
    return thing;
  }

  async stop(): Promise<void> {
    for (const stop of this.stops.splice(0).reverse()) await stop();
  }
}
