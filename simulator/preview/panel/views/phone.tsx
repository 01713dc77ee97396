import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { PreviewModel, PreviewView } from '../model/model'
import type { Device } from '../../../wx/phone/device'
import { DEVICES } from '../model/devices'
import type { Texts } from '../texts/zh'
import { NavigationBar, StatusBar, TabBar } from './bars'
import { Feedback } from './feedback'
import { Popup } from './popup'
import { Menu } from './menu'
import { NicknameBar } from './nickname-bar'
import { Placeholder } from './placeholder'
import { Problems } from './problems'

/** What is around the screen: the bezel, and the page's header and margins. */
const BEZEL = 24
const AROUND = 56 + 48

const TAB_BAR = 49

/** How much the screen must shrink for all of it to be seen: to a whole number of pixels, or its edges blur. */
const fitting = ({ width, height }: Device['screen']) => {
  const scale = Math.min(1, Math.max(0.6, (window.innerHeight - AROUND - BEZEL) / height))
  return Math.floor(width * scale) / width
}

const useFit = (screen: Device['screen']) => {
  const [scale, setScale] = useState(() => fitting(screen))
  useEffect(() => {
    const fit = () => setScale(fitting(screen))
    fit()
    window.addEventListener('resize', fit)
    return () => window.removeEventListener('resize', fit)
  }, [screen])
  return scale
}

interface Props {
  model: PreviewModel
  view: PreviewView
  texts: Texts
}

/** The phone: WeChat's bars around the page, and whatever WeChat lays over it. */
export const Phone = ({ model, view, texts }: Props) => {
  const { settings, frame, screen, question, fillNickname, bundle, app } = view
  const device = DEVICES[settings.device].screen
  const { width, height, statusBar, safeBottom } = device
  const scale = useFit(device)
  const slot = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (slot.current !== null && model.element.parentNode !== slot.current) {
      slot.current.append(model.element)
    }
  }, [model])

  const covered = question !== undefined || view.menu === 'open' || app === 'background'
  const untouchable = covered || screen.loading?.mask === true
  // Before the popup returns the cursor: what is inert cannot take it.
  useLayoutEffect(() => {
    model.element.inert = untouchable
  }, [model, untouchable])

  const custom = frame?.bars.navigation.style === 'custom'
  const tabs = frame?.onTab === true && frame.bars.tabs.drawnBy === 'wechat' && screen.tabBar.shown
  const bar = { model, view, texts, covered }

  return (
    <main class="phone-place" aria-label={texts.phoneScreen}>
      <div
        class={`phone phone-${settings.device} ${settings.theme}`}
        lang={settings.language === 'zh' ? 'zh-CN' : 'en'}
      >
        <div class="glass" style={{ width: width * scale, height: Math.floor(height * scale) }}>
          <div id="screen" class="screen" style={{ width, height, transform: `scale(${scale})` }}>
            <StatusBar view={view} height={statusBar} />
            {!custom && <NavigationBar {...bar} top={statusBar} />}
            <div
              class="webview-slot"
              ref={slot}
              style={{ paddingTop: custom ? 0 : statusBar + 44 }}
            />
            {tabs && <TabBar {...bar} bottom={safeBottom} />}
            {frame === undefined && (
              <Placeholder bundle={bundle} problem={view.problems[0]} texts={texts} />
            )}
            {bundle.kind === 'running' && (
              <Problems
                key={bundle.at}
                problems={view.problems}
                texts={texts}
                bottom={safeBottom + (tabs ? TAB_BAR : 0)}
              />
            )}
            <Feedback screen={screen} />
            {fillNickname !== undefined && (
              <NicknameBar name={settings.person} fill={fillNickname} texts={texts} />
            )}
            {app === 'background' && (
              <button type="button" class="wallpaper" id="app-return" onClick={model.leaveOrReturn}>
                <span class="app-icon">
                  <span />
                </span>
                {texts.inBackground}
                <strong>{texts.comeBack}</strong>
              </button>
            )}
            {view.menu === 'open' && question === undefined && (
              <Menu model={model} view={view} texts={texts} />
            )}
            {question !== undefined && (
              <Popup
                key={question.id}
                model={model}
                view={view}
                question={question}
                texts={texts}
              />
            )}
            {safeBottom > 0 && <span class="home-indicator" aria-hidden="true" />}
          </div>
        </div>
      </div>
    </main>
  )
}
