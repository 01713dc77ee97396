import type { Registration } from '../../../wx/ports'
import type { AppConfig } from '../app/app-config'

/**
 * Creates `__wxConfig`, a global that no document of WeChat names and many mini-programs read, to know which version
 * of them runs. Its members are those that public code reads; unproven.
 */
export const createWxConfig = (
  { pages, raw }: Pick<AppConfig, 'pages' | 'raw'>,
  { appid, version }: Pick<Registration, 'appid' | 'version'>,
) => ({
  envVersion: version,
  accountInfo: { appId: appid },
  pages,
  entryPagePath: `${pages[0] ?? ''}.html`,
  ...(raw['tabBar'] === undefined ? {} : { tabBar: raw['tabBar'] }),
})
