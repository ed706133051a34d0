/** 监测预防: children who are watched without a case, their visits and carers, and the screenings of key periods. */
export const CREATE_MONITORING = `
CREATE SEQUENCE watch_number;
CREATE SEQUENCE campaign_number;

CREATE TABLE watch_item (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  number text NOT NULL UNIQUE,
  child_id uuid NOT NULL REFERENCES person (id),
  region_code text NOT NULL REFERENCES region (code),
  categories text[] NOT NULL,
  level text NOT NULL CHECK (level IN ('normal', 'watch', 'key')),
  state text NOT NULL CHECK (state IN ('proposed', 'returned', 'active', 'paused', 'ended')),
  proposed_from text NOT NULL CHECK (proposed_from IN ('village', 'township', 'district')),
  proposed_agency_id uuid NOT NULL REFERENCES agency (id),
  proposed_by uuid NOT NULL REFERENCES app_user (id),
  proposed_at timestamptz NOT NULL,
  confirmed_by uuid REFERENCES app_user (id),
  confirmed_at timestamptz,
  worker_agency_id uuid NOT NULL REFERENCES agency (id),
  worker_user_id uuid REFERENCES app_user (id),
  next_visit_on date,
  missed_before integer NOT NULL DEFAULT 0,
  last_seen_at timestamptz,
  end_reason text,
  ended_at timestamptz,
  body bytea NOT NULL,
  campaign_task_id uuid,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL
);
CREATE INDEX watch_item_newest ON watch_item (district_code, updated_at DESC, id DESC);
CREATE INDEX watch_item_due ON watch_item (district_code, next_visit_on, id) WHERE state IN ('proposed', 'active', 'paused');
CREATE INDEX watch_item_by_child ON watch_item (child_id);
CREATE INDEX watch_item_by_worker ON watch_item (worker_agency_id, state);
CREATE TABLE watch_party (
  watch_item_id uuid NOT NULL REFERENCES watch_item (id),
  person_id uuid NOT NULL REFERENCES person (id),
  district_code text NOT NULL,
  role text NOT NULL CHECK (role IN ('child', 'guardian', 'carer')),
  PRIMARY KEY (watch_item_id, person_id)
);
CREATE INDEX watch_party_by_person ON watch_party (person_id);
CREATE TABLE watch_access (
  watch_item_id uuid NOT NULL REFERENCES watch_item (id),
  principal_id uuid NOT NULL,
  district_code text NOT NULL,
  reason text NOT NULL CHECK (reason IN ('village', 'township', 'civil_affairs', 'intake')),
  valid_from timestamptz NOT NULL,
  valid_until timestamptz,
  PRIMARY KEY (watch_item_id, principal_id, reason)
);
CREATE INDEX watch_access_by_principal ON watch_access (principal_id, watch_item_id);
CREATE TABLE watch_exclusion (
  watch_item_id uuid NOT NULL REFERENCES watch_item (id),
  principal_id uuid NOT NULL,
  district_code text NOT NULL,
  hint text NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (watch_item_id, principal_id)
);

CREATE TABLE watch_visit (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  watch_item_id uuid NOT NULL REFERENCES watch_item (id),
  visit_type text NOT NULL,
  visited_at timestamptz NOT NULL,
  planned_on date,
  missed integer NOT NULL,
  seen_child boolean NOT NULL,
  spoke_alone boolean NOT NULL,
  guardian_present boolean NOT NULL,
  items jsonb NOT NULL,
  left_unattended boolean NOT NULL,
  lives_alone boolean NOT NULL,
  body bytea NOT NULL,
  next_due_on date,
  visited_by uuid NOT NULL REFERENCES app_user (id),
  recorded_at timestamptz NOT NULL
);
CREATE INDEX watch_visit_by_item ON watch_visit (watch_item_id, visited_at);
CREATE TABLE entrusted_care (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  watch_item_id uuid NOT NULL REFERENCES watch_item (id),
  carer_id uuid REFERENCES person (id),
  state text NOT NULL CHECK (state IN ('running', 'unfit', 'ended')),
  started_on date NOT NULL,
  ended_on date,
  disqualifiers text[] NOT NULL,
  school_told_on date,
  village_told_on date,
  parents_told_on date,
  last_contact_on date,
  body bytea NOT NULL,
  recorded_by uuid NOT NULL REFERENCES app_user (id),
  recorded_at timestamptz NOT NULL
);
CREATE INDEX entrusted_care_by_item ON entrusted_care (watch_item_id, recorded_at);
CREATE UNIQUE INDEX entrusted_care_one_open ON entrusted_care (watch_item_id) WHERE state <> 'ended';
CREATE TABLE parent_contact (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  watch_item_id uuid NOT NULL REFERENCES watch_item (id),
  care_id uuid NOT NULL REFERENCES entrusted_care (id),
  contacted_on date NOT NULL,
  who text NOT NULL,
  way text NOT NULL,
  body bytea NOT NULL,
  recorded_by uuid NOT NULL REFERENCES app_user (id),
  recorded_at timestamptz NOT NULL
);
CREATE INDEX parent_contact_by_item ON parent_contact (watch_item_id, contacted_on DESC);
CREATE TABLE watch_report (
  report_id uuid PRIMARY KEY REFERENCES report (id),
  district_code text NOT NULL,
  watch_item_id uuid REFERENCES watch_item (id),
  campaign_task_id uuid,
  filed_by uuid NOT NULL REFERENCES app_user (id),
  filed_at timestamptz NOT NULL,
  CONSTRAINT watch_report_has_source CHECK (watch_item_id IS NOT NULL OR campaign_task_id IS NOT NULL)
);
CREATE INDEX watch_report_by_item ON watch_report (watch_item_id);
CREATE INDEX watch_report_by_task ON watch_report (campaign_task_id);
CREATE TABLE watch_action (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  watch_item_id uuid NOT NULL REFERENCES watch_item (id),
  report_id uuid REFERENCES report (id),
  at timestamptz NOT NULL,
  actor_user_id uuid NOT NULL,
  actor_agency_id uuid NOT NULL,
  action text NOT NULL,
  from_state text,
  to_state text,
  note bytea,
  data jsonb NOT NULL
);
CREATE INDEX watch_action_by_item ON watch_action (watch_item_id, at, id);

CREATE TABLE campaign (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  number text NOT NULL UNIQUE,
  kind text NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'running', 'closed')),
  owner_agency_id uuid NOT NULL REFERENCES agency (id),
  regions text[] NOT NULL,
  categories text[] NOT NULL,
  checklist text[] NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  body bytea NOT NULL,
  created_by uuid NOT NULL REFERENCES app_user (id),
  created_at timestamptz NOT NULL,
  opened_at timestamptz,
  closed_at timestamptz,
  summary jsonb,
  version integer NOT NULL
);
CREATE INDEX campaign_newest ON campaign (district_code, created_at DESC, id DESC);
CREATE TABLE campaign_access (
  campaign_id uuid NOT NULL REFERENCES campaign (id),
  principal_id uuid NOT NULL,
  district_code text NOT NULL,
  reason text NOT NULL CHECK (reason IN ('oversight', 'township', 'village')),
  valid_from timestamptz NOT NULL,
  PRIMARY KEY (campaign_id, principal_id, reason)
);
CREATE INDEX campaign_access_by_principal ON campaign_access (principal_id, campaign_id);
CREATE TABLE campaign_village (
  campaign_id uuid NOT NULL REFERENCES campaign (id),
  region_code text NOT NULL REFERENCES region (code),
  district_code text NOT NULL,
  agency_id uuid NOT NULL REFERENCES agency (id),
  station_agency_id uuid NOT NULL REFERENCES agency (id),
  households integer,
  reported_by uuid REFERENCES app_user (id),
  reported_at timestamptz,
  PRIMARY KEY (campaign_id, region_code)
);
CREATE INDEX campaign_village_by_agency ON campaign_village (agency_id, campaign_id);
CREATE TABLE campaign_task (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  campaign_id uuid NOT NULL REFERENCES campaign (id),
  region_code text NOT NULL REFERENCES region (code),
  agency_id uuid NOT NULL REFERENCES agency (id),
  station_agency_id uuid NOT NULL REFERENCES agency (id),
  watch_item_id uuid REFERENCES watch_item (id),
  state text NOT NULL CHECK (state IN ('open', 'not_met', 'done')),
  finding boolean NOT NULL DEFAULT false,
  answers jsonb,
  body bytea,
  opened_at timestamptz NOT NULL,
  worked_by uuid REFERENCES app_user (id),
  worked_at timestamptz,
  version integer NOT NULL
);
CREATE INDEX campaign_task_by_village ON campaign_task (campaign_id, region_code, id);
CREATE INDEX campaign_task_open ON campaign_task (agency_id, state, campaign_id);
CREATE UNIQUE INDEX campaign_task_one_per_item ON campaign_task (campaign_id, watch_item_id) WHERE watch_item_id IS NOT NULL;
CREATE TABLE campaign_action (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  campaign_id uuid NOT NULL REFERENCES campaign (id),
  at timestamptz NOT NULL,
  actor_user_id uuid NOT NULL,
  actor_agency_id uuid NOT NULL,
  action text NOT NULL,
  from_state text,
  to_state text,
  region_code text,
  note bytea,
  data jsonb NOT NULL
);
CREATE INDEX campaign_action_by_campaign ON campaign_action (campaign_id, at, id);
GRANT USAGE ON SEQUENCE watch_number, campaign_number TO tonghu_app;
`;

/** In the order in which nothing still points at them. */
export const DROP_MONITORING = `
DROP TABLE campaign_action, campaign_task, campaign_village, campaign_access, campaign, watch_action, watch_report,
  parent_contact, entrusted_care, watch_visit, watch_exclusion, watch_access, watch_party, watch_item;
DROP SEQUENCE watch_number, campaign_number;
`;

/**
 * Who may see: a watched child is known to its village, its township, civil affairs and intake, less those who must not
 * know; nobody else, and never through a campaign. A village sees its own part of a campaign only.
 */
export const SEE_MONITORING = `
CREATE FUNCTION can_see_watch_item(watch_item_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM watch_access a WHERE a.watch_item_id = $1 AND a.principal_id = ANY (ctx_principals())
                   AND a.valid_from <= ctx_now() AND (a.valid_until IS NULL OR a.valid_until > ctx_now()))
     AND NOT EXISTS (SELECT 1 FROM watch_exclusion x WHERE x.watch_item_id = $1 AND x.principal_id = ANY (ctx_identities())) $$;
CREATE FUNCTION can_see_campaign(campaign_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM campaign_access a WHERE a.campaign_id = $1 AND a.principal_id = ANY (ctx_principals())) $$;
CREATE FUNCTION can_see_campaign_part(campaign_id uuid, agency_id uuid, station_agency_id uuid, watch_item_id uuid)
RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT ($2 = ANY (ctx_principals()) OR $3 = ANY (ctx_principals())
      OR EXISTS (SELECT 1 FROM campaign_access a WHERE a.campaign_id = $1 AND a.principal_id = ANY (ctx_principals()) AND a.reason = 'oversight'))
     AND ($4 IS NULL OR can_see_watch_item($4)) $$;
`;

export const UNSEE_MONITORING = `
DROP FUNCTION can_see_campaign_part(uuid, uuid, uuid, uuid);
DROP FUNCTION can_see_campaign(uuid);
DROP FUNCTION can_see_watch_item(uuid);
`;
