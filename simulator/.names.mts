import { launch } from './host/launch'
import { countingServers } from './test/host/bundle'
const src = { 'app.json': '{"pages":["a"]}', 'app.js': `App({onLaunch(){ const out=[]; for (const k of Object.keys(wx)) { if (typeof wx[k]!=='function') {out.push(k+'!');continue} let s=''; try { s=Function.prototype.toString.call(wx[k]) } catch(e) {} try { const r = /^(on|off)/.test(k) ? wx[k](()=>{}) : null } catch(e) { if(/not simulated/.test(e.message)) out.push(k) } } console.log(out.join(' ')) }})`, 'a.js': 'Page({})', 'a.wxml': '<view/>' }
const app = await launch({ read: (p: string) => (src as any)[p], list: () => Object.keys(src) } as any, { person: 'a', simulator: countingServers() })
console.log(app.console.map(c => c.values.join(' ')).join('\n'), app.errors)
app.close()
