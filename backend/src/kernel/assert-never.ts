/** Fails to compile when a union gained a member that a switch does not handle. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled value: ${String(value)}`);
}
