/** Kinds of codes, as WeChat's scanner calls them (typings ScanCodeSuccessCallbackResult). */
export type CodeType =
  | ('QR_CODE' | 'WX_CODE' | 'DATA_MATRIX' | 'PDF_417' | 'AZTEC' | 'MAXICODE')
  | ('EAN_8' | 'EAN_13' | 'UPC_A' | 'UPC_E' | 'UPC_EAN_EXTENSION' | 'ITF' | 'CODABAR')
  | ('CODE_25' | 'CODE_39' | 'CODE_93' | 'CODE_128' | 'RSS_14' | 'RSS_EXPANDED')
