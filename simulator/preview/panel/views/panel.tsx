import type { PreviewModel, PreviewView } from '../model/model'
import { CHOICES } from '../model/settings'
import { textsIn, timeOf } from '../texts/texts'
import type { Texts } from '../texts/zh'
import { Segments } from './choice'
import { Controls } from './controls'
import { Observers } from './observers'
import { Phone } from './phone'

const LANGUAGE_NAMES = { zh: '中文', en: 'English' }

const statusOf = ({ bundle }: PreviewView, texts: Texts) => {
  switch (bundle.kind) {
    case 'loading':
      return texts.bundleLoading
    case 'nothing':
      return texts.bundleMissing
    case 'no-app':
      return texts.bundleNoApp
    case 'fault':
      return texts.bundleFault
    case 'running':
      return `${texts.bundleRunning} ${timeOf(bundle.at)} · ${bundle.tookMs} ms`
  }
}

/** The whole page: controls, phone, what happens. */
export const Panel = ({ model }: { model: PreviewModel }) => {
  const view = model.view()
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
          options={CHOICES.language.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          onChoose={(language) => model.choose({ language })}
        />
        <Segments
          name="theme"
          label={texts.appearance}
          value={settings.theme}
          options={CHOICES.theme.map((value) => ({ value, label: texts[value] }))}
          onChoose={(theme) => model.choose({ theme })}
        />
      </header>
      <div class="preview">
        <Controls model={model} view={view} texts={texts} />
        <Phone model={model} view={view} texts={texts} />
        <Observers model={model} view={view} texts={texts} />
      </div>
    </>
  )
}
