/** A place as WeChat's map returns it (typings ChooseLocationSuccessCallbackResult). */
export interface Place {
  name: string
  address: string
  latitude: number
  longitude: number
}

/** An address as WeChat keeps it (typings ChooseAddressSuccessCallbackResult). */
export interface Address {
  userName: string
  telNumber: string
  provinceName: string
  cityName: string
  countyName: string
  streetName: string
  detailInfo: string
  detailInfoNew: string
  postalCode: string
  nationalCode: string
}

/** The address of a person who does not say another one: ours, like that of DevTools. */
export const someAddress: Address = {
  userName: '张三',
  telNumber: '020-81167888',
  provinceName: '广东省',
  cityName: '广州市',
  countyName: '海珠区',
  streetName: '新港中路',
  detailInfo: '新港中路397号',
  detailInfoNew: '397号',
  postalCode: '510000',
  nationalCode: '510000',
}
