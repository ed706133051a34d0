/** Reference data and accounts: what an installation is, where it works, who works there, which rules hold. */
export const CREATE_REFERENCE = `
CREATE TABLE installation (
  id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
  kind text NOT NULL CHECK (kind IN ('demo', 'real', 'test')),
  clock_offset_ms bigint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Only invented data may travel in time.
  CONSTRAINT installation_real_clock CHECK (kind <> 'real' OR clock_offset_ms = 0)
);

CREATE TABLE region (
  code text PRIMARY KEY,
  name text NOT NULL,
  level text NOT NULL CHECK (level IN ('district', 'township', 'village')),
  parent_code text REFERENCES region (code),
  district_code text NOT NULL,
  is_demo boolean NOT NULL DEFAULT false,
  valid_from date,
  valid_to date,
  managed_by text
);
CREATE INDEX region_by_parent ON region (parent_code);

CREATE TABLE agency (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  region_code text NOT NULL REFERENCES region (code),
  kind text NOT NULL,
  name text NOT NULL,
  supervisor_agency_id uuid REFERENCES agency (id),
  logs_in boolean NOT NULL DEFAULT true
);
CREATE INDEX agency_by_kind ON agency (district_code, kind, region_code);

CREATE TABLE app_user (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  agency_id uuid NOT NULL REFERENCES agency (id),
  username text NOT NULL UNIQUE,
  display_name text NOT NULL,
  role text NOT NULL,
  password_hash text NOT NULL,
  disabled_at timestamptz,
  created_at timestamptz NOT NULL
);
CREATE INDEX app_user_by_agency ON app_user (agency_id);

CREATE TABLE session (
  token_hash bytea PRIMARY KEY,
  id uuid NOT NULL UNIQUE,
  user_id uuid NOT NULL REFERENCES app_user (id),
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_by_user ON session (user_id);

CREATE TABLE login_throttle (
  bucket bytea PRIMARY KEY,
  window_start timestamptz NOT NULL,
  failures integer NOT NULL
);

CREATE TABLE working_day (
  day date PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('holiday', 'workday')),
  name text NOT NULL
);
CREATE TABLE working_day_year (year integer PRIMARY KEY, source text NOT NULL);

CREATE TABLE code_item (
  set_code text NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  body jsonb NOT NULL DEFAULT '{}',
  sort integer NOT NULL,
  PRIMARY KEY (set_code, code)
);

CREATE TABLE deadline_rule (
  id text PRIMARY KEY,
  name text NOT NULL,
  start_event text NOT NULL,
  limits jsonb NOT NULL,
  ladder jsonb NOT NULL,
  basis text NOT NULL CHECK (basis IN ('statutory', 'reference', 'suggested')),
  owner_kind text NOT NULL,
  source text NOT NULL,
  verified text NOT NULL,
  note text
);

CREATE TABLE routing_rule (
  id text PRIMARY KEY,
  situation text NOT NULL,
  agency_kind text NOT NULL,
  role text NOT NULL CHECK (role IN ('lead', 'co', 'notify')),
  task text NOT NULL,
  refusable boolean NOT NULL,
  only_if text,
  article text,
  basis text NOT NULL,
  sort integer NOT NULL
);
-- One lead (主办) per situation and condition: nobody may think somebody else had the lead.
CREATE UNIQUE INDEX routing_one_lead ON routing_rule (situation) WHERE role = 'lead';
`;
