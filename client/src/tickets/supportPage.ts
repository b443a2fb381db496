/** Where tickets are opened on the China site and on the international site. */
const chinaSite = 'https://console.cloud.tencent.com/workorder';
const internationalSite = 'https://console.tencentcloud.com/workorder';

/** The same as in the manifest, which the settings editor goes by. */
const httpsAddress = /^https:\/\/[^\s/?#]\S*$/;

/**
 * The address of the support page: that of the setting, or if it is empty, that of the site for the language of tickets.
 * Undefined if the setting is no address that may be opened.
 */
export function supportPage(setting: unknown, ticketLanguage: string): string | undefined {
  if (setting === undefined || setting === '') {
    return ticketLanguage === 'zh-cn' ? chinaSite : internationalSite;
  }
  return typeof setting === 'string' && httpsAddress.test(setting) ? setting : undefined;
}
