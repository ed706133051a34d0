export { InvariantChecker, INVARIANTS, type InvariantState } from './invariant-checker';
export { findBroken, type InvariantFinding, type InvariantReader } from './invariants';
export { InvariantsModule } from './invariants.module';
