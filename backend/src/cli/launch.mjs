// `npm start`: from a fresh clone to a running system. Plain Node, no dependency before the install.
import { requireNode } from './node-version.mjs';

requireNode();
// Loaded only now: its syntax is newer than the versions of Node that the check above turns away.
import('./launch-main.mjs').then(({ main }) => main(process.argv.slice(2)));
