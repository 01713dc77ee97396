import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  ensureOwnSheetBundle,
  ensureTestBundle,
  ensureTestSite,
  OWN_SHEET_BUNDLE,
  TEST_BUNDLE,
  TEST_SITE,
} from '../build/test-bundle'

/** Folders of the builds in the pictures. */
export interface Builds {
  bundle: string
  ownSheet: string
  site: string
  remove(): Promise<void>
}

/** Builds what is to be seen and copies it aside: whoever builds again meanwhile does not change the pictures. */
export const prepareBuilds = async (): Promise<Builds> => {
  await ensureTestBundle()
  await ensureOwnSheetBundle()
  await ensureTestSite()
  const folder = await mkdtemp(join(tmpdir(), 'shots-'))
  const aside = async (from: string, name: string) => {
    const to = join(folder, name)
    await cp(from, to, { recursive: true })
    return to
  }
  return {
    bundle: await aside(TEST_BUNDLE, 'weapp'),
    ownSheet: await aside(OWN_SHEET_BUNDLE, 'own-sheet'),
    site: await aside(TEST_SITE, 'h5'),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
