export { ProceedingEntity } from './proceeding.entity';
