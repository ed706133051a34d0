import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Role, ROLES } from '../../kernel';
import type { Tx } from '../../platform/database';
import { roleMay } from '../../support/access';
import { Roster, RosterQueries, seesDistrict } from '../../support/duty';
import { linkTo } from '../../support/notifications';
import { LETTER_KINDS } from '../coordination';
import type { HomeDutyResponse } from './dto/home.response';
import { HomeTasks, type TaskRow } from './home-tasks';

const roles = (Object.keys(ROLES) as Role[]).filter((role) => role !== 'system');

/** 今日值班, and what a roster asks of a person: a gap ahead, a hand-over to confirm. */
@Injectable()
export class DutyHome implements OnModuleInit {
  constructor(
    private readonly roster: Roster,
    private readonly rosters: RosterQueries,
    private readonly tasks: HomeTasks,
  ) {}

  onModuleInit(): void {
    this.tasks.register(
      {
        key: 'confirm-handover',
        title: '有人向您交班，请确认接班',
        roles: roles.filter((role) => roleMay(role, 'duty.serve')),
        subject: 'duty_roster',
        read: (tx) => this.handovers(tx),
      },
      {
        key: 'duty-gap',
        title: '未来 48 小时有没有人值班的时段，请排班',
        roles: roles.filter((role) => roleMay(role, 'duty.keep')),
        subject: 'duty_roster',
        read: (tx) => this.ownGap(tx),
      },
      {
        key: 'duty-gap-district',
        title: '有单位未来 48 小时没有排满值班，请提醒',
        roles: roles.filter(seesDistrict),
        subject: 'duty_roster',
        read: (tx) => this.gapsElsewhere(tx),
      },
    );
  }

  /** Null for who has no part in cases: such an agency keeps no roster. */
  async now(tx: Tx): Promise<HomeDutyResponse | null> {
    const { role, agencyId, agencyKind } = tx.actor;
    // Courts and procuratorates keep their own duty; nothing urgent is sent to them here (design §9.6).
    if (!roleMay(role, 'duty.read') || LETTER_KINDS.has(agencyKind)) return null;
    const { officers, leader } = await this.roster.now(tx, agencyId);
    return {
      officerNames: officers.map(({ userName }) => userName),
      leaderName: leader?.userName ?? null,
      link: linkTo('duty_roster', agencyId),
    };
  }

  private async handovers(tx: Tx): Promise<TaskRow[]> {
    const waiting = await this.rosters.toConfirm(tx);
    return waiting.slice(0, 1).map(({ agencyId }) => ({ id: agencyId, number: '交接班', urgency: 'U1' }));
  }

  private async ownGap(tx: Tx): Promise<TaskRow[]> {
    const agencies = await this.rosters.agencies(tx);
    return agencies
      .filter(({ agency, gaps }) => agency.id === tx.actor.agencyId && gaps.length > 0)
      .map(({ agency }) => ({ id: agency.id, number: agency.name, urgency: 'U2' }));
  }

  /** One line for all of them: it leads to the first, and the page leads on to the others. */
  private async gapsElsewhere(tx: Tx): Promise<TaskRow[]> {
    const missing = (await this.rosters.agencies(tx)).filter(
      ({ agency, gaps }) => agency.id !== tx.actor.agencyId && gaps.length > 0,
    );
    const [first] = missing;
    if (first === undefined) return [];
    const others = missing.length > 1 ? `等 ${missing.length} 个单位` : '';
    return [{ id: first.agency.id, number: `${first.agency.name}${others}`, urgency: 'U3' }];
  }
}
