import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { AuthProvider } from './auth/AuthProvider'
import { auth, authKit, services } from './compose'
import { rememberedLanguage, rememberLanguage } from './features/language/remembered'
import { ServicesProvider } from './features/services'
import { offerUpdates } from './features/update/offer-updates'
import { chosenLanguage } from './i18n/language'
import { LanguageProvider } from './i18n/LanguageProvider'
import { platform } from './platform'
import { TextScale } from './ui/TextScale'
import './app.scss'

const { storage } = platform
const remembered = rememberedLanguage(storage)
const remember = rememberLanguage(storage)

export default function App({ children }: PropsWithChildren) {
  // Not awaited, by Taro or by us: the first page must not wait for the network.
  useLaunch(() => {
    void auth.launch()
    offerUpdates(chosenLanguage(remembered, platform.language()))
    if (__FEATURES__.privacySheet === 'own' && services.privacyQueue !== undefined) {
      platform.privacy.onNeedConsent(services.privacyQueue.need)
    }
  })

  return (
    <LanguageProvider tag={platform.language()} remembered={remembered} onChoose={remember}>
      <TextScale scale={platform.textScale()}>
        <ServicesProvider services={services}>
          <AuthProvider kit={authKit}>{children}</AuthProvider>
        </ServicesProvider>
      </TextScale>
    </LanguageProvider>
  )
}
