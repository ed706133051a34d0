export { watchItems as default } from './watch';
