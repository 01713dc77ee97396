import { Text, View } from '@tarojs/components'
import type { Member } from '../../auth/member'
import { common } from '../../i18n/common'
import { useTexts } from '../../i18n/LanguageProvider'
import { sessionTexts } from '../../i18n/session'
import { Button } from '../../ui/form/Button'
import { open } from '../navigation/open'
import { useServices } from '../services'
import { mayOffer, rememberAnswer } from '../profile/last-answer'

/** The member by name and number, and what was left half done. Their picture is on Me. */
export const MemberDetail = ({ user }: { user: Member }) => {
  const { client, storage, clock } = useServices().platform
  const texts = useTexts(sessionTexts)
  const { unnamed } = useTexts(common)
  // They are signed in to their account, but this WeChat does not open it yet: the app was killed, or a text message signed in.
  const isHalfway = client === 'WECHAT' && !user.openid
  const isOffered =
    user.nickname === '' && mayOffer(storage, user.id, __FEATURES__.profileOffer, clock.now())
  const fillIn = () => {
    rememberAnswer(storage, clock.now())
    open('profile')
  }
  return (
    <>
      <View className="session-names">
        <Text id="session-name" className="text-lead">
          {user.nickname || user._username || unnamed}
        </Text>
        <View className="text-caption">
          <Text>{texts.userId} </Text>
          <Text id="session-user-id">{user.public_id || user.id}</Text>
        </View>
      </View>
      {isHalfway && (
        <>
          <Text className="text-note">{texts.finishLinkingLead}</Text>
          <Button id="link-resume" label={texts.finishLinking} onTap={() => open('link')} />
        </>
      )}
      {isOffered && <Button id="profile-offer" label={texts.fillIn} look="plain" onTap={fillIn} />}
    </>
  )
}
