export { BackstopModule } from './backstop.module';
export { type BackstopSource, BackstopSources } from './backstop-sources';
