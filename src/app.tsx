import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { AuthProvider } from './auth/AuthProvider'
import { auth, authKit, services } from './compose'
import { rememberedLanguage, rememberLanguage } from './features/language/remembered'
import { ServicesProvider } from './features/services'
import { onPageFailed, open } from './features/navigation/open'
import { TAB_NAMES } from './features/navigation/routes'
import { offerUpdates } from './features/update/offer-updates'
import { common } from './i18n/common'
import { chosenLanguage, type Language } from './i18n/language'
import { LanguageProvider } from './i18n/LanguageProvider'
import { tabTexts } from './i18n/tabs'
import { webTexts } from './i18n/web'
import { platform } from './platform'
import { showToast } from './platform/bars'
import { declareLanguage, mendBrowser } from './platform/browser'
import { onPageNotFound } from './platform/page-not-found'
import { TextScale } from './ui/page/TextScale'
import './app.scss'

const { storage } = platform
const remembered = rememberedLanguage(storage)
const remember = rememberLanguage(storage)

// That of the pages: the phone's may change while they are open, and a choice in another tab is that tab's.
let language = chosenLanguage(remembered, platform.language())
const words = () => common[language]
const speak = (spoken: Language) => {
  language = spoken
  declareLanguage(spoken)
}

// Before the first page: it may be the one that is not there.
onPageFailed(() => showToast(words().pageFailed))
onPageNotFound(() => {
  open('home')
  showToast(words().pageUnknown)
})

if (__TARGET__ === 'h5') {
  // Before the first frame, which is drawn before React's effects run.
  declareLanguage(language)
  mendBrowser({
    scriptLost: () => ({ text: webTexts[language].scriptLost, retry: words().retry }),
    tabs: () => TAB_NAMES.map((name) => tabTexts[language][name]),
  })
}

export default function App({ children }: PropsWithChildren) {
  // Not awaited, by Taro or by us: the first page must not wait for the network.
  useLaunch(() => {
    void auth.launch()
    offerUpdates(() => language)
    if (__FEATURES__.privacySheet === 'own' && services.privacyQueue !== undefined) {
      platform.privacy.onNeedConsent(services.privacyQueue.need)
    }
  })

  return (
    <LanguageProvider
      tag={platform.language()}
      remembered={remembered}
      onChoose={remember}
      onLanguage={speak}
    >
      <TextScale scale={platform.textScale()}>
        <ServicesProvider services={services}>
          <AuthProvider kit={authKit}>{children}</AuthProvider>
        </ServicesProvider>
      </TextScale>
    </LanguageProvider>
  )
}
