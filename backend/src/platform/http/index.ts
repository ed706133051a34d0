export * from './allowed-action.response';
export * from './list';
export * from './no-fields.request';
export * from './page.response';
export * from './problem.filter';
export * from './request';
export * from './uuid-param';
export * from './validation.pipe';
