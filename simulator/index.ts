/**
 * The public API of the simulator: `startSimulator` is WeChat's servers, `launch` a phone that runs a mini-program,
 * `startPreview` the same in a browser. What is not exported here may change at any time.
 */
export { startSimulator, type Simulator, type SimulatorOptions } from './start'
export { launch, startPreview, compileCheck } from './lazy'
export type { LaunchedApp, LaunchOptions } from './host/launch'
export type { Preview } from './preview/start'
export type { Settings as PreviewChoices } from './preview/panel/model/settings'
export type { FaultForm } from './preview/panel/model/control'
export type { Suggest, Trouble } from './platform/faults'
export type { Era } from './platform/user-profile'
export { filesIn } from './host/node/files'
export type { Files } from './host/core/ports'
export type { RunningApp } from './host/core/running-app'
export type { Leaf } from './host/core/view/leaves'
export type { Keystroke } from './host/core/controls/keyboard'
export type { Device, Speed } from './wx/phone/device'
export { createManualClock, realClock, type Clock, type ManualClock } from './wx/phone/clock'
export { createPhoneMemory, type PhoneMemory } from './wx/phone/memory'
export { createPerson, type Person, type ScriptedPerson } from './wx/phone/person'
export { createScreen, type Screen } from './wx/screen/screen'
export {
  createNetwork,
  type Network,
  type SwitchableNetwork,
  type WireRequest,
} from './wx/network/network'
export { connectSimulator, type WechatServers } from './wx/wechat-servers'
export { toXml } from './api/xml'
