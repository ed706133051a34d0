/** Idempotency, audit, outbox, deadlines, notices, drafts. */
export const CREATE_PLUMBING = `
CREATE TABLE idempotency_key (
  actor_id uuid NOT NULL,
  route text NOT NULL,
  key text NOT NULL,
  body_hash bytea NOT NULL,
  status smallint NOT NULL,
  subject_id uuid,
  created_at timestamptz NOT NULL,
  CONSTRAINT idempotency_key_pk PRIMARY KEY (actor_id, route, key)
);
CREATE INDEX idempotency_key_by_age ON idempotency_key (created_at);

CREATE TABLE audit_entry (
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  district_code text NOT NULL,
  actor_user_id uuid,
  actor_agency_id uuid,
  action text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('ok', 'refused', 'failed')),
  subject_kind text,
  subject_id uuid,
  request_id text,
  detail jsonb NOT NULL,
  mac bytea NOT NULL,
  PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE TABLE audit_entry_before_2026 PARTITION OF audit_entry FOR VALUES FROM (MINVALUE) TO ('2026-01-01+08');
CREATE TABLE audit_entry_2026 PARTITION OF audit_entry FOR VALUES FROM ('2026-01-01+08') TO ('2027-01-01+08');
CREATE TABLE audit_entry_2027 PARTITION OF audit_entry FOR VALUES FROM ('2027-01-01+08') TO ('2028-01-01+08');
CREATE TABLE audit_entry_later PARTITION OF audit_entry FOR VALUES FROM ('2028-01-01+08') TO (MAXVALUE);
CREATE INDEX audit_entry_by_subject ON audit_entry (subject_id, at);
CREATE INDEX audit_entry_by_actor ON audit_entry (actor_user_id, at);

CREATE TABLE outbox_message (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  name text NOT NULL,
  subject_id uuid NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE TABLE outbox_delivery (
  id uuid PRIMARY KEY,
  message_id uuid NOT NULL REFERENCES outbox_message (id),
  handler text NOT NULL,
  state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'done', 'dead')),
  attempts integer NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL,
  lease_token uuid,
  last_error text,
  done_at timestamptz,
  UNIQUE (message_id, handler)
);
CREATE INDEX outbox_delivery_due ON outbox_delivery (due_at) WHERE state = 'pending';

CREATE TABLE deadline (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  rule_id text NOT NULL REFERENCES deadline_rule (id),
  subject_kind text NOT NULL CHECK (subject_kind IN ('report', 'case', 'work_order')),
  subject_id uuid NOT NULL,
  report_id uuid,
  case_id uuid,
  work_order_id uuid,
  number text NOT NULL,
  urgency text NOT NULL,
  start_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  provisional boolean NOT NULL,
  statutory boolean NOT NULL,
  owner_agency_id uuid NOT NULL REFERENCES agency (id),
  owner_user_id uuid REFERENCES app_user (id),
  escalation_agency_id uuid REFERENCES agency (id),
  state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'cancelled')),
  ladder jsonb NOT NULL,
  next_step integer NOT NULL DEFAULT 0,
  next_step_at timestamptz,
  closed_at timestamptz,
  -- One running clock per rule and subject: a repeated transition re-opens none.
  CONSTRAINT deadline_open_has_owner CHECK (state <> 'running' OR owner_agency_id IS NOT NULL)
);
CREATE UNIQUE INDEX deadline_one_running ON deadline (rule_id, subject_id) WHERE state = 'running';
CREATE INDEX deadline_next ON deadline (next_step_at) WHERE state = 'running' AND next_step_at IS NOT NULL;
CREATE INDEX deadline_by_case ON deadline (case_id);
CREATE INDEX deadline_by_report ON deadline (report_id);
CREATE INDEX deadline_by_owner ON deadline (owner_agency_id, due_at) WHERE state = 'running';

CREATE TABLE deadline_step (
  deadline_id uuid NOT NULL REFERENCES deadline (id),
  step_index integer NOT NULL,
  district_code text NOT NULL,
  step text NOT NULL CHECK (step IN ('remind', 'urge', 'supervise')),
  number text,
  at timestamptz NOT NULL,
  PRIMARY KEY (deadline_id, step_index)
);

CREATE TABLE notice (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  agency_id uuid REFERENCES agency (id),
  user_id uuid REFERENCES app_user (id),
  kind text NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  number text NOT NULL,
  urgency text,
  dedupe_key text NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT notice_has_recipient CHECK (agency_id IS NOT NULL OR user_id IS NOT NULL),
  CONSTRAINT notice_once UNIQUE (dedupe_key)
);
CREATE INDEX notice_by_user ON notice (user_id, created_at DESC);
CREATE INDEX notice_by_agency ON notice (agency_id, created_at DESC);
CREATE TABLE notice_read (
  notice_id uuid NOT NULL REFERENCES notice (id),
  user_id uuid NOT NULL REFERENCES app_user (id),
  district_code text NOT NULL,
  read_at timestamptz NOT NULL,
  PRIMARY KEY (notice_id, user_id)
);

CREATE TABLE draft (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  user_id uuid NOT NULL REFERENCES app_user (id),
  kind text NOT NULL,
  subject_id uuid,
  body bytea NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX draft_one ON draft (user_id, kind, coalesce(subject_id, '00000000-0000-0000-0000-000000000000'));

CREATE SEQUENCE report_number;
CREATE SEQUENCE case_number;
CREATE SEQUENCE work_order_number;
CREATE SEQUENCE supervision_number;
`;
