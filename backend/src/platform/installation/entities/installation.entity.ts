import { Entity, Column, PrimaryColumn } from 'typeorm';
import { Instant, Text } from '../../database';

/** What kind of installation this database is, and how far its clock is moved. */
@Entity('installation')
export class InstallationEntity {
  @PrimaryColumn('smallint')
  id: number;

  @Text()
  kind: string;

  @Column('bigint')
  clockOffsetMs: string;

  @Instant()
  createdAt: Date;
}
