import { Module } from '@nestjs/common';
import { CasefileModule } from '../../casefile';
import { PeopleModule } from '../../people';
import { DeadlinesModule } from '../../support/deadlines';
import { AgencyInformer } from './agency-informer';
import { AgencyNoticeController } from './agency-notice.controller';
import { AgencyNoticeNotices } from './agency-notice.notices';
import { AgencyNoticeQueries } from './agency-notice.queries';
import { AgencyNoticeService } from './agency-notice.service';
import { CoordinationFacts } from './coordination.facts';
import { FurtherOrdersController } from './further-orders.controller';
import { FurtherOrdersService } from './further-orders.service';
import { ExcludedHolders } from './excluded-holders';
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
  controllers: [
    AgencyNoticeController,
    WorkOrderController,
    OrderSteeringController,
    FurtherOrdersController,
  ],
  providers: [
    AgencyInformer,
    AgencyNoticeNotices,
    AgencyNoticeQueries,
    AgencyNoticeService,
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
    ExcludedHolders,
    WorkOrderNotices,
  ],
  exports: [
    AgencyInformer,
    ExcludedHolders,
    WorkOrderService,
    WorkOrderQueries,
    Numbers,
    OrderIssuer,
    OrderSupport,
    RoutingTable,
  ],
})
export class CoordinationModule {}
