import { defineConfig } from 'eslint/config'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import { importX } from 'eslint-plugin-import-x'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { cycles } from './eslint.cycles.mjs'
import { zones } from './eslint.zones.mjs'

const inSrc = ['src/**/*.{ts,tsx}']
const pureRooms = ['src/auth/**/*.{ts,tsx}', 'src/baas/**/*.ts']
const reactBindings = ['src/auth/use*.ts', 'src/auth/AuthProvider.tsx', 'src/auth/AuthGate.tsx']
const neededByTaro = [
  'src/app.tsx',
  'src/app.config.ts',
  'src/pages/**/index.tsx',
  'src/**/index.config.ts',
  'config/index.ts',
  'config/slim/index.ts',
  '*.config.{ts,mjs}',
  'maintainers/{,foreign/}jest.config.mjs',
  'maintainers/mutate/functions-reporter.mjs',
  'maintainers/mutate/in-given-order.mjs',
  'types/**',
  'test/setup/*.ts',
  'simulator/test/kit/{phones,phones-of-worker}.ts',
  'maintainers/size/hello-world/**',
  'test/kit/foreign-app/**',
  'test/kit/stubs/taro.ts',
]

const declaredFunction = [
  'FunctionDeclaration[generator=false]',
  ':not(ExportDefaultDeclaration > FunctionDeclaration)',
  ':not(ExportNamedDeclaration:has(> TSDeclareFunction) + ExportNamedDeclaration > FunctionDeclaration)',
].join('')

const functionForm = {
  selector: declaredFunction,
  message:
    'Write a function as a constant arrow; generators, overloads and default exports are free.',
}

const tabByNumber = {
  selector: 'CallExpression[callee.property.name="tapTab"] > Literal[raw=/^\\d+$/]',
  message: 'Name the tab by its page: a tab in the middle moves those behind it.',
}

export default defineConfig([
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '.cache/',
      '.data/',
      'coverage/',
      // Mini-programs of other people, as they were written.
      'simulator/test/foreign/tiny/',
      'maintainers/frameworks/*/',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    plugins: { 'import-x': importX, cycles },
    settings: {
      'import-x/resolver-next': [
        createTypeScriptImportResolver({
          project: [
            'src/tsconfig.json',
            'tsconfig.json',
            'server/tsconfig.json',
            'simulator/tsconfig.json',
          ],
          noWarnOnMultipleProjects: true,
          extensions: ['.weapp.ts', '.weapp.tsx', '.ts', '.tsx', '.mjs', '.js', '.json'],
        }),
      ],
    },
    rules: {
      'cycles/no-circle': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-default-export': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      'no-console': 'error',
      'no-restricted-syntax': ['error', functionForm],
      eqeqeq: 'error',
      curly: ['error', 'multi-line'],
      'import-x/no-duplicates': ['error', { 'prefer-inline': true }],
      '@typescript-eslint/consistent-type-definitions': 'error',
      '@typescript-eslint/method-signature-style': 'error',
    },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', functionForm, tabByNumber] },
  },
  {
    // A promise that nothing waits for fails without a trace.
    files: pureRooms,
    languageOptions: { parserOptions: { projectService: true } },
    rules: { '@typescript-eslint/no-floating-promises': 'error' },
  },
  {
    files: ['server/src/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          // Drizzle's statements are thenables: without a wait they are never sent. Fastify's own need none.
          checkThenables: true,
          allowForKnownSafePromises: [
            { from: 'package', package: 'fastify', name: ['FastifyReply', 'FastifyInstance'] },
          ],
        },
      ],
    },
  },
  { files: neededByTaro, rules: { 'import-x/no-default-export': 'off' } },
  {
    files: ['babel.config.js', 'config/slim/edit-loader.js', 'simulator/probe/app/**/*.js'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: inSrc,
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    // Shells for code of vendors' SDKs speak to the vendors' globals.
    ignores: ['src/platform/**', 'src/compat/**', 'src/tianmu/**', ...pureRooms],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@tarojs/taro',
              importNames: ['default'],
              message:
                'Only src/platform calls Taro: there every call has a deadline, and decoration may fail. Hooks are free.',
            },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'wx', message: 'Only src/platform calls WeChat.' },
      ],
    },
  },
  {
    files: pureRooms,
    ignores: reactBindings,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'zustand', message: 'Use zustand/vanilla here: this room knows no React.' },
          ],
          patterns: [
            {
              group: ['react', 'react-dom', 'react/*', '@tarojs/*'],
              message: 'auth and baas know neither React nor Taro; use a port.',
            },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        ...['wx', 'window', 'document', 'localStorage', 'fetch', 'setTimeout', 'Date'].map(
          (name) => ({
            name,
            message: 'auth and baas reach the outside only through ports.',
          }),
        ),
      ],
    },
  },
])
