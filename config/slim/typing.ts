import type { Lever } from './lever'
import { replaceAllOnce } from './source-edit'

const INPUT_BRANCH = `            else if (event.type === INPUT) {
                // Web 规范中表单组件的 value 应该跟着输入改变
                // 只是改 this.props.value 的话不会进行 setData，因此这里修改 this.value。
                // 只测试了 React、Vue3 input 组件的 onInput 事件，onChange 事件不确定有没有副作用，所以暂不修改。
                this.value = val;
            }`

const KEEP_TYPED = `            else if (event.type === INPUT) {
                this.props.value = val;
                this._typed = true;
            }`

const SET_VALUE = `    setAttribute(qualifiedName, value) {
        if (qualifiedName !== VALUE || !this._typed || !this._root || value == null) {
            return super.setAttribute(qualifiedName, value);
        }
        // What the person typed is on the screen already.
        const typed = this.props.value;
        if (String(value) === String(typed)) return;
        this._typed = false;
        // The page may hold the new value from before the typing, and WeChat draws nothing that has not changed:
        // first what is on the screen, then, when that is drawn, the new value.
        const root = this._root;
        super.setAttribute(VALUE, typed);
        this.props.value = value;
        root.enqueueUpdateCallback(() => {
            if (this._root === root && this.props.value === value) super.setAttribute(VALUE, value);
        });
    }
    dispatchEvent(event) {`

/**
 * Text that is typed stays as it was typed. Taro answers every input event by setting the field's value back with
 * setData, and again whenever the component draws: on a slow phone the answer arrives after the next key and replaces
 * newer text (NervJS/taro #9664, #13979, #16809). Here the value is set only when the app sets another one.
 * Once Taro itself sets no value back, this file can go.
 */
export const typing: Lever = {
  start: () => ({
    edits: [
      {
        file: '@tarojs/runtime/dist/dom/form.js',
        edit: (text) =>
          replaceAllOnce(text, [
            [INPUT_BRANCH, KEEP_TYPED],
            ['    dispatchEvent(event) {', SET_VALUE],
          ]),
      },
    ],
  }),
}
