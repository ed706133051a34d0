import { Entity } from 'typeorm';
import { Bytes, Id, Instant, LocalDate, Text, Uuid } from '../../../platform/database';

/** 会商任务: what one agency is to do after a conference, and by when. */
@Entity('conference_task')
export class ConferenceTaskEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  conferenceId: string;

  @Uuid()
  caseId: string;

  @Uuid()
  agencyId: string;

  @LocalDate()
  dueOn: string;

  @Text()
  state: string;

  @Bytes()
  body: Buffer;

  @Bytes({ nullable: true })
  result: Buffer | null;

  @Uuid({ nullable: true })
  doneBy: string | null;

  @Instant({ nullable: true })
  doneAt: Date | null;
}
