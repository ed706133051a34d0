import type { INestApplicationContext } from '@nestjs/common';
import type { DataSource } from 'typeorm';

/** What the backend asks of the seeds workspace; it is loaded at run time because seeds depend on the backend, not the reverse. */
export interface SeedPackage {
  stampInstallation(owner: DataSource, kind: 'demo' | 'real' | 'test'): Promise<void>;
  seedReference(owner: DataSource): Promise<void>;
  seedDemoAccounts(owner: DataSource): Promise<void>;
  seedDemoCases(app: INestApplicationContext): Promise<void>;
}

/** Loads the seeds workspace. */
export async function loadSeeds(): Promise<SeedPackage> {
  const name = '@tonghu/seeds';
  return (await import(name)) as SeedPackage;
}
