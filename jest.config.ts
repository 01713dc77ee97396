import type { Config } from 'jest'

const transform = {
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
} satisfies Config['transform']

const inNode = (displayName: string, folder: string) => ({
  displayName,
  testEnvironment: 'node',
  testMatch: [`<rootDir>/${folder}/**/*.test.ts`],
  transform,
})

const config: Config = {
  projects: [
    inNode('server', 'server/test'),
    inNode('simulator', 'simulator/test'),
    {
      displayName: 'app',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/test/unit/**/*.test.{ts,tsx}'],
      transform,
    },
    inNode('contract', 'test/contract'),
    inNode('bundle', 'test/e2e'),
  ],
}

export default config
