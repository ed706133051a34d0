import { addDays, localDate } from '@tonghu/backend/kernel';
import type { Door, Person } from '../door';
import type { DemoFamily, Families } from '../families';
import type { History } from '../history';

/** Everything a story reaches for. */
export interface World {
  readonly door: Door;
  readonly history: History;
  readonly families: Families;
}

export interface CaseView {
  readonly id: string;
  readonly caseNo: string;
  readonly assessments: readonly { readonly id: string; readonly state: string }[] | null;
  readonly services: readonly { readonly id: string; readonly state: string }[] | null;
}

export interface OrderView {
  readonly id: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly state: string;
  readonly role: string;
}

interface Proposal {
  readonly urgency: string;
  readonly situations: readonly string[];
  readonly regionCode: string | null;
  readonly children: readonly object[];
  readonly suspects: readonly object[];
  readonly orders: readonly {
    readonly agencyId: string;
    readonly agencyKind: string;
    readonly role: string;
    readonly task: string;
    readonly selected: boolean;
    readonly excludedBecause: string | null;
  }[];
  readonly notices: readonly {
    readonly agencyId: string;
    readonly agencyKind: string;
    readonly excludedBecause: string | null;
  }[];
}

/** One report and what becomes of it, told by the people who do the work. */
export class Tale {
  reportId = '';
  caseIds: readonly string[] = [];
  /** The moment the tale has reached. */
  at: Date;

  constructor(
    readonly world: World,
    readonly family: DemoFamily,
    day: number,
    time: string,
  ) {
    this.at = world.history.day(day, time);
  }

  /** Minutes later. */
  minutes(count: number): Date {
    this.at = new Date(this.at.getTime() + count * 60_000);
    return this.at;
  }

  /** Days later, at a time of day. */
  days(count: number, time: string): Date {
    const [hour, minute] = time.split(':').map(Number);
    const day = addDays(localDate(this.at), count);
    this.at = new Date(`${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00+08:00`);
    return this.at;
  }

  get caseId(): string {
    const [first] = this.caseIds;
    if (first === undefined) throw new Error('The tale has no case yet');
    return first;
  }

  get iso(): string {
    return this.at.toISOString();
  }

  /** A day counted from the tale's own moment. */
  day(offset: number): string {
    return addDays(localDate(this.at), offset);
  }

  as(username: string): Promise<Person> {
    return this.world.door.as(username);
  }

  async act(username: string, action: string, body: object = {}, caseId = this.caseId): Promise<void> {
    await (await this.as(username)).quietly('cases', caseId, action, body);
  }

  /** The same, looking at the page afterwards. */
  async actAndSee(
    username: string,
    action: string,
    body: object = {},
    caseId = this.caseId,
  ): Promise<CaseView> {
    return (await this.as(username)).act<CaseView>('cases', caseId, action, body);
  }

  async report(username: string, action: string, body: object = {}): Promise<void> {
    await (await this.as(username)).quietly('reports', this.reportId, action, body);
  }

  /** 报告: what somebody saw. */
  async file(username: string, words: object): Promise<void> {
    const body = { ...reportOf(this.family), ...words };
    this.reportId = (await (await this.as(username)).post<{ id: string }>('/reports', body)).id;
  }

  receive(username = 'shouli1'): Promise<void> {
    return this.report(username, 'receive');
  }

  /** 分诊派单 as the system proposes it, with the orders of these kinds only; those of `tells` are told besides. */
  async triage(
    words: {
      summary: string;
      urgency?: string;
      kinds?: readonly string[];
      tells?: readonly string[];
      caseDecision?: 'link';
    } & object,
    username = 'shouli1',
  ): Promise<void> {
    const intake = await this.as(username);
    const { kinds, tells = [], caseDecision, ...rest } = words;
    const proposal = await intake.get<Proposal>(`/reports/${this.reportId}/triage-proposal`);
    const orders = proposal.orders
      .filter(({ agencyKind, role, selected, excludedBecause }) => {
        if (excludedBecause !== null) return false;
        return kinds === undefined ? selected : role === 'lead' || kinds.includes(agencyKind);
      })
      .map(({ agencyId, role, task }) => ({ agencyId, role, task }));
    const notices = proposal.notices
      .filter(({ agencyKind, excludedBecause }) => excludedBecause === null && tells.includes(agencyKind))
      .map(({ agencyId }) => ({ agencyId }));
    const report = await intake.act<{ cases: readonly { id: string }[] | null }>(
      'reports',
      this.reportId,
      'triage',
      {
        urgency: proposal.urgency,
        situations: proposal.situations,
        regionCode: proposal.regionCode ?? this.family.regionCode,
        children: proposal.children.map((child) => ({ ...child, ...(caseDecision && { caseDecision }) })),
        suspects: proposal.suspects,
        exclusions: [],
        orders,
        notices,
        policeToldAt: this.iso,
        policeReceiptNo: `平公（演）受字〔${this.iso.slice(0, 4)}〕${this.iso.slice(5, 7)}${this.iso.slice(8, 10)}号`,
        ...rest,
      },
    );
    this.caseIds = (report.cases ?? []).map(({ id }) => id);
  }

  /** The orders of all cases of the tale. */
  async orders(): Promise<readonly OrderView[]> {
    const intake = await this.as('shouli1');
    const found: OrderView[] = [];
    for (const caseId of this.caseIds) {
      const path = `/work-orders?filter[caseId]=${caseId}&limit=50`;
      found.push(...(await intake.get<{ data: readonly OrderView[] }>(path)).data);
    }
    return found;
  }
}

function reportOf(family: DemoFamily): object {
  const [guardian] = family.guardians;
  return {
    channel: 'CONSOLE',
    unitType: 'SCHOOL',
    situations: [],
    regionCode: family.regionCode,
    childSafeNow: 'unknown',
    medicalSent: 'unknown',
    children: family.children.map(({ name, sex, birthDate, idNumber, school, className }) => ({
      name,
      sex,
      birthDate,
      idNumber,
      address: family.address,
      ...(school === undefined ? {} : { school }),
      ...(className === undefined ? {} : { className }),
      ...(guardian === undefined
        ? {}
        : {
            guardianName: guardian.name,
            guardianRelation: guardian.relation,
            ...(guardian.phone === undefined ? {} : { guardianPhone: guardian.phone }),
          }),
    })),
    suspects: [],
    exclusionHints: [],
    reporterName: '方老师',
    reporterPhone: '12300000099',
    reporterPosition: '班主任',
    wantsSecrecy: true,
  };
}
