import { useDidShow } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { useTexts } from '../../i18n/LanguageProvider'
import { tabTexts } from '../../i18n/tabs'
import { webTexts } from '../../i18n/web'
import { decorate } from '../../platform/decorate'
import { forgetLostScript } from '../../platform/lost-script.h5'
import { navigation } from '../../platform/navigation'
import type { PageProps } from './page.types'
import { scaleStyle } from './scale-style'
import { Tappable } from '../content/Tappable'
import { useTextScale } from './TextScale'
import { useNoticesInView } from './use-notices-in-view.h5'
import { useOwnClicks } from './use-own-clicks.h5'
import { usePageFocus } from './use-page-focus.h5'
import { useTitle } from './use-title'
import './type.scss'
import './Page.scss'
import './Page.h5.scss'

// When the other page does not open, this one stays, and its button has to work again.
const home = () => decorate(() => navigation.switchTab('/pages/home/index'))
let isLeaving = false
/** The second of two quick clicks would lead another page back. */
const goBack = () => {
  if (isLeaving) return
  isLeaving = true
  decorate(() =>
    navigation.back().finally(() => {
      isLeaving = false
    }),
  )
}

/** The frame of every page. A browser has no bar of WeChat's: the title stands here, and so does the way back. */
export const Page = ({ title, hero, lead, kind, children }: PageProps) => {
  const [isFirst, setFirst] = useState(true)
  const { back } = useTexts(webTexts)
  const tabs = useTexts(tabTexts)
  const page = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useNoticesInView(page)
  const onFocus = usePageFocus(heading)
  const onClick = useOwnClicks()
  useTitle(title)
  useDidShow(() => {
    setFirst(navigation.depth() < 2)
    forgetLostScript()
  })
  return (
    <main
      className="type page"
      style={scaleStyle(useTextScale())}
      onFocus={onFocus}
      onClickCapture={onClick}
      ref={page}
    >
      <header className="page-head">
        {kind !== 'tab' && (
          <Tappable
            id="page-back"
            className="page-back"
            label={isFirst ? tabs.home : back}
            onTap={isFirst ? home : goBack}
          >
            {`‹ ${isFirst ? tabs.home : back}`}
          </Tappable>
        )}
        <h1 className="page-title" tabIndex={-1} ref={heading}>
          {hero ?? title}
        </h1>
        {lead !== undefined && <p className="page-lead">{lead}</p>}
      </header>
      {children}
    </main>
  )
}
