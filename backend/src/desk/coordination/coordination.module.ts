import { Module } from '@nestjs/common';
import { CasefileModule } from '../../casefile';
import { PeopleModule } from '../../people';
import { DeadlinesModule } from '../../support/deadlines';
import { CoordinationFacts } from './coordination.facts';
import { FurtherOrdersController } from './further-orders.controller';
import { FurtherOrdersService } from './further-orders.service';
import { Numbers } from './numbers';
import { OrderAttachments } from './order-attachments';
import { OrderCommands } from './order-commands';
import { OrderIssuer } from './order-issuer';
import { OrderOffers } from './order-offers';
import { OrderSteeringController } from './order-steering.controller';
import { OrderSteeringService } from './order-steering.service';
import { OrderSupport } from './order-support';
import { OrderViews } from './order-views';
import { RoutingTable } from './routing-table';
import { WorkOrderController } from './work-order.controller';
import { WorkOrderNotices } from './work-order.notices';
import { WorkOrderQueries } from './work-order.queries';
import { WorkOrderService } from './work-order.service';

@Module({
  imports: [CasefileModule, PeopleModule, DeadlinesModule],
  controllers: [WorkOrderController, OrderSteeringController, FurtherOrdersController],
  providers: [
    Numbers,
    OrderAttachments,
    OrderCommands,
    OrderSteeringService,
    OrderIssuer,
    OrderOffers,
    FurtherOrdersService,
    OrderSupport,
    OrderViews,
    RoutingTable,
    WorkOrderService,
    WorkOrderQueries,
    CoordinationFacts,
    WorkOrderNotices,
  ],
  exports: [WorkOrderService, WorkOrderQueries, Numbers, OrderIssuer, OrderSupport, RoutingTable],
})
export class CoordinationModule {}
