/** A button: what the reader can do now, or with `reason`, why not yet. */
export class AllowedActionResponse {
  action: string;
  label: string;
  reason?: string;
}
