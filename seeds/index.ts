export { DEMO_PASSWORD, seedDemoAccounts, seedTestDistrict } from './accounts/seed-accounts';
export {
  demoFamilies,
  type DemoChild,
  type DemoFamily,
  type DemoGuardian,
  type DemoPerson,
} from './demo/people';
export { getInstallationKind, type InstallationKind, stampInstallation } from './installation';
export { seedReference } from './seed-reference';
export { seedDemoCases } from './demo/cases';
