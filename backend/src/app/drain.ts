import { Injectable } from '@nestjs/common';

/** Whether this process is on its way out: readiness says no before the first connection is refused. */
@Injectable()
export class Drain {
  isDraining = false;
}
