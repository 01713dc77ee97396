import type { Element, GeneralComponent, ShadowedEvent, template } from 'glass-easel'
import { createWxsRuntime, type WxsRuntime } from '../../wxs/runtime'
import type { WxsSurroundings } from '../../wxs/built-ins'
import type { Activity } from '../logic/activity'
import type { Framework, Realm } from '../ports'
import { createPlainEvents } from './plain-event'
import { createWxsInstances } from './wxs-instance'

type Listen = template.EventListenerWrapper
type Change = template.ChangePropFilter

/**
 * Creates what compiled templates run on: the runtime of their WXS, events as plain data for handlers of the logic
 * layer, and events with an instance for handlers in WXS, which may stop them by returning false (guide "WXS",
 * responding to events). Those of the logic layer are stopped by `catch` alone (guide "WXML events").
 */
export const createTemplateRuntime = (parts: {
  framework: Framework
  realm: Realm
  activity: Activity
  log: WxsSurroundings['log']
}): WxsRuntime & { listen: Listen; change: Change } => {
  const { framework, realm, activity, log } = parts
  const date = () => (realm.globals['Date'] ?? Date) as DateConstructor
  const wxs = createWxsRuntime({ date, log }, (file, error) => activity.report(file, error))
  const toPlain = createPlainEvents(realm)
  const instanceOf = createWxsInstances(framework, activity, wxs.own)

  const listen: Listen = (caller, event, listener) => {
    const plain = toPlain(event as ShadowedEvent<unknown>)
    if (!wxs.isOwn(listener)) {
      const returned = Reflect.apply(listener, caller, [plain]) as boolean | undefined
      // Handlers of the logic layer run when the event is over: returning `false` stops it in WXS only.
      return returned === false ? undefined : returned
    }
    const { currentTarget } = event as ShadowedEvent<unknown>
    const given = { ...plain, instance: instanceOf(currentTarget) }
    const answer: unknown = Reflect.apply(listener, undefined, [given, instanceOf(caller)])
    return answer === false ? false : undefined
  }
  const change: Change = (listener) => {
    if (!wxs.isOwn(listener)) return listener
    // By the time it is notified, the page around it has been rendered.
    return (next, before, host: GeneralComponent, element: Element) => {
      const instances = [instanceOf(host), instanceOf(element)]
      activity.after(0, 'change:property', () =>
        Reflect.apply(listener, undefined, [next, before, ...instances]),
      )
    }
  }
  return { ...wxs, listen, change }
}
