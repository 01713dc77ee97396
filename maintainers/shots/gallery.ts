import { popup, tap } from './phone-steps'
import { onPhone, type Scene } from './scene'
import { accountScenes } from './scenes/account'
import { homeScenes } from './scenes/home'
import { legalScenes } from './scenes/legal'
import { mailedLinkScenes } from './scenes/mailed-links'
import { linkScenes } from './scenes/link'
import { meScenes } from './scenes/me'
import { notesScenes } from './scenes/notes'
import { phoneScenes } from './scenes/phone'
import { profileScenes } from './scenes/profile'
import { goFromMe } from './scenes/ways'
import { webScenes } from './scenes/web'

const previewScene = onPhone({ settings: { library: '2.27.0' }, whole: true })(
  'preview',
  goFromMe('me-profile'),
  tap('profile-get'),
  popup('open'),
)

/** Every screen in every state. To add one: name it in its area, and say how a person gets there. */
export const gallery: readonly Scene[] = [
  previewScene,
  ...homeScenes,
  ...meScenes,
  ...notesScenes,
  ...profileScenes,
  ...phoneScenes,
  ...linkScenes,
  ...accountScenes,
  ...legalScenes,
  ...webScenes,
  ...mailedLinkScenes,
]
