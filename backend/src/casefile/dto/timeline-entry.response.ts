/** One line of 办理经过; `upcoming` lines lie ahead: running deadlines, next visits, reviews. */
export class TimelineEntryResponse {
  id: string;
  at: string;
  upcoming: boolean;
  action: string;
  label: string;
  /** The agency and number of the work order an entry is about. */
  subject: string | null;
  stage: string | null;
  actorName: string | null;
  agencyName: string | null;
  note: string | null;
}
