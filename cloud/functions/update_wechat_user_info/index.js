// Cloud function `update_wechat_user_info`. Runs as it stands on the hosted service and on our server.
BaaS.useVersion('v3.17.0')

/**
 * Keeps what wx.getUserProfile returned with the user who calls: `event.data` is {data, syncUserProfile?, userID?, code?}.
 * It acts on the caller alone. The vendor's sample takes `userID` as sent, which lets every caller write to every user.
 * `code` is of the wx.login before getUserProfile, which may have changed the key WeChat signs with: our server asks for it,
 * the hosted service has no such option.
 */
exports.main = async function updateWechatUserInfo(event) {
  const { data, syncUserProfile = 'setnx', userID, code } = event.data || {}
  const caller = event.request.user.id
  if (userID !== undefined && userID !== caller) {
    throw new Error('userID is not the caller: leave it out, or send your own.')
  }
  return BaaS.wechat.updateUserInfo(caller, data, { syncUserProfile, code })
}
