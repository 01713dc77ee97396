import type { User } from '../../baas/user'
import { formTexts } from '../../i18n/forms'
import { useTexts } from '../../i18n/LanguageProvider'
import { refusalTexts } from '../../i18n/refusals'
import { NameForm } from './NameForm'

/** Sets the name somebody signs in with on the web. */
export function UsernameForm({ user }: { user: User }) {
  return (
    <NameForm
      user={user}
      name="username"
      hint={useTexts(refusalTexts).username_malformed}
      done={useTexts(formTexts).saved}
      save={(current, username) => current.setUsername(username)}
    />
  )
}
