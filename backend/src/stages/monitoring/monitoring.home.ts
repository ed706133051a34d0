import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HomeLists } from '../../desk/home';
import { watchListRows } from './watch/watch-filters';

/** What monitoring puts on home pages: the lists its cards count. */
@Injectable()
export class MonitoringHome implements OnModuleInit {
  constructor(private readonly lists: HomeLists) {}

  onModuleInit(): void {
    this.lists.register('watch-items', watchListRows);
  }
}
