/* Which language a person reads. */

/** Whether it is Chinese; the web applications choose theirs by the same. */
export const chinese = /^zh\b/i.test(navigator.languages?.[0] ?? navigator.language);

/**
 * The languages of a web application. Only the person's own is loaded: of two, dates would be written in the one that arrives last.
 * Of every Chinese the browser asks for "zh" (locales/zh.json), which lacks no text that is shown.
 */
export const locales = { availableLocales: ['en', 'zh'], fallbackLocale: chinese ? 'zh' : 'en' };
