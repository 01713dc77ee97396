// Taro's request loads a library for JSONP, which touches localStorage as it starts: where a browser forbids that, the
// whole app would stay blank. This app calls nothing by JSONP.
export default () => Promise.reject(new Error('JSONP is left out of this build.'))
