import { wall } from './wall';

/*
 * 三级审核: a village asks, its township endorses, the district signs. A case that ended by a transfer or a death has a row
 * too, so that one table says how cases end; nobody may have assessed it.
 */
const CLOSINGS = `
ALTER TABLE case_closing ALTER COLUMN risk_level DROP NOT NULL;
ALTER TABLE case_closing ADD COLUMN endorsed_by uuid REFERENCES app_user (id);
ALTER TABLE case_closing ADD COLUMN endorsed_at timestamptz;
ALTER TABLE case_closing ADD COLUMN endorsement bytea;

-- The station that looks at a village's latest request first; none when the district is the backstop: the station must not
-- know, has nobody with an account, or does not exist.
CREATE FUNCTION closing_endorser(case_id uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT g.id
    FROM (SELECT k.requested_by FROM case_closing k WHERE k.case_id = $1 ORDER BY k.requested_at DESC, k.id DESC LIMIT 1) k
    JOIN app_user r ON r.id = k.requested_by
    JOIN agency o ON o.id = r.agency_id
    JOIN case_access a ON a.case_id = $1 AND a.reason = 'region' AND a.valid_from <= ctx_now() AND (a.valid_until IS NULL OR a.valid_until > ctx_now())
    JOIN agency g ON g.id = a.principal_id AND g.kind = 'township'
   WHERE (r.role = 'child_director' OR o.kind = 'village')
     AND EXISTS (SELECT 1 FROM app_user u WHERE u.agency_id = g.id AND u.role = 'child_supervisor' AND u.disabled_at IS NULL
                    AND NOT EXISTS (SELECT 1 FROM case_exclusion x WHERE x.case_id = $1 AND x.principal_id IN (u.id, g.id)))
   ORDER BY g.id LIMIT 1 $$;`;

const TABLES = `
CREATE TABLE case_follow_up (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  closing_id uuid NOT NULL REFERENCES case_closing (id),
  round integer NOT NULL,
  followed_at timestamptz NOT NULL,
  seen_child boolean NOT NULL,
  spoke_alone boolean NOT NULL,
  guardian_present boolean NOT NULL,
  state text NOT NULL CHECK (state IN ('good', 'watch', 'danger')),
  advice text NOT NULL CHECK (advice IN ('continue', 'reopen')),
  body bytea NOT NULL,
  recorded_by uuid NOT NULL REFERENCES app_user (id),
  recorded_at timestamptz NOT NULL
);
CREATE INDEX case_follow_up_by_case ON case_follow_up (case_id, recorded_at);
-- A follow-up without the child does not count; one with the child is made once a round.
CREATE UNIQUE INDEX case_follow_up_one_a_round ON case_follow_up (closing_id, round) WHERE seen_child;

CREATE TABLE case_suspension (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_id uuid NOT NULL REFERENCES case_file (id),
  reason text NOT NULL,
  next_check_on date NOT NULL,
  body bytea NOT NULL,
  suspended_by uuid NOT NULL REFERENCES app_user (id),
  suspended_at timestamptz NOT NULL,
  ended_by uuid REFERENCES app_user (id),
  ended_at timestamptz
);
CREATE INDEX case_suspension_by_case ON case_suspension (case_id, suspended_at);
CREATE UNIQUE INDEX case_suspension_one_open ON case_suspension (case_id) WHERE ended_at IS NULL;

CREATE TABLE case_death (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_id uuid NOT NULL UNIQUE REFERENCES case_file (id),
  died_at timestamptz NOT NULL,
  reported_at timestamptz NOT NULL,
  body bytea NOT NULL,
  recorded_by uuid NOT NULL REFERENCES app_user (id),
  recorded_at timestamptz NOT NULL,
  review bytea,
  reviewed_by uuid REFERENCES app_user (id),
  reviewed_at timestamptz
);

CREATE TABLE case_archive (
  id uuid PRIMARY KEY,
  district_code text NOT NULL,
  case_id uuid NOT NULL UNIQUE REFERENCES case_file (id),
  retention text NOT NULL CHECK (retention IN ('permanent', 'long_term')),
  retention_years integer,
  document_count integer NOT NULL,
  body bytea NOT NULL,
  archived_by uuid NOT NULL REFERENCES app_user (id),
  archived_at timestamptz NOT NULL,
  CONSTRAINT case_archive_years CHECK ((retention = 'permanent') = (retention_years IS NULL))
);`;

const WALLS = [
  { table: 'case_follow_up', app: 'SELECT, INSERT' },
  { table: 'case_suspension', app: 'SELECT, INSERT, UPDATE' },
  { table: 'case_death', app: 'SELECT, INSERT, UPDATE' },
  { table: 'case_archive', app: 'SELECT, INSERT' },
]
  .map(({ table, app }) => wall({ table, app, worker: 'SELECT', visible: 'can_work_case(case_id)' }))
  .join('\n');

export const CREATE_LIFECYCLE = [CLOSINGS, TABLES, WALLS].join('\n');

export const DROP_LIFECYCLE = `
DROP TABLE case_archive, case_death, case_suspension, case_follow_up;
DROP FUNCTION closing_endorser(uuid);
ALTER TABLE case_closing DROP COLUMN endorsement, DROP COLUMN endorsed_at, DROP COLUMN endorsed_by;
ALTER TABLE case_closing ALTER COLUMN risk_level SET NOT NULL;`;
