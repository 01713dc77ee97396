export default definePageConfig({ navigationBarTitleText: '头像与昵称' })
