// Unit specs sit beside the pure files; everything that needs a database lives under test/ and has its own projects.
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
    module: { type: 'commonjs' },
  },
];
const base = {
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': swc },
  moduleFileExtensions: ['ts', 'js', 'json', 'node'],
  moduleNameMapper: {
    '^@tonghu/backend/(.*)$': '<rootDir>/backend/src/$1',
    '^@tonghu/seeds$': '<rootDir>/seeds/index.ts',
    '^@tonghu/seeds/(.*)$': '<rootDir>/seeds/$1',
  },
};
const project = (name, testMatch, extra = {}) => ({ ...base, displayName: name, testMatch, ...extra });
const db = {
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
};

module.exports = {
  projects: [
    project('unit', [
      '<rootDir>/backend/src/**/*.spec.ts',
      '<rootDir>/seeds/**/*.spec.ts',
      '<rootDir>/admin-ui/src/**/*.spec.ts',
    ]),
    project('architecture', ['<rootDir>/test/architecture/**/*.spec.ts']),
    project('integration', ['<rootDir>/test/integration/**/*.int-spec.ts'], db),
    project('access', ['<rootDir>/test/access/**/*.int-spec.ts'], db),
    project('workflows', ['<rootDir>/test/workflows/**/*.{int-spec,spec}.ts'], db),
    project('reliability', ['<rootDir>/test/reliability/**/*.int-spec.ts'], db),
    project('browser', ['<rootDir>/test/console/**/*.e2e-spec.ts'], {
      ...db,
      globalSetup: '<rootDir>/test/support/browser-setup.ts',
    }),
  ],
};
