import type { Role } from './roles';

/** Who acts: a person of an agency, or the system itself (workers, seeds). */
export interface Actor {
  readonly userId: string;
  readonly displayName: string;
  readonly role: Role;
  readonly districtCode: string;
  readonly agencyId: string;
  readonly agencyKind: string;
  readonly regionCode: string;
  /** Ids this actor reads by: always the user; the agency too when the role shares its agency's files. */
  readonly principals: readonly string[];
  /** Ids an exclusion may name: the user and the agency, whatever the role shares. */
  readonly identities: readonly string[];
}

/** What one request or job carries down to the transaction: who, why, and the ids that tie logs together. */
export interface RequestContext {
  readonly actor: Actor;
  readonly requestId: string;
  readonly route: string;
  /** Set when the caller sent an Idempotency-Key: the key and a hash of the request body. */
  readonly idempotency?: { readonly key: string; readonly bodyHash: Buffer };
  /** The caller wants to know that it was done, not the whole record (Prefer: return=minimal, RFC 7240). */
  readonly brief?: boolean;
}
