export { ALL_CARDS, cardsOf, type CardSpec } from './home-cards';
export { HomeLists, type RowsOf } from './home-lists';
export { HomeModule } from './home.module';
export { type HomeTask, HomeTasks, LOOKED_AT, type TaskRow } from './home-tasks';
