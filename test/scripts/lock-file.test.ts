import { missingPackages } from '../../scripts/lock/missing-packages'
import { platformOf } from '../../scripts/lock/platform-of'

const parent = { version: '2.0.0', optionalDependencies: { 'x-darwin-arm64': '2.0.0' } }

it('a missing package of a lock file is added beside its parent', () => {
  expect(missingPackages({ 'node_modules/x': parent })).toEqual({
    'node_modules/x-darwin-arm64': {
      version: '2.0.0',
      cpu: ['arm64'],
      os: ['darwin'],
      optional: true,
    },
  })
})

it('a missing package of a lock file is added inside its parent where another version stands beside it', () => {
  const taken = { 'node_modules/x': parent, 'node_modules/x-darwin-arm64': { version: '1.0.0' } }
  expect(Object.keys(missingPackages(taken))).toEqual([
    'node_modules/x/node_modules/x-darwin-arm64',
  ])
})

it('a lock file misses no package that it holds, for a nested parent too', () => {
  const packages = {
    'node_modules/y/node_modules/x': parent,
    'node_modules/x-darwin-arm64': { version: '2.0.0' },
  }
  expect(missingPackages(packages)).toEqual({})
})

it('the ranges and packages for every platform are left to npm', () => {
  const others = { fsevents: '~2.3.2', 'x-darwin-x64': '^2.0.0', plain: '1.0.0' }
  expect(missingPackages({ 'node_modules/x': { optionalDependencies: others } })).toEqual({})
})

it.each([
  ['@swc/core-linux-x64-musl', { cpu: ['x64'], libc: ['musl'], os: ['linux'] }],
  ['@swc/core-linux-arm64-gnu', { cpu: ['arm64'], libc: ['glibc'], os: ['linux'] }],
  ['@esbuild/win32-ia32', { cpu: ['ia32'], os: ['win32'] }],
  ['@img/sharp-linux-ppc64', { cpu: ['ppc64'], os: ['linux'] }],
  ['@oxc-parser/binding-wasm32-wasi', { cpu: ['wasm32'] }],
  ['fsevents', {}],
])('the platform of a build of %s is read from its name', (name, platform) => {
  expect(platformOf(name)).toEqual(platform)
})
