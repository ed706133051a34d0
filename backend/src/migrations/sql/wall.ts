/** Rights and visibility of a table with a district, as CREATE_ACCESS gives them; for every later migration. */
export interface Wall {
  readonly table: string;
  /** Who may see a row under tonghu_app, besides being of its district: the visibility fragment of its noun. */
  readonly visible: string;
  /** Rights of tonghu_app and tonghu_worker; what is not stated is not granted. */
  readonly app: string;
  readonly worker: string;
}

/** Grants and forced row-level security by district and visibility. */
export function wall({ table, visible, app, worker }: Wall): string {
  const using = `district_code = ctx_district() AND (${visible})`;
  const check = 'district_code = ctx_district()';
  return `
${app && `GRANT ${app} ON ${table} TO tonghu_app;`}
${worker && `GRANT ${worker} ON ${table} TO tonghu_worker;`}
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY app_select ON ${table} FOR SELECT TO tonghu_app USING (${using});
CREATE POLICY app_insert ON ${table} FOR INSERT TO tonghu_app WITH CHECK (${check});
CREATE POLICY app_update ON ${table} FOR UPDATE TO tonghu_app USING (${using}) WITH CHECK (${check});
CREATE POLICY app_delete ON ${table} FOR DELETE TO tonghu_app USING (${using});
CREATE POLICY worker_all ON ${table} TO tonghu_worker USING (true) WITH CHECK (true);`;
}
