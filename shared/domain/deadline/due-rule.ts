/**
 * When a hand-off is due, counted from the moment it began, where nothing else says so (an agreement, a requisition, an estimate).
 * `clock-time` is the next time the clock on the wall shows it, Asia/Shanghai; `working-days` end with the office day.
 */
export type DueRule =
  | { readonly after: 'minutes'; readonly minutes: number }
  | { readonly after: 'working-days'; readonly days: number }
  | { readonly at: 'clock-time'; readonly time: `${number}:${number}` };
