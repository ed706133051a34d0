/** Moves the clock of a demo or test installation forward and lets everything happen that falls due on the way. */
export abstract class ClockMover {
  /** Advances by whole minutes (1 or more), runs the sweep and drains the queues; resolves with the new time. */
  abstract advance(minutes: number): Promise<Date>;
}
