import type { EntityTarget, ObjectLiteral } from 'typeorm';
import * as casefile from '../casefile/entities';
import * as coordination from '../desk/coordination/entities';
import * as intake from '../desk/intake/entities';
import * as transfers from '../desk/transfers/entities';
import * as units from '../desk/units/entities';
import * as assessments from '../fieldwork/assessments/entities';
import * as conferences from '../fieldwork/conferences/entities';
import * as proceedings from '../fieldwork/proceedings/entities';
import * as placements from '../fieldwork/placements/entities';
import * as services from '../fieldwork/services/entities';
import * as visits from '../fieldwork/visits/entities';
import * as people from '../people/entities';
import * as installation from '../platform/installation/entities';
import * as outbox from '../platform/outbox/entities';
import * as assistance from '../stages/assistance/entities';
import * as guardianship from '../stages/guardianship/entities';
import * as emergency from '../stages/emergency/entities';
import * as monitoring from '../stages/monitoring/entities';
import * as access from '../support/access/entities';
import * as attachments from '../support/attachments/entities';
import * as audit from '../support/audit/entities';
import * as channels from '../support/channels/entities';
import * as commands from '../support/commands/entities';
import * as deadlines from '../support/deadlines/entities';
import * as duty from '../support/duty/entities';
import * as drafts from '../support/drafts/entities';
import * as invariants from '../support/invariants/entities';
import * as notifications from '../support/notifications/entities';
import * as reference from '../support/reference/entities';

const ROOMS = [
  installation,
  outbox,
  access,
  attachments,
  audit,
  commands,
  reference,
  deadlines,
  invariants,
  notifications,
  duty,
  channels,
  drafts,
  people,
  casefile,
  intake,
  transfers,
  units,
  coordination,
  visits,
  assessments,
  placements,
  services,
  conferences,
  proceedings,
  emergency,
  guardianship,
  assistance,
  monitoring,
];

/** Every entity of every room: the composition root is the only place that may look inside. */
export const ENTITIES: EntityTarget<ObjectLiteral>[] = ROOMS.flatMap(
  (room: Record<string, EntityTarget<ObjectLiteral>>) => Object.values(room),
);
