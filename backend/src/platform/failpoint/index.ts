export { failpoint, FAILPOINTS, setFailpoint, type Failpoint } from './failpoint';
