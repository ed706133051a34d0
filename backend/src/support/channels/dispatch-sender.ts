import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { APP_CONFIG, type AppConfig } from '../../config';
import { systemContext } from '../../kernel';
import { type Tx, WorkerDatabase } from '../../platform/database';
import { failpoint } from '../../platform/failpoint';
import { type Channel, Notifier, type Outgoing, type SendResult } from '../../platform/notifier';
import { HandlerRegistry, type MessageHandler, type StoredMessage } from '../../platform/outbox';
import { DispatchCheck, type LockedDispatch } from './dispatch-check';
import { DISPATCH_QUEUED } from './dispatch-plan';
import { wordsOf } from './words';

interface Ready {
  readonly channel: Channel;
  readonly message: Outgoing;
}

/** What a try may begin from; everything else is over, or with a person. */
const OPEN: ReadonlySet<string> = new Set(['queued', 'failed']);

/**
 * Sends one message over one channel: written down as `sending`, sent with no transaction open, written down with what came
 * back. Whoever finds `sending` comes after a crash or a stall and does not know whether it left: it is 待人工确认 and
 * never sent twice (security.md R05). A refusal is a failed delivery: back-off, then a dead letter.
 */
@Injectable()
export class DispatchSender implements MessageHandler, OnModuleInit {
  readonly name = 'channels.send';
  readonly messages = [DISPATCH_QUEUED];

  constructor(
    private readonly registry: HandlerRegistry,
    private readonly database: WorkerDatabase,
    private readonly notifier: Notifier,
    private readonly check: DispatchCheck,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async ahead({ subjectId, districtCode }: StoredMessage): Promise<void> {
    const ctx = systemContext(districtCode, this.name);
    const ready = await this.database.inTransaction(ctx, (tx) => this.begin(tx, subjectId));
    if (ready === undefined) return;
    const result = await ready.channel.send(ready.message);
    failpoint('after-send-before-record');
    await this.database.inTransaction(ctx, (tx) => settle(tx, subjectId, result));
    if (result.state === 'failed') throw new SendFailed();
  }

  /** All was written ahead; the delivery only has to close. */
  handle(): Promise<void> {
    return Promise.resolve();
  }

  private async begin(tx: Tx, id: string): Promise<Ready | undefined> {
    const row = await this.check.lock(tx, id);
    if (row?.state === 'sending') await settle(tx, id, { state: 'unconfirmed', reason: 'no-answer' });
    if (row === undefined || !OPEN.has(row.state)) return undefined;
    const channel = this.notifier.find(row.channel);
    const reason =
      channel === undefined ? 'channel-removed' : await this.check.suppression(tx, row, channel.reach);
    if (channel === undefined || reason !== null) {
      await write(tx, id, 'suppressed', reason);
      return undefined;
    }
    const message = await this.compose(tx, row, channel);
    await write(tx, id, 'sending', null);
    return { channel, message };
  }

  private async compose(tx: Tx, row: LockedDispatch, { reach }: Channel): Promise<Outgoing> {
    return {
      id: row.id,
      text: wordsOf(row, this.config.PUBLIC_URL ?? ''),
      number: row.number,
      to: await this.check.address(row, reach),
      at: tx.now,
    };
  }
}

/** Only what is under way has a result; a late one still beats "nobody knows". */
async function settle(tx: Tx, id: string, result: SendResult): Promise<void> {
  const { reason, providerId } =
    result.state === 'sent'
      ? { reason: null, providerId: result.providerId }
      : { reason: result.reason, providerId: null };
  await tx.execute(
    `UPDATE notice_dispatch SET state = $2, reason = $3, provider_id = left($4, 100), at = $5 WHERE id = $1 AND state IN ('sending', 'unconfirmed')`,
    [id, result.state, reason, providerId, tx.now],
  );
}

async function write(tx: Tx, id: string, state: string, reason: string | null): Promise<void> {
  await tx.execute('UPDATE notice_dispatch SET state = $2, reason = $3, at = $4 WHERE id = $1', [
    id,
    state,
    reason,
    tx.now,
  ]);
}

/** The delivery is tried again; the reason stands in notice_dispatch. */
class SendFailed extends Error {
  override name = 'SendFailed';
}
