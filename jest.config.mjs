import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// Jest's <rootDir> in a pattern would be a part of the pattern: in the folder "tea-shop (1)" it matches nothing.
const ROOT = fileURLToPath(new URL('.', import.meta.url)).replaceAll('\\', '/')

/** A pattern of files of this project, whatever its folder is called. @param {string} pattern */
export const filesIn = (pattern) => `${ROOT.replace(/[^\w/.:-]/g, '?')}${pattern}`

/** A regular expression for a folder of this project, likewise. @param {string} folder */
export const folderIn = (folder) => `${ROOT}${folder}/`.replace(/[.*+?^${}()|[\]]/g, '\\$&')

/** @type {import('jest').Config['transform']} */
export const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
        target: 'es2022',
      },
    },
  ],
}

// PGlite loads its WebAssembly through import(), which Jest's module sandbox cannot run: compile it to require().
const withPGlite = {
  transform: {
    ...transform,
    '/@electric-sql/.+\\.c?js$': [
      '@swc/jest',
      { jsc: { target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!@electric-sql/)'],
}

// A sandbox of Jest's would load jsdom's five hundred modules, and a compiler in WebAssembly, anew for every test file.
const withPhones = {
  testEnvironment: '<rootDir>/simulator/test/kit/phones.ts',
  moduleNameMapper: {
    '^jsdom$': '<rootDir>/simulator/test/kit/jsdom.ts',
    '^glass-easel-template-compiler$': '<rootDir>/simulator/test/kit/template-compiler.ts',
  },
}

// Builds hold package.json files of their own, which Jest would take for modules of ours.
const modulePathIgnorePatterns = ['.cache', 'dist'].map(folderIn)

/** @param {string} displayName @param {string} folder */
export const inNode = (displayName, folder) => ({
  displayName,
  testEnvironment: 'node',
  testMatch: [filesIn(`${folder}/**/*.test.ts`)],
  modulePathIgnorePatterns,
  transform,
})

// Tests of what is drawn are .tsx and have a page; all others run in Node, which starts in half the time.
const app = {
  displayName: 'app',
  modulePathIgnorePatterns,
  // Names the build puts values in place of (config/constants.ts).
  globals: {
    __SETTINGS__: {},
    __FEATURES__: {
      phone: 'oneTap',
      sms: true,
      smsCountries: [{ code: 'CN', calling: '86', zh: '中国', en: 'China' }],
      profileButton: 'whereAnswered',
      profileWriter: 'client',
      profileSync: 'setnx',
      profileOffer: 'first',
      profileDesc: '用于展示你的头像和昵称',
      profileDescEn: 'To show your picture and name',
      privacySheet: 'official',
      wxBaas: false,
      tianmu: false,
    },
    __TARGET__: 'weapp',
    __DEVELOPMENT__: true,
  },
  moduleNameMapper: {
    '^@tarojs/taro$': '<rootDir>/test/kit/stubs/taro.ts',
    '^@tarojs/components$': '<rootDir>/test/kit/stubs/components.tsx',
    '\\.scss$': '<rootDir>/test/kit/stubs/style.ts',
  },
  transform,
}

// The app, the backend and WeChat together.
const together = [
  {
    ...inNode('contract', 'test/contract'),
    globalSetup: '<rootDir>/test/setup/contract.ts',
    globalTeardown: '<rootDir>/test/setup/contract-end.ts',
  },
  {
    ...inNode('bundle', 'test/e2e'),
    globalSetup: '<rootDir>/test/setup/bundle.ts',
    globalTeardown: '<rootDir>/test/setup/bundle-end.ts',
    testEnvironment: '<rootDir>/simulator/test/kit/phones-of-worker.ts',
    moduleNameMapper: {
      '/simulator/index$': '<rootDir>/simulator/test/kit/simulator-of-worker.cjs',
    },
  },
]

/**
 * What tests folders that a project may do without, where it has them.
 * @template Project
 * @param {readonly string[]} folders @param {readonly Project[]} projects
 */
const inFolders = (folders, projects) =>
  folders.every((folder) => existsSync(new URL(folder, import.meta.url))) ? projects : []

/** @type {import('jest').Config} */
const config = {
  // Databases and builds start inside hooks; on a busy machine they take longer than Jest's five seconds.
  testTimeout: 60_000,
  // Jest leaves one core free by default: on a machine of two that is half of it, while many a test waits for a
  // process.
  maxWorkers: '100%',
  // A worker's heap grows by 20 MB a file, and one of gigabytes collects garbage most of its time.
  workerIdleMemoryLimit: '800MB',
  projects: [
    { ...app, testEnvironment: 'jsdom', testMatch: [filesIn('test/unit/**/*.test.tsx')] },
    { ...app, testEnvironment: 'node', testMatch: [filesIn('test/unit/**/*.test.ts')] },
    inNode('scripts', 'test/scripts'),
    ...inFolders(['server'], [{ ...inNode('server', 'server/test'), ...withPGlite }]),
    ...inFolders(['simulator'], [{ ...inNode('simulator', 'simulator/test'), ...withPhones }]),
    ...inFolders(['server', 'simulator'], together),
  ],
}

export default config
