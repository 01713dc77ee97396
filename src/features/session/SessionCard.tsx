import { Text, View } from '@tarojs/components'
import type { GuestReason, Session } from '../../auth/session'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { useTexts } from '../../i18n/LanguageProvider'
import type { Texts } from '../../i18n/texts'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import './SessionCard.scss'

const STATE_TEXT: Record<Session['tag'], keyof Texts> = {
  booting: 'sessionBooting',
  signingIn: 'sessionSigningIn',
  member: 'sessionMember',
  unlinked: 'sessionUnlinked',
  guest: 'sessionGuest',
}

const GUEST_TEXT: Record<GuestReason, keyof Texts> = {
  offline: 'guestOffline',
  refused: 'guestRefused',
  server: 'guestServer',
  signedOut: 'guestSignedOut',
}

/** Who is signed in, and the one thing to do about it. */
export function SessionCard() {
  const { session } = useWechatAuth()
  const texts = useTexts()
  return (
    <Card>
      <View className={`session session-${session.tag}`}>
        <View className="session-row">
          <View className="session-dot" />
          <Text id="session-state" className="session-state">
            {texts[STATE_TEXT[session.tag]]}
          </Text>
        </View>
        <Detail session={session} />
      </View>
    </Card>
  )
}

function Detail({ session }: { session: Session }) {
  const { retry, continueWithWechat } = useWechatAuth()
  const texts = useTexts()
  switch (session.tag) {
    case 'booting':
    case 'signingIn':
      return <View className="session-skeleton" />
    case 'member':
      return (
        <>
          <Text className="session-name">{session.user.nickname || texts.unnamed}</Text>
          <View className="session-note">
            <Text>{texts.userId} </Text>
            <Text id="session-user-id">{session.user.id}</Text>
          </View>
        </>
      )
    case 'unlinked':
      return (
        <>
          <Text className="session-note">{texts.unlinkedLead}</Text>
          <Button id="link-continue" label={texts.continueWithWechat} onTap={continueWithWechat} />
        </>
      )
    case 'guest':
      return (
        <>
          <Text className="session-note">{texts[GUEST_TEXT[session.reason]]}</Text>
          <Button
            id="session-retry"
            label={session.reason === 'signedOut' ? texts.signIn : texts.retry}
            onTap={retry}
          />
        </>
      )
  }
}
