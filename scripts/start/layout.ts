import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** Which of the parts that can be left out this project has. */
export interface Layout {
  readonly server: boolean
  readonly simulator: boolean
}

/** Looks at the folders of a project; throws a sentence where it is none. */
export const layoutOf = (root = '.'): Layout => {
  const missing = ['src', 'config'].find((folder) => !existsSync(resolve(root, folder)))
  if (missing !== undefined) {
    throw new Error(`The folder "${missing}" is missing: run npm start in the project's folder.`)
  }
  return {
    server: existsSync(resolve(root, 'server/src/main.ts')),
    simulator: existsSync(resolve(root, 'simulator/main.ts')),
  }
}
