import { Injectable } from '@nestjs/common';

/**
 * Tells the relay of this process that a commit left work. It may ring for nobody (role api): then the sweep of a
 * worker process finds the rows within a second.
 */
@Injectable()
export class Doorbell {
  private listener: (() => void) | undefined;

  onRing(listener: (() => void) | undefined): void {
    this.listener = listener;
  }

  ring(): void {
    this.listener?.();
  }
}
