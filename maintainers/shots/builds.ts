import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  ensureOtherWaysBundle,
  ensureTestBundle,
  ensureTestSite,
  OTHER_WAYS_BUNDLE,
  TEST_BUNDLE,
  TEST_SITE,
} from '../../scripts/build/test-bundle'

/** Folders of the builds in the pictures. */
export interface Builds {
  bundle: string
  otherWays: string
  site: string
  remove: () => Promise<void>
}

/** Builds what is to be seen and copies it aside: another build meanwhile does not change the pictures. */
export const prepareBuilds = async (): Promise<Builds> => {
  await ensureTestBundle()
  await ensureOtherWaysBundle()
  await ensureTestSite()
  const folder = await mkdtemp(join(tmpdir(), 'shots-'))
  const aside = async (from: string, name: string) => {
    const to = join(folder, name)
    await cp(from, to, { recursive: true })
    return to
  }
  return {
    bundle: await aside(TEST_BUNDLE, 'weapp'),
    otherWays: await aside(OTHER_WAYS_BUNDLE, 'other-ways'),
    site: await aside(TEST_SITE, 'h5'),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
