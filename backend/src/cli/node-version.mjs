// Checked before anything else is loaded, so this file keeps to syntax that very old versions of Node understand.
export const NODE_RANGE = '>=20.19 <25';

/** What is wrong with this version of Node, as a Chinese sentence, or '' when it is fine. */
export function nodeProblem(version) {
  const parts = version.split('.').map(Number);
  const major = parts[0];
  const tooOld = major < 20 || (major === 20 && parts[1] < 19);
  if (!tooOld && major < 25) return '';
  return (
    '需要 Node.js ' +
    NODE_RANGE +
    '，当前是 ' +
    version +
    '。怎么办：安装 Node.js 24（https://nodejs.org，或执行 nvm install 24）'
  );
}

/** Ends the process with a message when this version of Node cannot run the system. */
export function requireNode() {
  const problem = nodeProblem(process.versions.node);
  if (problem) {
    console.error('✗ ' + problem);
    process.exit(1);
  }
}
