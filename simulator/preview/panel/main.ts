import { h, render } from 'preact'
import type { PreviewConfig } from '../bundle'
import { createPreviewModel } from './model/model'
import { defaultSettings, withChoices, type Settings } from './model/settings'
import { Panel } from './views/panel'

const KEPT = 'settings'
const GLANCE_MS = 2000

const keptSettings = () => JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<Settings>

const initialSettings = (): Settings => {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  const kept = keptSettings()
  const asked = new URLSearchParams(location.search)
  const base = withChoices(
    defaultSettings(navigator.language, dark),
    (name) => kept[name as keyof Settings],
  )
  return withChoices(base, (name) => asked.get(name))
}

const start = async () => {
  const answer = await fetch('/config')
  const config = (await answer.json()) as PreviewConfig
  const root = document.body
  let due = false

  const paint = () => {
    due = false
    const { settings } = model.view()
    localStorage.setItem(KEPT, JSON.stringify(settings))
    document.documentElement.lang = settings.language === 'zh' ? 'zh-CN' : 'en'
    document.documentElement.dataset['theme'] = settings.theme
    render(h(Panel, { model }), root)
  }
  const paintSoon = () => {
    if (due) return
    due = true
    queueMicrotask(paint)
  }

  const model = createPreviewModel(config, initialSettings(), paintSoon)
  paint()
  void model.relaunch()
  new EventSource('/rebuilds').addEventListener('rebuilt', () => void model.reload())
  setInterval(() => {
    if (document.visibilityState === 'visible') void model.look()
  }, GLANCE_MS)
}

void start()
