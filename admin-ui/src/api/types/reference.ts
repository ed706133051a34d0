/** Shapes of the HTTP API (docs/api.md): code tables and who exists. */
import type { CodeItem, Role, Urgency } from './common';

export interface Situation extends CodeItem {
  text: string;
  mandatory: boolean;
  policeRequired: boolean;
  defaultUrgency: Urgency;
}
export interface Region extends CodeItem {
  level: string;
  parentCode: string | null;
}
export interface AgencyRef {
  id: string;
  name: string;
  kind: string;
  kindName: string;
  regionCode: string;
  logsIn: boolean;
}
export interface UserRef {
  id: string;
  displayName: string;
  role: Role;
  agencyId: string;
}
export interface InstrumentItem {
  code: string;
  question: string;
  help: string | null;
  ifYes: string | null;
}
export interface Instrument {
  code: string;
  version: number;
  title: string;
  items: InstrumentItem[];
}
export interface Reference {
  situations: Situation[];
  codeSets: Record<string, CodeItem[]>;
  regions: Region[];
  agencies: AgencyRef[];
  users: UserRef[];
  instruments: Record<string, Instrument>;
}
