import { Injectable } from '@nestjs/common';
import { CareViews } from './care-views';
import { WatchTimeline } from './watch-timeline';
import { WatchVisitViews } from './watch-visit-views';

/** The parts of a watched child's page that a list leaves out. */
@Injectable()
export class WatchPageParts {
  constructor(
    readonly visits: WatchVisitViews,
    readonly care: CareViews,
    readonly timeline: WatchTimeline,
  ) {}
}
