import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database';
import type { MessageHandler, StoredMessage } from '../../platform/outbox';
import { changesOf, publishChanges } from './changes';

/** Every message also tells the open screens which records changed. */
@Injectable()
export class StreamPublisher implements MessageHandler {
  readonly name = 'stream.publish';
  readonly messages = 'every';

  async handle(tx: Tx, message: StoredMessage): Promise<void> {
    await publishChanges(tx, changesOf(message.payload, message.districtCode));
  }
}
