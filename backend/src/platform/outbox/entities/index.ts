export { OutboxMessageEntity } from './outbox-message.entity';
export { OutboxDeliveryEntity } from './outbox-delivery.entity';
