import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { AuthProvider } from './auth/AuthProvider'
import { auth, authKit } from './compose'
import { LanguageProvider } from './i18n/LanguageProvider'
import { platform } from './platform'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  // Not awaited, by Taro or by us: the first page must not wait for the network.
  useLaunch(() => {
    void auth.launch()
  })

  return (
    <LanguageProvider tag={platform.language()}>
      <AuthProvider kit={authKit}>{children}</AuthProvider>
    </LanguageProvider>
  )
}
