import type { Desk, DeskView } from '../desk/desk'
import { languages, themes } from '../desk/settings'
import { textsIn, timeOf, type Texts } from '../texts/texts'
import { Segments } from './choice'
import { Controls } from './controls'
import { Observers } from './observers'
import { Phone } from './phone'

const LANGUAGE_NAMES = { zh: '中文', en: 'English' }

const statusOf = ({ bundle }: DeskView, texts: Texts) => {
  if (bundle.kind === 'loading') return texts.bundleLoading
  if (bundle.kind === 'missing') return texts.bundleMissing
  return `${texts.bundleRunning} ${timeOf(bundle.at)} · ${bundle.tookMs} ms`
}

/** The whole page: what is on the desk. */
export const Panel = ({ desk }: { desk: Desk }) => {
  const view = desk.view()
  const { settings, bundle } = view
  const texts = textsIn(settings.language)
  return (
    <>
      <header class="top">
        <span class="mark" aria-hidden="true">
          <span />
        </span>
        <div class="top-words">
          <strong>{texts.title}</strong>
          <p>{texts.lead}</p>
        </div>
        <output id="bundle-status" class={`status ${bundle.kind}`}>
          {statusOf(view, texts)}
        </output>
        <Segments
          name="language"
          label={texts.language}
          value={settings.language}
          options={languages.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          onChoose={(language) => desk.choose({ language })}
        />
        <Segments
          name="theme"
          label={texts.appearance}
          value={settings.theme}
          options={themes.map((value) => ({ value, label: texts[value] }))}
          onChoose={(theme) => desk.choose({ theme })}
        />
      </header>
      <div class="desk">
        <Controls desk={desk} view={view} texts={texts} />
        <Phone desk={desk} view={view} texts={texts} />
        <Observers desk={desk} view={view} texts={texts} />
      </div>
    </>
  )
}
