import type { User } from '../../baas/user'
import { common } from '../../i18n/common'
import { useTexts } from '../../i18n/LanguageProvider'
import { meTexts } from '../../i18n/me'
import { Card } from '../../ui/Card'
import { Cell } from '../../ui/Cell'
import { open } from '../navigation/open'
import { maskPhone } from '../phone/mask'
import { useServices } from '../services'

/** What the member has, and the way to change each. */
export function MemberCells({ user }: { user: User }) {
  const { platform } = useServices()
  const texts = useTexts(meTexts)
  const { notSet, unnamed } = useTexts(common)
  const isLinked = Boolean(user.openid)
  const linking = isLinked || platform.client === 'WEB' ? {} : { onTap: () => open('link') }
  return (
    <Card inset="rows">
      <Cell
        id="me-profile"
        label={texts.profile}
        value={user.nickname || unnamed}
        onTap={() => open('profile')}
      />
      {(__FEATURES__.phone !== 'off' || __FEATURES__.sms) && (
        <Cell
          id="me-phone"
          label={texts.phone}
          value={user._phone ? maskPhone(user._phone) : notSet}
          onTap={() => open('phone')}
        />
      )}
      <Cell
        id="me-link"
        label={texts.link}
        value={isLinked ? texts.linked : texts.notLinked}
        {...linking}
      />
      <Cell id="me-account" label={texts.account} onTap={() => open('account')} />
    </Card>
  )
}
