import { Injectable } from '@nestjs/common';
import { Places } from '../places';
import { ProposalChecks } from './proposal-checks';
import { WatchExclusions } from './watch-exclusions';
import { WatchPeople } from './watch-people';

/** What a proposal asks of its surroundings: what is sound, who the child is, who must not know, who works there. */
@Injectable()
export class ProposalSupport {
  constructor(
    readonly checks: ProposalChecks,
    readonly people: WatchPeople,
    readonly exclusions: WatchExclusions,
    readonly places: Places,
  ) {}
}
