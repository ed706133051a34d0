export { CodeItemEntity } from './code-item.entity';
