import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel';
import type { Tx } from '../database';
import { failpoint } from '../failpoint';
import { Doorbell } from './doorbell';
import { OutboxDeliveryEntity, OutboxMessageEntity } from './entities';
import { HandlerRegistry } from './handler-registry';
import type { NewMessage } from './message';

/** Messages leave with the transaction that caused them, or not at all: nothing else may hand work to a queue. */
@Injectable()
export class Outbox {
  constructor(
    private readonly registry: HandlerRegistry,
    private readonly doorbell: Doorbell,
  ) {}

  /** Adds the message and one delivery per handler to the running transaction; throws when the name is not declared. */
  add(tx: Tx, { name, subjectId, payload, districtCode = tx.actor.districtCode }: NewMessage): void {
    const nowMs = tx.now.getTime();
    const messageId = newId(nowMs);
    tx.insert(OutboxMessageEntity, {
      id: messageId,
      districtCode,
      name,
      subjectId,
      payload,
      createdAt: tx.now,
    });
    for (const handler of this.registry.handlersOf(name)) {
      tx.insert(OutboxDeliveryEntity, {
        id: newId(nowMs),
        messageId,
        handler,
        state: 'pending',
        attempts: 0,
        dueAt: tx.now,
      });
    }
    tx.onCommit(() => {
      failpoint('after-commit-before-enqueue');
      this.doorbell.ring();
    });
  }
}
