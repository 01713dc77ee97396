import type { Act } from './arguments'
import type { MiniprogramCi } from './ci'
import { failureSentence } from './failure'
import type { Version } from './version'

/** One upload or preview. */
export interface Sending {
  readonly root: string
  readonly act: Act
  readonly appid: string
  readonly keyPath: string
  readonly robot: number
  readonly version: Version
}

// The build has done all of this: WeChat would only do it again, with older tools.
const SETTING = { es6: false, es7: false, minify: false, autoPrefixWXSS: false }

/** Sends dist/weapp to WeChat; rejects with one sentence when WeChat or the network refuses. */
export const send = async (
  ci: MiniprogramCi,
  { root, act, appid, keyPath, robot, version: { version, message: desc } }: Sending,
): Promise<void> => {
  try {
    const project = new ci.Project({
      appid,
      type: 'miniProgram',
      projectPath: root,
      privateKeyPath: keyPath,
      ignores: ['node_modules/**/*'],
    })
    const sent = {
      project,
      version,
      desc,
      robot,
      setting: SETTING,
      onProgressUpdate: () => undefined,
    }
    if (act === 'upload') await ci.upload(sent)
    else await ci.preview({ ...sent, qrcodeFormat: 'terminal' })
  } catch (error) {
    throw new Error(failureSentence(error))
  }
}
