/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Modules that need each other are one module.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-is-pure',
      comment: 'The domain decides; it knows zod and itself, nothing of AWS, HTTP, storage or time.',
      severity: 'error',
      from: { path: '^shared/domain/' },
      to: { pathNot: ['^shared/domain/', '^node_modules/zod/'] },
    },
    {
      name: 'exchange-knows-the-domain',
      comment: 'Messages are made of domain words; they know nothing of tables, HTTP or functions.',
      severity: 'error',
      from: { path: '^shared/exchange/' },
      to: { path: ['^shared/(data|http|lambda)/', '^functions/', '^infra/', '^console/'] },
    },
    {
      name: 'shared-knows-no-function',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: ['^functions/', '^infra/', '^console/', '^tests/', '^scripts/'] },
    },
    {
      name: 'functions-know-shared-only',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: ['^infra/', '^console/', '^tests/', '^scripts/'] },
    },
    {
      name: 'infra-reads-the-catalogue',
      comment: 'Infrastructure is derived from the catalogue; the embedded runtime loads handlers by its names.',
      severity: 'error',
      from: { path: '^infra/' },
      to: { path: '^functions/', pathNot: '^functions/(catalog|catalog-types)\\.ts$' },
    },
    {
      name: 'nobody-imports-infra',
      severity: 'error',
      from: { pathNot: ['^infra/', '^tests/', '^scripts/'] },
      to: { path: '^infra/' },
    },
    {
      name: 'command-line-knows-the-api-only',
      comment: 'What the command line does, anybody can do over HTTP: it knows the contracts and the words in them.',
      severity: 'error',
      from: { path: '^cli/' },
      to: {
        path: ['^(functions|infra|console|tests|scripts)/', '^shared/(data|exchange|lambda)/'],
        pathNot: '^scripts/start\\.mjs$',
      },
    },
    {
      name: 'nobody-imports-the-command-line',
      severity: 'error',
      from: { pathNot: ['^cli/', '^tests/'] },
      to: { path: '^cli/' },
    },
    {
      name: 'console-knows-the-api-only',
      comment: 'What the console does, anybody can do over HTTP: it knows the contracts, and the words of the domain.',
      severity: 'error',
      from: { path: '^console/src/' },
      to: {
        path: ['^(functions|infra|cli|tests|scripts)/', '^shared/(data|exchange|lambda|files|spreadsheet|sourcing)/'],
      },
    },
    {
      name: 'no-test-code-in-production',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-package-on-lambda',
      severity: 'error',
      from: { path: '^(functions|shared)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
