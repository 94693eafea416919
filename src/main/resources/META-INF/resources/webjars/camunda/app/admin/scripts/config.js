/* Settings of Admin; stands in for the file of the same name in Camunda's web jar. */
import '../../kefu/patience.js';

export default {
  // The header shows the vendor, a blank, the name.
  app: { vendor: 'Kefu', name: '客服' },
  // Of every Chinese the browser asks for "zh" (locales/zh.json); what that file lacks is shown in English.
  locales: { availableLocales: ['en', 'zh'], fallbackLocale: 'en' }
};
