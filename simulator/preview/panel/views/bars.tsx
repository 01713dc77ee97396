import type { PreviewModel, PreviewView } from '../model/model'
import { pictureUrl } from '../model/pictures'
import type { Texts } from '../texts/zh'
import { Icon, Reception } from './icons'

interface Props {
  model: PreviewModel
  view: PreviewView
  texts: Texts
  /** Something of WeChat's lies over it: neither a finger nor a key reaches it. */
  covered: boolean
}

const colourOf = ({ frame, screen }: PreviewView) =>
  screen.navigationBarColor?.frontColor ??
  (frame?.bars.navigation.text === 'white' ? '#ffffff' : '#000000')

const backgroundOf = ({ frame, screen, settings }: PreviewView) =>
  screen.navigationBarColor?.backgroundColor ??
  frame?.bars.navigation.background ??
  (settings.theme === 'dark' ? '#191919' : '#ededed')

/** Time, reception, battery: the phone's own bar. */
export const StatusBar = ({ view, height }: { view: PreviewView; height: number }) => (
  <div class="status-bar" style={{ height, color: colourOf(view) }} aria-hidden="true">
    <span>{new Date(view.now).toTimeString().slice(0, 5)}</span>
    {height > 40 && <i class="island" />}
    <Reception network={view.settings.network} />
  </div>
)

/** Title and way back, with WeChat's capsule at the right. */
export const NavigationBar = ({ model, view, texts, covered, top }: Props & { top: number }) => {
  const { frame, screen } = view
  const title = screen.title ?? frame?.bars.navigation.title ?? ''
  return (
    <div
      class="navigation-bar"
      inert={covered}
      style={{ paddingTop: top, background: backgroundOf(view), color: colourOf(view) }}
    >
      {frame?.canGoBack === true && (
        <button
          type="button"
          class="nav-back"
          id="nav-back"
          aria-label={texts.back}
          onClick={model.back}
        >
          <Icon name="back" />
        </button>
      )}
      {frame?.canGoBack === false && !frame.onTab && !frame.isHome && (
        <button
          type="button"
          class="nav-back"
          id="nav-home"
          aria-label={texts.home}
          onClick={() => void model.relaunch()}
        >
          <Icon name="home" />
        </button>
      )}
      <h1 class="nav-title" id="nav-title">
        {screen.navigationBarLoading && <span class="spinner small" />}
        <span>{title}</span>
      </h1>
      <div class="capsule">
        <button
          type="button"
          id="capsule-more"
          aria-label={texts.more}
          aria-haspopup="menu"
          onClick={() => model.turnMenu('open')}
        >
          <i class="dots" />
        </button>
        <button
          type="button"
          id="capsule-close"
          aria-label={texts.close}
          onClick={model.leaveOrReturn}
        >
          <i class="ring" />
        </button>
      </div>
    </div>
  )
}

/** The tab bar of app.json, with badges and dots. */
export const TabBar = ({ model, view, texts, covered, bottom }: Props & { bottom: number }) => {
  const { frame, screen } = view
  if (frame === undefined) return null
  const { items, color, selectedColor, background, border } = frame.bars.tabs
  return (
    <nav
      class="tab-bar"
      inert={covered}
      aria-label={texts.tabBar}
      style={{
        paddingBottom: bottom,
        background,
        borderColor: border === 'white' ? '#ffffff1f' : '#0000001a',
      }}
    >
      {items.map((item, index) => {
        const here = item.pagePath === frame.path
        const changed = screen.tabBar.items[index]
        const icon = here
          ? (changed?.selectedIconPath ?? item.selectedIcon)
          : (changed?.iconPath ?? item.icon)
        const badge = screen.tabBar.badges[index]
        return (
          <button
            key={item.pagePath}
            type="button"
            id={`tab-${index}`}
            class="tab"
            aria-current={here ? 'page' : undefined}
            style={{ color: here ? selectedColor : color }}
            onClick={() => model.tapTab(index)}
          >
            {icon !== '' && <img src={pictureUrl(icon)} alt="" width="27" height="27" />}
            {changed?.text ?? item.text}
            {badge !== undefined && <i class="badge">{badge}</i>}
            {screen.tabBar.redDots.includes(index) && <i class="red-dot" />}
          </button>
        )
      })}
    </nav>
  )
}
