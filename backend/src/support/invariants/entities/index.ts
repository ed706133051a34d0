export { InvariantCheckEntity } from './invariant-check.entity';
