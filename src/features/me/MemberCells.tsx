import { useEffect } from 'react'
import type { Member } from '../../auth/member'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { common } from '../../i18n/common'
import { useTexts } from '../../i18n/LanguageProvider'
import { meTexts } from '../../i18n/me'
import { Avatar } from '../../ui/content/Avatar'
import { Card } from '../../ui/content/Card'
import { Cell } from '../../ui/content/Cell'
import { open } from '../navigation/open'
import { shownPhone } from '../phone/bound-phone'
import { offersPhone } from '../phone/offers-phone'
import { useServices } from '../services'

/** The member's profile, number and WeChat, each leading to the page that changes it. */
export const MemberCells = ({ user }: { user: Member }) => {
  const { platform } = useServices()
  const refresh = useWechatAuth((auth) => auth.refresh)
  const texts = useTexts(meTexts)
  const words = useTexts(common)
  const isMissing = user._phone === undefined
  useEffect(() => {
    if (isMissing) void refresh()
  }, [refresh, isMissing])
  const isLinked = Boolean(user.openid)
  const linking = isLinked || platform.client === 'WEB' ? {} : { onTap: () => open('link') }
  return (
    <Card inset="rows">
      <Cell
        id="me-profile"
        label={texts.profile}
        lead={<Avatar src={user.avatar} name={user.nickname || user._username || ''} />}
        value={user.nickname || words.notSet}
        onTap={() => open('profile')}
      />
      {offersPhone() && (
        <Cell
          id="me-phone"
          label={texts.phone}
          value={shownPhone(user, words)}
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
