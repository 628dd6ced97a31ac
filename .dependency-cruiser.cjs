/** Who may import whom (docs/architecture.md explains why). */
const not = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    not(
      'no-cycles',
      'A cycle hides who depends on whom. Types alone may meet: the generated resolver types know every module.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    not(
      'no-orphans',
      'A file nobody imports is dead, or an entry that is not listed here.',
      {
        orphan: true,
        path: '^(server|client|shared)/',
        pathNot: [
          '^server/main\\.ts$',
          '^server/cli/woordhouder\\.ts$',
          '^server/graphql/mappers\\.ts$',
          '^client/main\\.tsx$',
          '\\.d\\.ts$',
          '\\.graphql$',
          '^client/gql/',
          '\\.css$',
          '\\.html$',
        ],
      },
      {},
    ),
    not('no-missing', 'Every import must resolve.', { pathNot: '^client/gql/' }, { couldNotResolve: true }),
    not(
      'shared-is-pure',
      'shared/ runs on both sides: no library, no Node, nothing of server or client.',
      { path: '^shared/' },
      { pathNot: '^shared/' },
    ),
    not(
      'sides-apart',
      'Server and client meet in shared/ and the SDL only.',
      { path: '^client/' },
      { path: '^server/' },
    ),
    not(
      'sides-apart-back',
      'Server and client meet in shared/ and the SDL only.',
      { path: '^server/' },
      { path: '^client/' },
    ),
    not(
      'no-import-of-tests',
      'Nothing imports tests or benchmarks.',
      { path: '^(server|client|shared)/' },
      { path: '^(test|bench)/' },
    ),
    not(
      'ui-is-a-leaf',
      'ui and lib know no feature.',
      { path: '^client/(ui|lib)/' },
      { path: '^client/(?!ui/|lib/|gql/)' },
    ),
    not(
      'features-apart',
      'routes.tsx composes features; they do not import each other.',
      { path: '^client/features/([^/]+)/' },
      { path: '^client/features/([^/]+)/', pathNot: '^client/features/$1/' },
    ),
    not(
      'modules-through-index',
      'A module is seen through its index.ts only.',
      { path: '^server/modules/([^/]+)/' },
      { path: '^server/modules/[^/]+/', pathNot: ['^server/modules/$1/', '^server/modules/[^/]+/index\\.ts$'] },
    ),
    not(
      'modules-from-outside',
      'A module is seen through its index.ts only.',
      {
        path: '^server/',
        pathNot: [
          '^server/modules/',
          '^server/(app|serve-app|compose-modules|resolvers)\\.ts$',
          '^server/graphql/generated/',
        ],
      },
      { path: '^server/modules/[^/]+/', pathNot: '^server/modules/[^/]+/index\\.ts$' },
    ),
    not(
      'modules-know-the-channel-contract-only',
      'Modules speak to channels through their contract.',
      { path: '^server/modules/' },
      { path: '^server/channels/', pathNot: '^server/channels/(channel|errors)\\.ts$' },
    ),
    not(
      'channels-are-apart',
      'A channel knows no database, module or wiring.',
      { path: '^server/channels/' },
      { path: '^server/(db|modules|graphql|http|jobs|demo)/' },
    ),
    not(
      'channels-apart',
      'Channels do not import each other (meta/ and signature/ and the like are shared parts).',
      { path: '^server/channels/(messenger|whatsapp|x|simulator)/' },
      { path: '^server/channels/(messenger|whatsapp|x|simulator)/', pathNot: '^server/channels/$1/' },
    ),
    not(
      'composition-root',
      'Only the start and the tests put the application together.',
      { path: '^(server|client|shared)/', pathNot: '^server/start-server\\.ts$' },
      { path: '^server/app\\.ts$' },
    ),
    not(
      'wiring-takes-arguments',
      'graphql, http and jobs receive modules and channels; they import only types.',
      { path: '^server/(http|jobs)/' },
      { path: '^server/(modules|channels)/', dependencyTypesNot: ['type-only'] },
    ),
    not(
      'demo-uses-the-api',
      'The demo plays through module APIs.',
      { path: '^server/demo/' },
      { path: '^server/modules/[^/]+/', pathNot: '^server/modules/[^/]+/index\\.ts$' },
    ),
    not(
      'no-dev-packages',
      'What runs in production is a dependency.',
      { path: '^(server|shared)/', pathNot: '^server/graphql/generated/' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '@types/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
