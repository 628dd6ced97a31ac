import js from '@eslint/js';
import graphql from '@graphql-eslint/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { own } from './scripts/lint/own-rules.mjs';

const sizes = {
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
  complexity: ['error', 12],
  'max-params': ['error', 4],
};

const presentMoment = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The present enters as an argument or a clock; only server/clock.ts reads it.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The present enters as an argument or a clock; only server/clock.ts reads it.',
  },
];

const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only server/config.ts knows the environment; pass the parsed configuration down.',
};

const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only (config files excepted).',
};

const nodeGlobals = Object.fromEntries(
  [
    ...['process', 'console', 'Buffer', 'URL', 'AbortSignal', 'AbortController', 'performance', 'fetch'],
    ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'module', 'require', '__dirname'],
  ].map((name) => [name, 'readonly']),
);

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      '.venv/',
      '.data/',
      'dist/',
      'coverage/',
      'test-results/',
      'client/gql/',
      'server/graphql/generated/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,cjs,mjs}'],
    extends: [js.configs.recommended],
    languageOptions: { globals: nodeGlobals },
    rules: sizes,
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [js.configs.recommended, ...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { own },
    rules: {
      ...sizes,
      'no-restricted-syntax': ['error', ...presentMoment, environment, defaultExport],
      'own/file-name': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      // Our objects are closures: a method taken out of one still works.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  { files: ['client/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  {
    files: ['client/**/*.tsx'],
    rules: {
      // A component is one function with its markup; its logic is still held by `complexity`.
      'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    // Lists of what there is: long because there is much, with nothing decided in them.
    files: ['server/compose-modules.ts', 'server/serve-app.ts', 'server/app.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 150, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['server/config.ts', 'server/main.ts'],
    rules: { 'no-restricted-syntax': ['error', ...presentMoment, defaultExport] },
  },
  // PATH and the child's environment are the machine's, not our configuration.
  {
    files: ['server/db/embedded/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...presentMoment, defaultExport] },
  },
  { files: ['server/clock.ts'], rules: { 'no-restricted-syntax': ['error', environment, defaultExport] } },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['test/e2e/**/*.ts', 'test/support/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...presentMoment, defaultExport] },
  },
  { files: ['**/*.data.ts'], rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' } },
  { files: ['*.config.ts', 'codegen.ts'], rules: { 'no-restricted-syntax': ['error', ...presentMoment] } },
  {
    files: ['server/**/*.graphql'],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: {
        graphQLConfig: { schema: ['server/graphql/base.graphql', 'server/modules/*/schema.graphql'] },
      },
    },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      '@graphql-eslint/require-description': [
        'error',
        { types: true, rootField: true, FieldDefinition: true, InputValueDefinition: false },
      ],
      '@graphql-eslint/naming-convention': [
        'error',
        {
          types: 'PascalCase',
          FieldDefinition: 'camelCase',
          InputValueDefinition: 'camelCase',
          Argument: 'camelCase',
          EnumValueDefinition: 'camelCase',
          'ObjectTypeDefinition[name.value=/^(Promise|Map|Event|Error)$/]': { forbiddenPatterns: [/./] },
        },
      ],
      '@graphql-eslint/no-duplicate-fields': 'off',
      '@graphql-eslint/unique-type-names': 'off',
    },
  },
);
