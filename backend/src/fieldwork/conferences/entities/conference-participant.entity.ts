import { Entity } from 'typeorm';
import { Bool, Bytes, Id, Int, Text, Uuid } from '../../../platform/database';

/** One seat in a conference: an agency of the district, or a person in words. */
@Entity('conference_participant')
export class ConferenceParticipantEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  conferenceId: string;

  @Uuid()
  caseId: string;

  @Int()
  position: number;

  @Uuid({ nullable: true })
  agencyId: string | null;

  @Bool({ nullable: true })
  present: boolean | null;

  @Bytes()
  body: Buffer;
}
