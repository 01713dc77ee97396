import config, { filesIn } from './jest.config.mjs'

/** What runs while one works, by project: all of its tests, or some. `npx jest` runs everything. */
const QUICK = {
  app: 'all',
  scripts: 'all',
  server: [
    'accounts/sign-in/registration',
    'accounts/wechat/linking',
    'accounts/wechat/silent-login',
    'sessions/sessions',
    'modules/**/*',
  ].map((name) => filesIn(`server/test/${name}.test.ts`)),
}

// What is named on the command line runs, wherever it lies.
const isNamed = process.argv.some((word) => /^(\.[\\/])?(server|simulator|test)[\\/]/.test(word))

/** @type {import('jest').Config} */
const quick = {
  ...config,
  projects: config.projects.flatMap((project) => {
    const tests = QUICK[project.displayName]
    if (tests === undefined) return []
    return [tests === 'all' ? project : { ...project, testMatch: tests }]
  }),
}

export default isNamed ? config : quick
