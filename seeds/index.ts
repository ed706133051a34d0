export { DEMO_PASSWORD } from './accounts/password';
export { seedDemoAccounts, seedTestDistrict } from './accounts/seed-accounts';
export { getInstallationKind, type InstallationKind, stampInstallation } from './installation';
export { seedReference } from './seed-reference';
export { seedDemoCases } from './demo/cases';
