import type { Compilation, Compiler, Module } from 'webpack'
import { SharedCode } from '../../../config/shared-code'

/** Whether a module is shared that these chunks hold, in an app with the sub-packages `pages/a` and `pages/b`. */
const isShared = (...names: string[]) => {
  const shared = new SharedCode(() => ['pages/a', 'pages/b'])
  const chunkGraph = { getModuleChunksIterable: () => names.map((name) => ({ name })) }
  shared.apply({
    hooks: {
      thisCompilation: {
        tap: (_name: string, start: (compilation: Compilation) => void) =>
          start({ chunkGraph } as unknown as Compilation),
      },
    },
  } as unknown as Compiler)
  return shared.isShared({} as Module)
}

describe('a module of the weapp build', () => {
  it.each([
    ['pages of two sub-packages', ['pages/a/index', 'pages/b/index'], true],
    [
      'a page of a sub-package and a page of the main one',
      ['pages/a/index', 'pages/me/index'],
      true,
    ],
    ['two pages of one sub-package', ['pages/a/index', 'pages/a/deep/index'], false],
    ['sub-packages of which one begins like the other', ['pages/a/index', 'pages/ab/index'], true],
  ])('a module that %s hold goes into the main package: %s', (_, names, expected) => {
    expect(isShared(...names)).toBe(expected)
  })
})
