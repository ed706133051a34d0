export * from './clock';
export * from './clock-mover';
export * from './column';
export * from './data-source';
export * from './database';
export * from './databases';
export * from './tx';
export * from './visibility';
