import { visibility } from '../../../platform/database';
import { filterSql, type ListRows } from '../../../platform/http';
import { SHEET_FROM } from './campaign-sheet-commands';
import { SHEET_STATES } from './campaign-sheet.workflow';
import { CAMPAIGN_STATES } from './campaign.workflow';

/** The filters of the list of screenings; `?` is the value. */
export const CAMPAIGN_FILTERS: Readonly<Record<string, string>> = {
  state: 'c.state = ?',
  kind: 'c.kind = ?',
};
export const CAMPAIGN_FILTER_VALUES: Readonly<Record<string, readonly string[]>> = {
  state: Object.keys(CAMPAIGN_STATES),
};

/** The filters of the list of sheets. `todo`: what waits for the reader's agency, to be worked on or to be signed off. */
export const SHEET_FILTERS: Readonly<Record<string, string>> = {
  state: 's.state = ?',
  campaignId: 's.campaign_id::text = ?',
  todo: `c.state = 'running' AND CASE ? WHEN 'work' THEN s.state = 'open' AND s.agency_id = ANY (ctx_principals())
    ELSE s.state = 'submitted' AND s.station_agency_id = ANY (ctx_principals()) END`,
};
export const SHEET_FILTER_VALUES: Readonly<Record<string, readonly string[]>> = {
  state: Object.keys(SHEET_STATES),
  todo: ['work', 'sign'],
};

/** The screenings the actor may see under some filters: the list shows them, the home page counts them. */
export function campaignListRows(filter: Readonly<Record<string, string>>): ListRows {
  const { where, params } = filterSql(filter, CAMPAIGN_FILTERS);
  return {
    from: 'campaign c',
    where: `c.district_code = ctx_district() AND ${visibility.campaign('c')} AND ${where}`,
    params,
  };
}

/** The same for the sheets of villages. */
export function sheetListRows(filter: Readonly<Record<string, string>>): ListRows {
  const { where, params } = filterSql(filter, SHEET_FILTERS);
  return {
    from: SHEET_FROM,
    where: `s.district_code = ctx_district() AND ${visibility.campaignSheet('s')} AND ${where}`,
    params,
  };
}
