export { ConferenceEntity } from './conference.entity';
export { ConferenceParticipantEntity } from './conference-participant.entity';
export { ConferenceTaskEntity } from './conference-task.entity';
