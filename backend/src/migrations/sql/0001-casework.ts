/** Reports, incidents, people, cases, work orders and what is done for a child. Columns of type bytea are ciphertext. */
export const CREATE_CASEWORK = `
CREATE TABLE reporter (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  user_id uuid REFERENCES app_user (id),
  agency_id uuid REFERENCES agency (id),
  name bytea,
  phone bytea,
  position bytea,
  wants_secrecy boolean NOT NULL
);
CREATE TABLE reporter_disclosure (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  reporter_id uuid NOT NULL REFERENCES reporter (id),
  user_id uuid NOT NULL REFERENCES app_user (id),
  reason bytea NOT NULL,
  granted_at timestamptz NOT NULL,
  granted_until timestamptz NOT NULL
);
CREATE INDEX reporter_disclosure_by_reporter ON reporter_disclosure (reporter_id, user_id);

CREATE TABLE incident (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  situations text[] NOT NULL,
  place bytea,
  summary bytea NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE report (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  report_no text NOT NULL UNIQUE,
  channel text NOT NULL,
  unit_type text NOT NULL,
  reporter_id uuid NOT NULL REFERENCES reporter (id),
  situations text[] NOT NULL,
  region_code text REFERENCES region (code),
  child_count integer NOT NULL,
  child_safe_now text NOT NULL CHECK (child_safe_now IN ('yes', 'no', 'unknown')),
  discovered_at timestamptz,
  reported_at timestamptz NOT NULL,
  police_required boolean NOT NULL,
  police_told_at timestamptz,
  police_receipt_no text,
  authority_told_at timestamptz,
  exclusion_hints text[] NOT NULL,
  narrative bytea NOT NULL,
  child_sheet bytea NOT NULL,
  suspect_sheet bytea NOT NULL,
  content_hash bytea NOT NULL,
  state text NOT NULL,
  default_urgency text NOT NULL,
  urgency text NOT NULL,
  received_at timestamptz,
  triaged_at timestamptz,
  incident_id uuid REFERENCES incident (id),
  closed_reason text,
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX report_queue ON report (district_code, state, urgency, reported_at, id);
CREATE INDEX report_newest ON report (district_code, reported_at DESC, id DESC);

CREATE TABLE report_addition (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  report_id uuid NOT NULL REFERENCES report (id),
  body bytea NOT NULL,
  added_by uuid NOT NULL REFERENCES app_user (id),
  added_at timestamptz NOT NULL
);
CREATE INDEX report_addition_by_report ON report_addition (report_id);

CREATE TABLE report_feedback (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  report_id uuid NOT NULL REFERENCES report (id),
  stage text NOT NULL CHECK (stage IN ('triage', 'progress', 'result')),
  body bytea NOT NULL,
  given_by uuid NOT NULL REFERENCES app_user (id),
  given_at timestamptz NOT NULL
);
CREATE INDEX report_feedback_by_report ON report_feedback (report_id);

CREATE TABLE person (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('child', 'adult')),
  name bytea,
  sex text NOT NULL CHECK (sex IN ('male', 'female', 'unknown')),
  birth_date date,
  birth_date_estimated boolean NOT NULL,
  id_kind text NOT NULL,
  id_number bytea,
  no_id_reason text,
  phone bytea,
  address bytea,
  region_code text REFERENCES region (code),
  school bytea,
  registered_by_agency_id uuid NOT NULL REFERENCES agency (id),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE TABLE person_token (
  token text NOT NULL,
  district_code text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  PRIMARY KEY (token, district_code, person_id)
);
CREATE INDEX person_token_by_person ON person_token (person_id);
CREATE TABLE relation (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  child_id uuid NOT NULL REFERENCES person (id),
  code text NOT NULL,
  guardian_kind text,
  valid_from date,
  valid_to date
);
CREATE INDEX relation_by_child ON relation (child_id);
CREATE INDEX relation_by_person ON relation (person_id);
CREATE TABLE household (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  region_code text REFERENCES region (code),
  created_at timestamptz NOT NULL
);
CREATE TABLE household_member (
  household_id uuid NOT NULL REFERENCES household (id),
  person_id uuid NOT NULL REFERENCES person (id),
  district_code text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  PRIMARY KEY (household_id, person_id, valid_from)
);
CREATE INDEX household_member_by_person ON household_member (person_id);

CREATE TABLE case_file (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_no text NOT NULL UNIQUE,
  incident_id uuid NOT NULL REFERENCES incident (id),
  child_id uuid NOT NULL REFERENCES person (id),
  situations text[] NOT NULL,
  phase text NOT NULL,
  urgency text NOT NULL,
  risk_level text,
  region_code text REFERENCES region (code),
  owner_agency_id uuid NOT NULL REFERENCES agency (id),
  worker_agency_id uuid REFERENCES agency (id),
  worker_user_id uuid REFERENCES app_user (id),
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1
);
CREATE INDEX case_file_newest ON case_file (district_code, opened_at DESC, id DESC);
CREATE INDEX case_file_by_child ON case_file (child_id);
CREATE INDEX case_file_by_incident ON case_file (incident_id);
CREATE TABLE case_stage (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  stage text NOT NULL CHECK (stage IN ('emergency', 'assessment', 'assistance', 'guardianship')),
  opened_at timestamptz NOT NULL,
  closed_at timestamptz
);
CREATE UNIQUE INDEX case_stage_one_open ON case_stage (case_id, stage) WHERE closed_at IS NULL;
CREATE TABLE case_party (
  case_id uuid NOT NULL REFERENCES case_file (id),
  person_id uuid NOT NULL REFERENCES person (id),
  district_code text NOT NULL,
  role text NOT NULL CHECK (role IN ('child', 'guardian', 'suspect', 'household', 'other')),
  PRIMARY KEY (case_id, person_id, role)
);
CREATE INDEX case_party_by_person ON case_party (person_id);
CREATE TABLE case_action (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_id uuid REFERENCES case_file (id),
  report_id uuid REFERENCES report (id),
  work_order_id uuid,
  at timestamptz NOT NULL,
  actor_user_id uuid,
  actor_agency_id uuid,
  action text NOT NULL,
  stage text,
  from_state text,
  to_state text,
  note bytea,
  data jsonb NOT NULL
);
CREATE INDEX case_action_by_case ON case_action (case_id, at, id);
CREATE INDEX case_action_by_report ON case_action (report_id, at, id);

CREATE TABLE work_order (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  order_no text NOT NULL UNIQUE,
  report_id uuid NOT NULL REFERENCES report (id),
  incident_id uuid NOT NULL REFERENCES incident (id),
  case_id uuid NOT NULL REFERENCES case_file (id),
  agency_id uuid NOT NULL REFERENCES agency (id),
  issued_by_agency_id uuid NOT NULL REFERENCES agency (id),
  role text NOT NULL CHECK (role IN ('lead', 'co')),
  is_letter boolean NOT NULL,
  situation text NOT NULL,
  task text NOT NULL,
  article text,
  refusable boolean NOT NULL,
  urgency text NOT NULL,
  state text NOT NULL,
  returned_count integer NOT NULL DEFAULT 0,
  issued_at timestamptz NOT NULL,
  accepted_at timestamptz,
  accepted_by uuid REFERENCES app_user (id),
  finished_at timestamptz,
  on_behalf boolean NOT NULL DEFAULT false,
  receipt_no text,
  receipt_person text,
  receipt_at timestamptz,
  version integer NOT NULL DEFAULT 1
);
-- One lead per case at a time: a returned or withdrawn order no longer leads.
CREATE UNIQUE INDEX work_order_one_lead ON work_order (case_id) WHERE role = 'lead' AND state NOT IN ('returned', 'withdrawn');
CREATE INDEX work_order_inbox ON work_order (agency_id, state, issued_at DESC, id DESC);
CREATE INDEX work_order_by_case ON work_order (case_id);
CREATE INDEX work_order_newest ON work_order (district_code, issued_at DESC, id DESC);
CREATE TABLE work_order_step (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  work_order_id uuid NOT NULL REFERENCES work_order (id),
  at timestamptz NOT NULL,
  actor_user_id uuid,
  actor_agency_id uuid,
  step text NOT NULL,
  code text,
  number text,
  note bytea
);
CREATE INDEX work_order_step_by_order ON work_order_step (work_order_id, at, id);

CREATE TABLE safety_check (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  arrived_at timestamptz NOT NULL,
  seen_child boolean NOT NULL,
  spoke_alone boolean NOT NULL,
  medical_needed boolean NOT NULL,
  decision text NOT NULL CHECK (decision IN ('safe', 'safe_with_plan', 'unsafe')),
  body bytea NOT NULL,
  checked_by uuid NOT NULL REFERENCES app_user (id),
  recorded_at timestamptz NOT NULL
);
CREATE INDEX safety_check_by_case ON safety_check (case_id, recorded_at);
CREATE TABLE assessment (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  instrument text NOT NULL,
  instrument_version integer NOT NULL,
  answers jsonb NOT NULL,
  computed_level text NOT NULL,
  level text NOT NULL,
  body bytea NOT NULL,
  assessed_by uuid NOT NULL REFERENCES app_user (id),
  assessed_at timestamptz NOT NULL
);
CREATE INDEX assessment_by_case ON assessment (case_id, assessed_at);
CREATE TABLE plan (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  body bytea NOT NULL,
  review_on date NOT NULL,
  made_by uuid NOT NULL REFERENCES app_user (id),
  made_at timestamptz NOT NULL
);
CREATE INDEX plan_by_case ON plan (case_id, made_at);
CREATE TABLE plan_service (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  plan_id uuid NOT NULL REFERENCES plan (id),
  case_id uuid NOT NULL REFERENCES case_file (id),
  support_type text NOT NULL,
  provider text NOT NULL,
  due_on date NOT NULL,
  state text NOT NULL CHECK (state IN ('planned', 'done')),
  done_at timestamptz,
  result bytea
);
CREATE INDEX plan_service_by_case ON plan_service (case_id);
CREATE TABLE visit (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  visit_type text NOT NULL,
  visited_at timestamptz NOT NULL,
  seen_child boolean NOT NULL,
  spoke_alone boolean NOT NULL,
  guardian_present boolean NOT NULL,
  items jsonb NOT NULL,
  body bytea NOT NULL,
  next_due_on date,
  visited_by uuid NOT NULL REFERENCES app_user (id),
  recorded_at timestamptz NOT NULL
);
CREATE INDEX visit_by_case ON visit (case_id, visited_at);
CREATE TABLE case_closing (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  reason text NOT NULL,
  risk_level text NOT NULL,
  checklist jsonb NOT NULL,
  body bytea NOT NULL,
  requested_by uuid NOT NULL REFERENCES app_user (id),
  requested_at timestamptz NOT NULL,
  signed_by uuid REFERENCES app_user (id),
  signed_at timestamptz
);
CREATE INDEX case_closing_by_case ON case_closing (case_id, requested_at);

CREATE TABLE report_access (
  report_id uuid NOT NULL REFERENCES report (id),
  principal_id uuid NOT NULL,
  district_code text NOT NULL,
  reason text NOT NULL,
  valid_from timestamptz NOT NULL,
  valid_until timestamptz,
  PRIMARY KEY (report_id, principal_id, reason)
);
CREATE INDEX report_access_by_principal ON report_access (principal_id, report_id);
CREATE TABLE report_exclusion (
  report_id uuid NOT NULL REFERENCES report (id),
  principal_id uuid NOT NULL,
  district_code text NOT NULL,
  hint text NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (report_id, principal_id)
);
CREATE TABLE case_access (
  case_id uuid NOT NULL REFERENCES case_file (id),
  principal_id uuid NOT NULL,
  district_code text NOT NULL,
  reason text NOT NULL,
  valid_from timestamptz NOT NULL,
  valid_until timestamptz,
  PRIMARY KEY (case_id, principal_id, reason)
);
CREATE INDEX case_access_by_principal ON case_access (principal_id, case_id);
CREATE TABLE case_exclusion (
  case_id uuid NOT NULL REFERENCES case_file (id),
  principal_id uuid NOT NULL,
  district_code text NOT NULL,
  hint text NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (case_id, principal_id)
);

-- What was filed stays as filed: content and hash never change (design §7: immutable means content and hash).
CREATE FUNCTION report_content_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.narrative IS DISTINCT FROM OLD.narrative OR NEW.child_sheet IS DISTINCT FROM OLD.child_sheet
     OR NEW.suspect_sheet IS DISTINCT FROM OLD.suspect_sheet OR NEW.content_hash IS DISTINCT FROM OLD.content_hash
     OR NEW.reporter_id IS DISTINCT FROM OLD.reporter_id OR NEW.reported_at IS DISTINCT FROM OLD.reported_at THEN
    RAISE EXCEPTION 'a filed report is immutable' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_immutable BEFORE UPDATE ON report FOR EACH ROW EXECUTE FUNCTION report_content_is_immutable();
`;
